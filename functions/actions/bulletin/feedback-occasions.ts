import type { FeedbackGroup } from '#contract/feedback-api.ts'
import type { Batch } from '#core/batch/batch-ports.ts'
import type { HeldSession } from '#core/collecting/collecting-session.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import { dateOfDay, type LogFacts } from '#core/log/log-facts.ts'
import { ownOpinions } from '#core/log/own-opinions.ts'

/** What is known of the occasions of one contact point. */
export interface KnownOccasions {
  point: ContactPoint
  sessions: readonly HeldSession[]
  batches: readonly Omit<Batch, 'rows'>[]
}

/** One occasion, and its answered opinions by place in the log, corrected ones included. */
export interface Occasion {
  told: Omit<FeedbackGroup, 'slips'>
  answered: number[]
}

/**
 * A contact point's opinions by occasion, the newest first, as facts and published outcomes (a byte an entry) tell
 * them: nothing of the log is read.
 */
export function feedbackOccasions(
  facts: LogFacts,
  outcomes: Uint8Array | undefined,
  known: KnownOccasions,
): Occasion[] {
  const { all, current } = ownOpinions(facts, known.point.id)
  const isCurrent = new Set(current)
  const nameOf = occasionNamer(facts, known)
  const occasions = new Map<string, Occasion>()
  for (const place of all) {
    const named = nameOf(place)
    const { told, answered } = occasions.get(named.key) ?? {
      told: { ...named, opinions: 0, answered: 0 },
      answered: [],
    }
    const isAnswered = (outcomes?.[place] ?? 0) !== 0
    if (isAnswered) answered.push(place)
    if (isCurrent.has(place)) {
      if (told.opinions === 0 || named.heldOn > told.heldOn) told.heldOn = named.heldOn
      told.opinions += 1
      if (isAnswered) told.answered += 1
    }
    occasions.set(named.key, { told, answered })
  }
  return [...occasions.values()].sort(({ told: a }, { told: b }) =>
    a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : 0,
  )
}

type Named = Omit<FeedbackGroup, 'opinions' | 'answered' | 'slips'>

function occasionNamer(facts: LogFacts, { point, sessions, batches }: KnownOccasions) {
  const held = new Map<string, HeldSession['session']>(sessions.map(({ session }) => [session.id, session]))
  const fileNames = new Map<string, string>(batches.map(({ id, fileName }) => [id, fileName]))
  const stationName = (id: string | undefined) => point.stations.find((station) => station.id === id)?.name
  return (place: number): Named => {
    const { sessionId, batchId, collectedOn } = facts.occasionAt(place)
    const session = held.get(sessionId)
    if (session !== undefined) return nameSession(session, stationName(session.stationId))
    const heldOn = collectedOn === '' ? dateOfDay(facts.days[place] as number) : collectedOn
    const fileName = fileNames.get(batchId)
    if (fileName !== undefined) return { kind: 'batch', key: `batch ${batchId}`, fileName, heldOn }
    const [channel, stationId] = [facts.channelOf(place), facts.stationAt(place)]
    const station = stationName(stationId)
    const key = `day ${heldOn} ${channel} ${stationId ?? ''}`
    return { kind: 'day', key, channel, ...(station && { station }), heldOn }
  }
}

function nameSession(session: HeldSession['session'], station: string | undefined): Named {
  const { id, channel, place, heldOn, headcount } = session
  return {
    kind: 'session',
    key: `session ${id}`,
    channel,
    ...(place && { place }),
    ...(station && { station }),
    heldOn,
    ...(headcount > 0 && { headcount }),
  }
}
