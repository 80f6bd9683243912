import type { OfficeConsultation } from '#contract/office-api.ts'
import type { Provision } from '#core/draft/provision.ts'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { usePointNames } from '../../parts/point-names.ts'
import { articlesIn } from '../../rules/decision-check.ts'
import type { DeskRoute, OpinionFilter } from '../../rules/desk-route.ts'

type ShownKey = Exclude<keyof OpinionFilter, 'opinion'>

/** What of a filter holds opinions back. */
export function activeKeys({ opinion: _opinion, ...kept }: OpinionFilter): ShownKey[] {
  return (Object.keys(kept) as ShownKey[]).filter((key) => kept[key])
}

interface Props {
  held: OfficeConsultation
  provisions: readonly Provision[]
  filter: OpinionFilter
  /** What has a field of its own on the screen and needs no mark. */
  except?: readonly ShownKey[]
  /** The same screen with a filter of which something was taken away. */
  to: (filter: OpinionFilter) => DeskRoute
}

/** What is in force, each taken away by itself: with many filters one forgets one. */
export function ActiveFilters(props: Props) {
  const { working } = useWords()
  const nameOf = useNames(props)
  const { opinion: _, ...kept } = props.filter
  const shownKeys = activeKeys(kept).filter((key) => props.except?.includes(key) !== true)
  if (shownKeys.length === 0) return null
  return (
    <ul class="active-filters" aria-label={working.active}>
      {shownKeys.map((key) => {
        const { [key]: _dropped, ...rest } = kept
        return (
          <li key={key}>
            <Link to={props.to(rest)} class="chip" label={working.without(nameOf(key))}>
              {nameOf(key)} <span aria-hidden="true">×</span>
            </Link>
          </li>
        )
      })}
      {shownKeys.length > 1 && (
        <li>
          <Link to={props.to({})}>{working.clear}</Link>
        </li>
      )}
    </ul>
  )
}

/** What each of the filters in force is called. */
function useNames({ held, provisions, filter }: Props): (key: ShownKey) => string {
  const words = useWords()
  const pointNames = usePointNames(held)
  const { working, deciding } = words
  const flagNames = {
    undecided: deciding.undecidedOnly,
    mine: working.mineOnly,
    flagged: working.flaggedOnly,
    newest: deciding.byNewest(words.stageNames[held.laterDrafts.at(-1)?.stage ?? 'consultation']),
  }
  const names: Record<string, Record<string, string>> = {
    channel: words.channelNames,
    changeType: words.changeTypeNames,
    outcome: words.outcomeNames,
    article: {
      whole: words.whole,
      gone: deciding.gone,
      ...Object.fromEntries(articlesIn(provisions).map(({ id, label }) => [id, label])),
    },
    contactPoint: {
      direct: working.direct,
      ...Object.fromEntries(pointNames),
    },
    category: { none: working.notSaid },
    area: { none: working.notSaid },
  }
  return (key) => {
    if (key in flagNames) return flagNames[key as keyof typeof flagNames]
    const value = String(filter[key])
    const name = names[key]?.[value] ?? value
    return key === 'from' || key === 'to' ? `${working[key]} ${name}` : name
  }
}
