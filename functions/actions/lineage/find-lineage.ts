import type { DraftMeta } from '#core/bill.ts'
import { composeLinks } from '#core/lineage/compose-links.ts'
import { compareDrafts } from '#core/draft/draft-order.ts'
import type { Lineage } from '#core/lineage/lineage.ts'
import type { Deps } from '#core/ports.ts'
import { computedLinks } from './computed-links.ts'

/**
 * The lineage of two drafts of a bill as far as people had a word in it: the one they corrected, else what follows for
 * the two from corrections between neighbours on the way (`rev` 0: not corrected itself). `undefined` when nobody has.
 */
export async function findLineage(
  deps: Pick<Deps, 'drafts' | 'lineages'>,
  from: DraftMeta,
  to: DraftMeta,
): Promise<Lineage | undefined> {
  const stored = await deps.lineages.find(from.id, to.id)
  if (stored !== undefined) return stored
  const way = (await deps.drafts.listOf(to.billId))
    .filter((draft) => compareDrafts(from, draft) <= 0 && compareDrafts(draft, to) <= 0)
    .toSorted(compareDrafts)
  if (way.length < 3) return undefined
  const steps = way.slice(1).map((draft, at) => [way[at] ?? from, draft] as const)
  const corrected = await Promise.all(steps.map(([a, b]) => deps.lineages.find(a.id, b.id)))
  if (corrected.every((lineage) => lineage === undefined)) return undefined
  const texts = await Promise.all(way.map(({ id }) => deps.drafts.text(id)))
  const aligned = (a = texts[0], b = texts.at(-1)) => (a && b ? computedLinks(deps.drafts, a, b) : [])
  const chain = corrected.map((lineage, at) => lineage?.links ?? aligned(texts[at], texts[at + 1]))
  const [first, last] = [texts[0]?.provisions ?? [], texts.at(-1)?.provisions ?? []]
  const links = composeLinks(first, last, aligned(), chain)
  return { billId: to.billId, fromDraftId: from.id, toDraftId: to.id, links, rev: 0 }
}
