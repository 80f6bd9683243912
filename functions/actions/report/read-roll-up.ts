import type { RolledPoint, RollUpAnswer } from '#contract/roll-up-api.ts'
import { sumSessions } from '#core/collecting/collecting-session.ts'
import { consultationState, type Consultation } from '#core/consultation.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import { outcomeOf } from '#core/deciding/decision-standing.ts'
import { type Outcome, outcomes } from '#core/deciding/outcome.ts'
import type { ConsultationId, ContactPointId, MemberId } from '#core/ids.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { isBoundToPoint, type Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { emptyPoint, type PointRollUp, type RolledCount, rollUpFacts } from '#core/report/roll-up.ts'
import type { Instant } from '#core/time.ts'
import { catchUpFacts } from '../log/catch-up-facts.ts'
import type { FactDeps } from '../log/follow-facts.ts'

type RollUpDeps = FactDeps &
  Pick<
    Deps,
    'consultations' | 'bills' | 'tasks' | 'contactPoints' | 'members' | 'bulletins' | 'collectingSessions'
  >

interface Ground {
  points: readonly ContactPoint[]
  names: ReadonlyMap<MemberId, string>
  titles: ReadonlyMap<string, string>
  /** Set for who sees one contact point only. */
  own: ContactPointId | undefined
  now: Instant
}

/**
 * Who collected how much, by contact point, station, collector and channel, from each log's facts; outcomes once they
 * are published. A contact point reads its own row. Refuses `not-permitted`, `not-found`.
 */
export async function readRollUp(
  deps: RollUpDeps,
  member: Member,
  consultationId: ConsultationId | undefined,
  now: Instant,
): Promise<RollUpAnswer> {
  requirePermission(member, 'rollUp.read')
  const isBound = isBoundToPoint(member.role)
  if (isBound && member.contactPointId === undefined)
    throw new PortalError('not-permitted', { permission: 'rollUp.read', role: member.role })
  const [consultations, points, members, bills] = await Promise.all([
    consultationId === undefined ? deps.consultations.list() : [await deps.consultations.get(consultationId)],
    deps.contactPoints.list(),
    deps.members.list(),
    deps.bills.list(),
  ])
  const ground: Ground = {
    points,
    names: new Map(members.map(({ id, name }) => [id, name])),
    titles: new Map(bills.map(({ id, title }) => [id, title])),
    own: isBound ? member.contactPointId : undefined,
    now,
  }
  const announced = consultations.filter(({ status }) => status === 'announced' || status === 'answered')
  return { consultations: await Promise.all(announced.map((one) => rollConsultation(deps, one, ground))) }
}

async function rollConsultation(
  deps: RollUpDeps,
  consultation: Consultation,
  ground: Ground,
): Promise<RollUpAnswer['consultations'][number]> {
  const { id, billId } = consultation
  const [facts, tasks] = await Promise.all([catchUpFacts(deps, id), deps.tasks.listOf(id)])
  const published = await deps.bulletins.outcomesOf(id, facts.ids)
  const counted = rollUpFacts(facts)
  const involved = ground.points.filter(
    (point) =>
      (ground.own === undefined || point.id === ground.own) &&
      (counted.points.has(point.id) || tasks.some(({ contactPointId }) => contactPointId === point.id)),
  )
  return {
    id,
    billTitle: ground.titles.get(billId) ?? '',
    state: consultationState(consultation, ground.now),
    ...(ground.own === undefined && { total: counted.total, direct: counted.direct }),
    points: await Promise.all(
      involved.map(async (point) => {
        const sessions = sumSessions(await deps.collectingSessions.listOf(point.id, id))
        return {
          ...shapePoint(point, counted.points.get(point.id) ?? emptyPoint(), ground.names),
          ...(sessions && { sessions }),
          ...answeredOf(facts, point.id, published),
        }
      }),
    ),
  }
}

const noCount: RolledCount = { received: 0, people: 0, late: 0 }

function shapePoint(
  { id, name, owner, tier, stations }: ContactPoint,
  counts: PointRollUp,
  names: ReadonlyMap<MemberId, string>,
): RolledPoint {
  const { received, people, late, byChannel, byStation, byCollector } = counts
  const known = new Set<string>(stations.map((station) => station.id))
  const elsewhere = [...byStation].filter(([station]) => !known.has(station))
  return {
    contactPointId: id,
    name,
    owner,
    tier,
    received,
    people,
    late,
    byChannel: mostFirst([...byChannel].map(([channel, count]) => ({ channel, ...count }))),
    stations: [
      ...stations.map((station) => ({
        id: station.id as string,
        name: station.name,
        closed: station.closedOn !== undefined,
        ...(byStation.get(station.id) ?? noCount),
      })),
      ...elsewhere.map(([station, count]) => ({ id: station, name: '', closed: false, ...count })),
    ],
    collectors: mergedByName(byCollector, names),
  }
}

/** One collector may stand in a table by name and at the desk as a member: the same name is the same line. */
function mergedByName(
  byCollector: ReadonlyMap<string, RolledCount>,
  names: ReadonlyMap<MemberId, string>,
): RolledPoint['collectors'] {
  const lines = new Map<string, RolledCount>()
  for (const [key, count] of byCollector) {
    const [kind, rest] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
    const name = kind === 'member' ? (names.get(rest as MemberId) ?? rest) : rest
    const line = lines.get(name) ?? noCount
    lines.set(name, {
      received: line.received + count.received,
      people: line.people + count.people,
      late: line.late + count.late,
    })
  }
  return mostFirst([...lines].map(([name, count]) => ({ name, ...count })))
}

function mostFirst<C extends RolledCount>(lines: C[]): C[] {
  return lines.sort((a, b) => b.received - a.received)
}

/** Outcomes as published, with how many of this contact point's opinions they answer. */
function answeredOf(
  facts: LogFacts,
  point: ContactPointId,
  published: Uint8Array | undefined,
): Pick<RolledPoint, 'answered'> {
  if (published === undefined) return {}
  const byOutcome = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>
  let of = 0
  const [superseded, code] = [facts.superseded(), facts.pointWords.find(point)]
  for (let place = 0; place < published.length; place += 1) {
    if (facts.points[place] !== code || superseded[place] === 1) continue
    const outcome = outcomeOf(published[place] as number)
    if (outcome === undefined) continue
    of += 1
    byOutcome[outcome] += 1
  }
  return { answered: { of, byOutcome } }
}
