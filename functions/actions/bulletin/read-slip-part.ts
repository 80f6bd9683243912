import type { FeedbackQuery, FeedbackSlip, FeedbackSlips } from '#contract/feedback-api.ts'
import { limits } from '#contract/limits.ts'
import type { Consultation } from '#core/consultation.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import type { Deps } from '#core/ports.ts'
import { draftOrder } from './build-bulletin-rows.ts'
import type { Occasion } from './feedback-occasions.ts'
import { feedbackSlipMaker } from './make-feedback-slips.ts'

interface Ground {
  consultation: Consultation
  facts: LogFacts
  occasions: readonly Occasion[]
}

/** Some slips by `FeedbackGroup.key`, where they stand among those asked for, and what published them. */
export interface SlipPart extends Pick<FeedbackSlips, 'bulletin' | 'part'> {
  slips: Map<string, FeedbackSlip[]>
}

/** Reads the slips behind a cursor, as far as one answer holds them; of each occasion in the order of the bulletin. */
export async function readSlipPart(
  deps: Pick<Deps, 'publishedAnswers' | 'drafts'>,
  ground: Ground,
  query: FeedbackQuery,
): Promise<SlipPart> {
  const { places, from, beyond, of } = await placesFrom(deps, ground, query)
  const { ids } = ground.facts
  const wanted = new Set(places.map(({ place }) => ids.at(place)))
  const edition = await deps.publishedAnswers.answersTo(ground.consultation.id, wanted)
  const slipOf = await feedbackSlipMaker(deps, edition?.rows.values() ?? [])
  const slips = new Map<string, FeedbackSlip[]>()
  let [shown, bytes] = [0, 0]
  for (const { place, key } of places) {
    const row = edition?.rows.get(ids.at(place))
    if (row !== undefined) {
      const slip = slipOf(row)
      bytes += Buffer.byteLength(JSON.stringify(slip))
      if (bytes > limits.maxSlipBytesPerPart && shown > 0) break
      const held = slips.get(key)
      if (held === undefined) slips.set(key, [slip])
      else held.push(slip)
    }
    shown += 1
  }
  const next = places[shown] ?? beyond
  return {
    ...(edition && { bulletin: { edition: edition.edition, publishedAt: edition.publishedAt } }),
    slips,
    part: { from: shown === 0 ? 0 : from, shown, of, cursor: next === undefined ? null : String(next.place) },
  }
}

interface SlipPlace {
  place: number
  /** Of its occasion. */
  key: string
}

/**
 * The answered opinions that are asked for, from where the cursor stands on, and the one behind them. A cursor names a
 * place in the log: one that was corrected since still says where it stood.
 */
async function placesFrom(
  deps: Pick<Deps, 'drafts'>,
  { consultation, facts, occasions }: Ground,
  { occasion, cursor, limit = limits.maxSlipsPerPart }: FeedbackQuery,
) {
  const askedText = await deps.drafts.text(consultation.draftId)
  const order = draftOrder({ facts, drafts: { askedText } })
  const all = occasions
    .filter(({ told }) => occasion === undefined || told.key === occasion)
    .flatMap(({ told: { key }, answered }) =>
      answered
        .toSorted((a, b) => order.at(a) - order.at(b) || a - b)
        .map((place): SlipPlace => ({ place, key })),
    )
  const superseded = facts.superseded()
  const stands = ({ place }: SlipPlace) => superseded[place] === 0
  const at = cursor === undefined ? 0 : all.findIndex(({ place }) => place === cursor)
  const before = all.slice(0, Math.max(at, 0)).filter(stands).length
  const standing = all.filter(stands)
  const places = standing.slice(before, before + limit)
  return { places, from: before + 1, beyond: standing[before + limit], of: standing.length }
}
