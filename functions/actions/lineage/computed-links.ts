import { alignDrafts } from '#core/lineage/align-drafts.ts'
import type { DraftText } from '#core/bill.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'
import type { Drafts } from '#core/ports.ts'

/** Lists of opinions ask for the same pair again and again, and 700 × 700 articles cost 0.25 s; six drafts make fifteen. */
const keptPairs = 16
const kept = new WeakMap<Drafts, Map<string, LineageLink[]>>()

/** The lineage of two drafts as computed; drafts never change (R8), so a pair is computed once. */
export function computedLinks(drafts: Drafts, from: DraftText, to: DraftText): LineageLink[] {
  const pairs = kept.get(drafts) ?? new Map<string, LineageLink[]>()
  kept.set(drafts, pairs)
  const key = `${from.id}..${to.id}`
  const links = pairs.get(key) ?? alignDrafts(from.provisions, to.provisions)
  const oldest = pairs.keys().next()
  if (pairs.size >= keptPairs && !pairs.has(key) && !oldest.done) pairs.delete(oldest.value)
  pairs.set(key, links)
  return links
}
