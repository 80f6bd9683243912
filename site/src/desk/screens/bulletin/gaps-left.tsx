import type { OfficeConsultation, Readiness } from '#contract/office-api.ts'
import { opinionWork } from '../../api/opinion-work.ts'
import { Link, TroubleBox } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { articleOfLabel } from '../../rules/article-of-label.ts'
import { articlesIn } from '../../rules/decision-check.ts'

/** Gaps of decided opinions named one by one; undecided ones are counted by article. */
const shownGaps = 100

/** What keeps opinions from being answered: undecided ones by article, to be worked through there; the rest by number. */
export function GapsLeft(props: { held: OfficeConsultation; readiness: Readiness }) {
  const { deciding } = useWords()
  const { gapCount, reconciliation } = props.readiness
  if (gapCount === 0) return null
  return (
    <>
      <h3>{deciding.gapsTitle(gapCount)}</h3>
      {reconciliation.undecided > 0 && (
        <UndecidedByArticle held={props.held} undecided={reconciliation.undecided} />
      )}
      <DecidedGaps held={props.held} readiness={props.readiness} />
    </>
  )
}

function UndecidedByArticle(props: { held: OfficeConsultation; undecided: number }) {
  const words = useWords()
  const { deciding } = words
  const consultationId = props.held.consultation.id
  const counts = useLoaded(
    () => opinionWork.counts(consultationId, { undecided: true }),
    `undecided ${consultationId} ${props.undecided}`,
  )
  const labels = new Map(
    articlesIn(props.held.draft.provisions).map(({ id, label }) => [id as string, label]),
  )
  const nameOf = (key: string) =>
    key === 'whole' ? words.whole : key === 'gone' ? deciding.gone : (labels.get(key) ?? key)
  const order = ['whole', ...labels.keys()]
  const places = (counts.data?.byArticle ?? []).toSorted(
    (a, b) => order.indexOf(a.key) - order.indexOf(b.key),
  )
  return (
    <>
      <p>{deciding.undecidedIn(props.undecided)}</p>
      <TroubleBox trouble={counts.trouble} onRetry={counts.reload} />
      <ul class="undecided-in">
        {places.map(({ key, opinions }) => (
          <li key={key}>
            <Link
              to={{ screen: 'opinions', consultationId, filter: { article: key, undecided: true } }}
              class="chip"
            >
              {nameOf(key)} <b>{opinions}</b>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function DecidedGaps(props: { held: OfficeConsultation; readiness: Readiness }) {
  const words = useWords()
  const { deciding } = words
  const { gaps, gapCount, reconciliation } = props.readiness
  const count = gapCount - reconciliation.undecided
  if (count === 0) return null
  const listed = gaps.filter(({ gap }) => gap !== 'no-outcome').slice(0, shownGaps)
  const articles = articlesIn(props.held.draft.provisions)
  return (
    <>
      <ul class="gaps">
        {listed.map((gap) => (
          <li key={`${gap.opinionId} ${gap.gap}`}>
            <Link
              to={{
                screen: 'opinions',
                consultationId: props.held.consultation.id,
                filter: { article: articleOfLabel(gap.provisionLabel, articles), opinion: gap.opinionId },
              }}
            >
              {deciding.number(gap.n + 1)} · {gap.provisionLabel || words.whole}
            </Link>
            <span>{deciding.gaps[gap.gap]}</span>
          </li>
        ))}
      </ul>
      {count > listed.length && <p>{deciding.gapsMore(count - listed.length)}</p>}
    </>
  )
}
