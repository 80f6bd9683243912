import type { OwedCauses } from '#contract/lineage-api.ts'
import { useEffect, useState } from 'preact/hooks'
import { Waiting } from '../../../parts/waiting.tsx'
import { Link, TroubleBox } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { causeOf, reviewRows, rowLabel, type ReviewRow } from '../../rules/lineage-rows.ts'
import { stillOwed } from '../../rules/still-owed.ts'
import { CausesStanding } from './causes-standing.tsx'
import { LineageRow } from './lineage-row.tsx'
import { type ReviewGround, useReviewGround } from './review-ground.tsx'

/** What changed between two drafts without a cause: how many, which, and each one's words and form in place. */
export function OwedPair(props: { billId: string; gap: OwedCauses; onComplete: () => void }) {
  const words = useWords()
  const { gap, billId } = props
  const pair = { billId, from: gap.fromDraftId, to: gap.toDraftId }
  const { ground, troubles, reload } = useReviewGround(pair)
  const causes = ground?.causes
  return (
    <section class="owed-pair">
      {ground && (
        <h3>
          {words.lineage.became(
            words.stageNames[ground.held.from.stage],
            words.stageNames[ground.held.to.stage],
          )}
        </h3>
      )}
      {troubles.map((trouble, place) => (
        <TroubleBox key={place} trouble={trouble} onRetry={reload} />
      ))}
      {ground && causes ? (
        <Owed
          ground={{ ...ground, causes: { ...causes, missing: stillOwed(gap.missing, causes) } }}
          onComplete={props.onComplete}
        />
      ) : (
        !troubles.some(Boolean) && <Waiting />
      )}
      <p>
        <Link to={{ screen: 'lineage', ...pair }}>{words.lineage.wholeReview}</Link>
      </p>
    </section>
  )
}

function Owed(props: { ground: ReviewGround; onComplete: () => void }) {
  const { ground } = props
  const rows = reviewRows(ground.held).filter(({ row }) => row.kind !== 'heading')
  const owes = ({ subject }: ReviewRow) => causeOf(ground.causes?.missing ?? [], subject) !== undefined
  const left = rows.filter(owes)
  // Articles that were asked for stay in the list when they are done: nothing jumps away under the hand.
  const [asked, setAsked] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState(left.length === 1 ? left[0]?.key : undefined)
  const keys = left.map(({ key }) => key)
  useEffect(() => {
    setAsked((before) => [...before, ...keys.filter((key) => !before.includes(key))])
    if (keys.length === 0) props.onComplete()
    else if (chosen !== undefined && !keys.includes(chosen)) setChosen(nextOf(rows, keys, chosen))
  }, [keys.join()])
  const listed = rows.filter(({ key }) => asked.includes(key) || keys.includes(key))
  const open = listed.find(({ key }) => key === chosen)
  return (
    <>
      <CausesStanding rows={rows} ground={ground} isBrief />
      <ul class="owed-articles">
        {listed.map((review) => (
          <li key={review.key}>
            <OwedArticle
              review={review}
              isDone={!keys.includes(review.key)}
              isOpen={review.key === chosen}
              onPress={() => setChosen(review.key === chosen ? undefined : review.key)}
            />
          </li>
        ))}
      </ul>
      {open && (
        <ol class="lineage-rows owed-open">
          <LineageRow key={open.key} review={open} ground={ground} isAsked />
        </ol>
      )}
    </>
  )
}

function OwedArticle(props: { review: ReviewRow; isDone: boolean; isOpen: boolean; onPress: () => void }) {
  const { lineage } = useWords()
  const { review, isDone } = props
  const name = rowLabel(review, lineage.outside)
  const kind = lineage.kinds[review.link?.kind ?? 'edited']
  return (
    <button
      type="button"
      class="button quiet owed-article"
      aria-expanded={props.isOpen}
      aria-label={lineage.owedName(name, kind, isDone)}
      onClick={props.onPress}
    >
      {isDone && <span aria-hidden="true">✓ </span>}
      {name} <span class="soft">{kind}</span>
    </button>
  )
}

/** The next one that is owed, behind the one that was, else the first. */
function nextOf(rows: readonly ReviewRow[], owed: readonly string[], from: string): string | undefined {
  const behind = rows.slice(rows.findIndex(({ key }) => key === from) + 1)
  return behind.find(({ key }) => owed.includes(key))?.key ?? owed[0]
}
