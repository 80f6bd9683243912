import type { OfficeConsultation } from '#contract/office-api.ts'
import type { Channel } from '#core/opinion.ts'
import { Bars } from '../../parts/bars.tsx'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { usePointNames } from '../../parts/point-names.ts'
import { articlesIn } from '../../rules/decision-check.ts'
import { barsOf, type Bar } from '../../rules/shares.ts'
import { useSession } from '../../parts/session.tsx'

/** Counts by article in the draft's order, by channel, by contact point; each article leads to its opinions. */
export function ConsultationCounts(props: { held: OfficeConsultation }) {
  const words = useWords()
  const { me } = useSession()
  const pointNames = usePointNames(props.held)
  const { tallies, draft, consultation } = props.held
  if (tallies.received === 0)
    return (
      <section>
        <p>{words.consulting.nothingYet}</p>
      </section>
    )
  const articles = articlesIn(draft.provisions)
  const labels = new Map(articles.map(({ id, label }) => [id as string, label]))
  const byArticle = barsOf(
    tallies.byArticle,
    (key) => (key === '' ? words.whole : (labels.get(key) ?? key)),
    ['', ...articles.map(({ id }) => id as string)],
  )
  const mayRead = me.role === 'legislator' || me.role === 'auditor'
  const articleLink = (bar: Bar) => (
    <Link
      to={{
        screen: 'opinions',
        consultationId: consultation.id,
        filter: { article: bar.key === '' ? 'whole' : bar.key },
      }}
    >
      {bar.name}
    </Link>
  )
  return (
    <section class="counts">
      <Bars
        title={words.consulting.byArticle}
        bars={byArticle}
        {...(mayRead ? { nameOf: articleLink } : {})}
      />
      <div>
        <Bars
          title={words.consulting.byChannel}
          bars={barsOf(tallies.byChannel, (key) => words.channelNames[key as Channel] ?? key)}
        />
        {Object.keys(tallies.byContactPoint).length === 0 ? (
          <p class="soft">{words.consulting.byPointNone}</p>
        ) : (
          <Bars
            title={words.consulting.byPoint}
            bars={barsOf(tallies.byContactPoint, (key) => pointNames.get(key) ?? key)}
          />
        )}
      </div>
    </section>
  )
}
