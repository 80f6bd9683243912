import { correctedIds } from './corrected-ids.ts'
import type { OpinionId } from '../ids.ts'
import type { LogEntry } from './log-entry.ts'
import { articleIdOf } from '../draft/provision.ts'
import type { Tallies } from './tallies.ts'
import { calendarDate, type Instant } from '../time.ts'

/** What the fold must know of the log before the entries it adds. */
export interface LoggedBefore {
  /** Whether an entry of the log names this opinion as the one it corrects. */
  isSuperseded(id: OpinionId): boolean
  /** The entry of an opinion that is in the log already. */
  entryOf(id: OpinionId): LogEntry | undefined
}

/** Calendar dates by minute: a log's entries come in order of time, so this saves most of the work. */
function dateReader(offsetMinutes: number): (at: Instant) => string {
  const known = new Map<string, string>()
  return (at) => {
    const minute = at.slice(0, 16)
    const date = known.get(minute) ?? calendarDate(at, offsetMinutes)
    known.set(minute, date)
    return date
  }
}

function add(counts: Record<string, number>, key: string, by: number): void {
  const count = (counts[key] ?? 0) + by
  if (count === 0) delete counts[key]
  else counts[key] = count
}

function count(tallies: Tallies, entry: LogEntry, by: 1 | -1, dateOf: (at: Instant) => string): void {
  tallies.received += by
  tallies.people += by * entry.people
  if (entry.late) tallies.late += by
  add(tallies.byChannel, entry.channel, by)
  if (entry.contactPointId !== undefined) add(tallies.byContactPoint, entry.contactPointId, by)
  add(tallies.byArticle, entry.provisionId === null ? '' : articleIdOf(entry.provisionId), by)
  add(tallies.byChangeType, entry.changeType, by)
  add(tallies.byDay, dateOf(entry.receivedAt), by)
}

/**
 * The tallies after `entries` are appended. An opinion counts unless some entry of the log, earlier or
 * later, names it as the one it corrects: so a correction may arrive before its original, and two
 * corrections of one opinion take it out once. The order of arrival changes nothing but `entries`' order.
 */
export function foldTallies(
  before: Tallies,
  entries: readonly LogEntry[],
  log: LoggedBefore,
  offsetMinutes: number,
): Tallies {
  const tallies = structuredClone(before)
  const dateOf = dateReader(offsetMinutes)
  const superseded = new Set<OpinionId>()
  const added = new Map<OpinionId, LogEntry>()
  const isSuperseded = (id: OpinionId) => superseded.has(id) || log.isSuperseded(id)
  for (const entry of entries) {
    tallies.entries += 1
    added.set(entry.id, entry)
    if (!isSuperseded(entry.id)) count(tallies, entry, 1, dateOf)
    if (entry.supersedes === undefined) continue
    for (const corrected of correctedIds(entry)) {
      if (isSuperseded(corrected)) continue
      superseded.add(corrected)
      const original = added.get(corrected) ?? log.entryOf(corrected)
      if (original !== undefined) count(tallies, original, -1, dateOf)
    }
  }
  return tallies
}
