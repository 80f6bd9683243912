import type { ContactPointId, StationId } from '../ids.ts'
import type { LogFacts } from '../log/log-facts.ts'
import type { Channel } from '../opinion.ts'
import type { RolledOpinion } from '../log/rolled-opinion.ts'

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
  /** As `RolledOpinion` names them. */
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
export function rollUp(current: Iterable<RolledOpinion>): RollUp {
  const counted: RollUp = { total: none(), direct: none(), points: new Map() }
  for (const one of current) {
    add(counted.total, one)
    const { contactPointId, channel, stationId, collector } = one
    if (contactPointId === undefined) {
      add(counted.direct, one)
      continue
    }
    const point = counted.points.get(contactPointId) ?? emptyPoint()
    counted.points.set(contactPointId, point)
    add(point, one)
    add(under(point.byChannel, channel), one)
    add(under(point.byStation, stationId), one)
    add(under(point.byCollector, collector), one)
  }
  return counted
}

/** The same of all current opinions of a log, from its facts. */
export function rollUpFacts(facts: LogFacts): RollUp {
  function* current() {
    const superseded = facts.superseded()
    for (let place = 0; place < facts.size; place += 1)
      if (superseded[place] === 0) yield facts.rolledAt(place)
  }
  return rollUp(current())
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

function add(count: RolledCount, { people, late }: RolledOpinion): void {
  count.received += 1
  count.people += people
  if (late) count.late += 1
}
