import type { AuditList } from '#contract/office-api.ts'
import type { Strings } from '../words/strings.zh.ts'

type Event = AuditList['events'][number]

/** What was done, in words; an action without words keeps its name. */
export function actionWords(action: string, words: Strings): string {
  return words.governing.actions[action] ?? action
}

/** Facts as `name value`, outcomes in words. */
export function factWords(facts: Event['facts'], words: Strings): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== 0 && value !== '')
    .map(([key, value]) => `${factName(key, words)} ${factValue(value, words)}`)
    .join(words.listSeparator)
}

function factName(key: string, words: Strings): string {
  const outcomes: Record<string, string> = words.outcomeNames
  return words.governing.factNames[key] ?? outcomes[key] ?? key
}

function factValue(value: string | number | boolean, words: Strings): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const known: Record<string, string> = { ...words.outcomeNames, ...words.roleNames, ...words.stageNames }
  return known[String(value)] ?? String(value)
}

/** Events in which every word sought stands somewhere: who, what, which, facts. */
export function findEvents(events: readonly Event[], sought: string, words: Strings): Event[] {
  const wanted = sought.toLowerCase().split(/\s+/u).filter(Boolean)
  return events.filter((event) => {
    const line =
      `${event.at} ${event.memberName} ${actionWords(event.action, words)} ${event.subject} ${factWords(event.facts, words)}`.toLowerCase()
    return wanted.every((word) => line.includes(word))
  })
}
