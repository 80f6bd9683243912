import type { LogEntry } from '#core/log/log-entry.ts'
import type { Tallies } from '#core/log/tallies.ts'

/** Counts one field of entries, zero counts left out. */
function countBy(entries: readonly LogEntry[], key: (entry: LogEntry) => string | undefined) {
  const counts: Record<string, number> = {}
  for (const entry of entries) {
    const name = key(entry)
    if (name !== undefined) counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** The tallies as anyone may count them from the public entries alone, in UTC+8: the slow, plain way. */
export function recount(entries: readonly LogEntry[]): Tallies {
  const corrected = new Set(entries.flatMap(({ supersedes, joins = [] }) => [supersedes, ...joins]))
  const current = entries.filter(({ id }) => !corrected.has(id))
  const localDate = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
  return {
    entries: entries.length,
    received: current.length,
    people: current.reduce((sum, { people }) => sum + people, 0),
    late: current.filter(({ late }) => late).length,
    byChannel: countBy(current, ({ channel }) => channel),
    byContactPoint: countBy(current, ({ contactPointId }) => contactPointId),
    byArticle: countBy(current, ({ provisionId }) => provisionId?.split('.')[0] ?? ''),
    byChangeType: countBy(current, ({ changeType }) => changeType),
    byDay: countBy(current, ({ receivedAt }) => localDate(receivedAt)),
  }
}
