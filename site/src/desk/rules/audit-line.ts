import type { AuditList, OfficeBillList } from '#contract/office-api.ts'
import type { Strings } from '../words/strings.zh.ts'
import { localMoment } from './local-time.ts'

type Event = AuditList['events'][number]

/** Names of ids as people know them; an id without one stays as it is. */
export type NamesById = ReadonlyMap<string, string>

/** Bills by their title, drafts and consultations by their bill's. */
export function namesOf(bills: OfficeBillList['bills'], words: Strings): NamesById {
  const names = new Map<string, string>()
  for (const bill of bills) {
    names.set(bill.id, bill.title)
    for (const draft of bill.drafts) names.set(draft.id, `${bill.title} · ${words.stageNames[draft.stage]}`)
    for (const consultation of bill.consultations) names.set(consultation.id, bill.title)
  }
  return names
}

/** What was done, in words; an action without words keeps its name. */
function actionWords(action: string, words: Strings): string {
  return words.governing.actions[action] ?? action
}

/** Facts as `name value`, in words where there are words for them; zeros and empty ones are left out. */
function factWords(facts: Event['facts'], words: Strings, names: NamesById, offsetMinutes: number): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== 0 && value !== '')
    .map(([key, value]) => `${factName(key, words)} ${factValue(value, words, names, offsetMinutes)}`)
    .join(words.listSeparator)
}

function factName(key: string, words: Strings): string {
  const outcomes: Record<string, string> = words.outcomeNames
  return words.governing.factNames[key] ?? outcomes[key] ?? key
}

function factValue(
  value: string | number | boolean,
  words: Strings,
  names: NamesById,
  offset: number,
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const text = String(value)
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(text)) return localMoment(text, offset)
  const known: Record<string, string> = {
    ...words.outcomeNames,
    ...words.roleNames,
    ...words.stageNames,
    ...words.lineage.causeKinds,
    ...words.table.editions,
    none: words.empty,
    legislature: words.uploading.bringInOwn,
  }
  return names.get(text) ?? (Object.hasOwn(known, text) ? known[text] : undefined) ?? text
}

/** One event as a person reads it, ready to be shown and searched. */
export interface AuditLine {
  at: string
  who: string
  did: string
  subject: string
  facts: string
}

export function auditLine(event: Event, words: Strings, names: NamesById, offsetMinutes: number): AuditLine {
  return {
    at: localMoment(event.at, offsetMinutes),
    who: event.memberId === 'portal' ? words.governing.byItself : event.memberName,
    did: actionWords(event.action, words),
    subject: names.get(event.subject) ?? event.subject,
    facts: factWords(event.facts, words, names, offsetMinutes),
  }
}

/** Lines in which every word sought stands somewhere: when, who, what, which, facts. */
export function findLines(lines: readonly AuditLine[], sought: string): AuditLine[] {
  const wanted = sought.toLowerCase().split(/\s+/u).filter(Boolean)
  return lines.filter((line) => {
    const text = Object.values(line).join(' ').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
