import type { RolledCount, RolledPoint, RollUpAnswer } from '#contract/roll-up-api.ts'
import type { Outcome } from '#core/deciding/outcome.ts'

/** Figures of one contact point over one or several consultations. */
export interface PointFigures extends RolledCount {
  byChannel: (RolledCount & { key: string })[]
  stations: (RolledCount & { key: string; name: string; closed: boolean })[]
  collectors: (RolledCount & { key: string })[]
  sessions: { held: number; headcount: number } | undefined
  answered: { of: number; byOutcome: Partial<Record<Outcome, number>> } | undefined
}

const none: RolledCount = { received: 0, people: 0, late: 0 }

/** Adds up one contact point's rows; every number of the result is the sum of what it is made of. */
export function sumPoints(
  consultations: RollUpAnswer['consultations'],
  contactPointId: string,
): PointFigures {
  const rows = consultations.flatMap(({ points }) =>
    points.filter((point) => point.contactPointId === contactPointId),
  )
  return {
    ...rows.reduce(plus, none),
    byChannel: merged(rows, ({ byChannel }) => byChannel.map((line) => ({ ...line, key: line.channel }))),
    stations: mergedStations(rows),
    collectors: merged(rows, ({ collectors }) => collectors.map((line) => ({ ...line, key: line.name }))),
    sessions: summed(rows.flatMap(({ sessions }) => sessions ?? [])),
    answered: answeredSum(rows.flatMap(({ answered }) => answered ?? [])),
  }
}

function plus(a: RolledCount, b: RolledCount): RolledCount {
  return { received: a.received + b.received, people: a.people + b.people, late: a.late + b.late }
}

function merged(
  rows: readonly RolledPoint[],
  linesOf: (row: RolledPoint) => (RolledCount & { key: string })[],
): (RolledCount & { key: string })[] {
  const sums = new Map<string, RolledCount>()
  for (const line of rows.flatMap(linesOf)) sums.set(line.key, plus(sums.get(line.key) ?? none, line))
  return [...sums].map(([key, sum]) => ({ key, ...sum })).sort((a, b) => b.received - a.received)
}

function mergedStations(rows: readonly RolledPoint[]): PointFigures['stations'] {
  const known = new Map(rows.flatMap(({ stations }) => stations.map((station) => [station.id, station])))
  const sums = merged(rows, ({ stations }) => stations.map((line) => ({ ...line, key: line.id })))
  return sums.map((sum) => ({
    ...sum,
    name: known.get(sum.key)?.name ?? '',
    closed: known.get(sum.key)?.closed ?? false,
  }))
}

function summed(sessions: NonNullable<RolledPoint['sessions']>[]): PointFigures['sessions'] {
  if (sessions.length === 0) return undefined
  return sessions.reduce((a, b) => ({ held: a.held + b.held, headcount: a.headcount + b.headcount }))
}

function answeredSum(parts: NonNullable<RolledPoint['answered']>[]): PointFigures['answered'] {
  if (parts.length === 0) return undefined
  const byOutcome: Partial<Record<Outcome, number>> = {}
  for (const part of parts)
    for (const [outcome, count] of Object.entries(part.byOutcome) as [Outcome, number][])
      byOutcome[outcome] = (byOutcome[outcome] ?? 0) + count
  return { of: parts.reduce((sum, { of }) => sum + of, 0), byOutcome }
}
