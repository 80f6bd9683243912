import type { ContactPointId, StationId } from './ids.ts'
import type { LoggedOpinion } from './log-entry.ts'
import type { Channel } from './opinion.ts'

/** Counts of current opinions: one each, and people with a group's headcount. */
export interface RolledCount {
  received: number
  people: number
  late: number
}

/** One contact point's counts; the parts of each division add up to the whole. */
export interface PointRollUp extends RolledCount {
  byChannel: Map<Channel, RolledCount>
  /** `''`: collected at no station. */
  byStation: Map<StationId | '', RolledCount>
  /** By the name in a table's 记录人 column (`name:…`), else by the member who typed it (`member:…`), else `''`. */
  byCollector: Map<string, RolledCount>
}

/** A consultation's counts by who collected: contact points, and what came to the legislature directly. */
export interface RollUp {
  total: RolledCount
  direct: RolledCount
  points: Map<ContactPointId, PointRollUp>
}

const none = (): RolledCount => ({ received: 0, people: 0, late: 0 })

/**
 * Counts current opinions by contact point, station, collector and channel in one pass. `total` is what the tallies of
 * the same log say; `direct` and the contact points add up to it.
 */
export function rollUp(current: Iterable<LoggedOpinion>): RollUp {
  const counted: RollUp = { total: none(), direct: none(), points: new Map() }
  for (const logged of current) {
    add(counted.total, logged)
    const { contactPointId, channel } = logged.entry
    if (contactPointId === undefined) {
      add(counted.direct, logged)
      continue
    }
    const point = counted.points.get(contactPointId) ?? emptyPoint()
    counted.points.set(contactPointId, point)
    add(point, logged)
    add(under(point.byChannel, channel), logged)
    add(under(point.byStation, logged.text.stationId ?? ''), logged)
    add(under(point.byCollector, collectorOf(logged)), logged)
  }
  return counted
}

/** A contact point nobody has given an opinion to yet. */
export function emptyPoint(): PointRollUp {
  return { ...none(), byChannel: new Map(), byStation: new Map(), byCollector: new Map() }
}

function under<K>(counts: Map<K, RolledCount>, key: K): RolledCount {
  const count = counts.get(key) ?? none()
  counts.set(key, count)
  return count
}

function add(count: RolledCount, { entry }: LoggedOpinion): void {
  count.received += 1
  count.people += entry.people
  if (entry.late === true) count.late += 1
}

function collectorOf({ text }: LoggedOpinion): string {
  if (text.recorderName !== undefined) return `name:${text.recorderName}`
  return text.recordedBy === undefined ? '' : `member:${text.recordedBy}`
}
