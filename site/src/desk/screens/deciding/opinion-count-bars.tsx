import type { OfficeConsultation } from '#contract/office-api.ts'
import type { OfficeOpinionCounts } from '#contract/opinion-work-api.ts'
import type { ChangeType, Channel } from '#core/opinion.ts'
import { Bars } from '../../parts/bars.tsx'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import type { OpinionFilter } from '../../rules/desk-route.ts'
import type { Bar } from '../../rules/shares.ts'

const shown = 8

type Part = OfficeOpinionCounts['byArea']['parts'][number]

/** Who is behind the opinions a filter means and where from: small bars by people, each leading to its own list. */
export function OpinionCountBars(props: {
  held: OfficeConsultation
  filter: OpinionFilter
  found: OfficeOpinionCounts | undefined
}) {
  const words = useWords()
  const { working } = words
  const { filter, found } = props
  if (!found || found.total.opinions === 0) return null
  const { opinion: _, ...kept } = filter
  const link = (change: OpinionFilter) => (bar: Bar) =>
    bar.key === 'others' ? (
      bar.name
    ) : (
      <Link
        to={{
          screen: 'opinions',
          consultationId: props.held.consultation.id,
          filter: { ...kept, ...Object.fromEntries(Object.keys(change).map((name) => [name, bar.key])) },
        }}
      >
        {bar.name}
      </Link>
    )
  const said = (key: string) => (key === '' ? working.notSaid : key)
  return (
    <details class="count-bars">
      <summary>{working.countsTitle}</summary>
      <div class="bar-columns">
        <Bars
          title={working.byCategory}
          bars={barsOf(found.byCategory, said, working.others)}
          nameOf={link({ category: '' })}
        />
        <Bars
          title={working.byArea}
          bars={barsOf(found.byArea, said, working.others)}
          nameOf={link({ area: '' })}
        />
        <Bars
          title={working.byChannel}
          bars={barsOf(
            { parts: found.byChannel },
            (key) => words.channelNames[key as Channel],
            working.others,
          )}
          nameOf={link({ channel: '' })}
        />
        <Bars
          title={working.byChangeType}
          bars={barsOf(
            { parts: found.byChangeType },
            (key) => words.changeTypeNames[key as ChangeType],
            working.others,
            ({ opinions }) => opinions,
          )}
          nameOf={link({ changeType: '' })}
        />
      </div>
    </details>
  )
}

/** The longest first; what is not named is one bar, so that the bars are everything. */
function barsOf(
  {
    parts,
    others,
  }: { parts: Part[]; others?: { keys: number; people: number; opinions: number } | undefined },
  nameOf: (key: string) => string,
  nameOthers: (keys: number) => string,
  countOf: (part: { people: number; opinions: number }) => number = ({ people }) => people,
): Bar[] {
  const sorted = parts.toSorted((a, b) => countOf(b) - countOf(a))
  const rest = sorted.slice(shown)
  const restCount = rest.reduce((sum, part) => sum + countOf(part), 0) + (others ? countOf(others) : 0)
  const keys = rest.length + (others?.keys ?? 0)
  const named = sorted.slice(0, shown).map((part) => ({
    key: part.key === '' ? 'none' : part.key,
    name: nameOf(part.key),
    count: countOf(part),
  }))
  const all = keys === 0 ? named : [...named, { key: 'others', name: nameOthers(keys), count: restCount }]
  const longest = Math.max(1, ...all.map(({ count }) => count))
  return all.map((bar) => ({ ...bar, share: bar.count / longest }))
}
