import { correctLinks } from './correct-links.ts'
import type { ProvisionId } from '../ids.ts'
import type { LineageCorrection, LineageLink } from './lineage.ts'
import { type LineageUnit, lineageUnits } from './lineage-units.ts'
import type { Provision } from '../draft/provision.ts'
import { likeness } from '../text/text-likeness.ts'

/** Who said a correction and when. */
type Corrector = Parameters<typeof correctLinks>[4]

/** Articles that hang together along a chain of lineages: those of the first draft, those of the last. */
interface Strand {
  from: ProvisionId[]
  to: ProvisionId[]
  /** The newest correction in it; without one the words of the two drafts alone decide. */
  by: Corrector
}

/**
 * A lineage of two drafts with others between them: what people corrected from neighbour to neighbour holds for the
 * two as well (`chain`: the links from each draft to the next, `from` to `to`). `links` are the two aligned directly;
 * they stay wherever nobody corrected anything on the way. Deterministic: corrections are taken in the order of the
 * first draft, then of the last.
 */
export function composeLinks(
  from: readonly Provision[],
  to: readonly Provision[],
  links: readonly LineageLink[],
  chain: readonly (readonly LineageLink[])[],
): LineageLink[] {
  const older = lineageUnits(from)
  const newer = lineageUnits(to)
  return strandsOf(chain, older, newer).reduce(
    (held, strand) => correctLinks(from, to, held, correctionsOf(strand, older, newer), strand.by),
    [...links],
  )
}

/** The strands a person's correction is part of. */
function strandsOf(
  chain: readonly (readonly LineageLink[])[],
  older: readonly LineageUnit[],
  newer: readonly LineageUnit[],
): Strand[] {
  const joined = new Joined()
  const key = (draft: number, id: ProvisionId) => `${draft} ${id}`
  for (const [draft, links] of chain.entries())
    for (const { from, to } of links) {
      const keys = [...from.map((id) => key(draft, id)), ...to.map((id) => key(draft + 1, id))]
      for (const other of keys) joined.join(keys[0] ?? other, other)
    }
  const corrected = newestCorrections(chain, (draft, id) => joined.rootOf(key(draft, id)))
  const last = chain.length
  return [...corrected].flatMap(([root, { by, ends }]) => {
    const own = (units: readonly LineageUnit[], draft: number) =>
      units.flatMap(({ id }) => (joined.rootOf(key(draft, id)) === root ? [id] : []))
    const strand = { from: own(older, 0), to: own(newer, last), by }
    const isEmpty = strand.from.length === 0 || strand.to.length === 0
    // That an article ends on the way is a person's word only where a person said so.
    return (isEmpty && !ends) || strand.from.length + strand.to.length === 0 ? [] : [strand]
  })
}

/** By strand: the newest correction in it, and whether one said that an article was added or removed. */
function newestCorrections(
  chain: readonly (readonly LineageLink[])[],
  strandOf: (draft: number, id: ProvisionId) => string,
): Map<string, { by: Corrector; ends: boolean }> {
  const newest = new Map<string, { by: Corrector; ends: boolean }>()
  for (const [draft, links] of chain.entries())
    for (const { from, to, correctedBy, correctedAt } of links) {
      if (correctedBy === undefined || correctedAt === undefined) continue
      const [older, newer] = [from[0], to[0]]
      const strand = older ? strandOf(draft, older) : newer && strandOf(draft + 1, newer)
      if (strand === undefined) continue
      const held = newest.get(strand)
      const ends = (held?.ends ?? false) || !older || !newer
      const isNewer = held === undefined || correctedAt > held.by.at
      newest.set(strand, { by: isNewer ? { memberId: correctedBy, at: correctedAt } : held.by, ends })
    }
  return newest
}

/**
 * A strand as corrections a lineage can hold: an article split and merged again on the way stands on several of both
 * sides, and then each newer one goes to the older one it is most like.
 */
function correctionsOf(
  { from, to }: Strand,
  older: readonly LineageUnit[],
  newer: readonly LineageUnit[],
): LineageCorrection[] {
  if (from.length === 0) return to.map((id) => ({ from: [], to: [id] }))
  if (to.length === 0) return from.map((id) => ({ from: [id], to: [] }))
  if (from.length === 1 || to.length === 1) return [{ from, to }]
  const words = (units: readonly LineageUnit[], id: ProvisionId) =>
    units.find((unit) => unit.id === id)?.words ?? ''
  const taken = new Map<ProvisionId, ProvisionId[]>(from.map((id) => [id, []]))
  for (const id of to) {
    const [best] = from.toSorted(
      (a, b) =>
        likeness(words(older, b), words(newer, id)) - likeness(words(older, a), words(newer, id)) ||
        from.indexOf(a) - from.indexOf(b),
    )
    if (best !== undefined) taken.get(best)?.push(id)
  }
  return [...taken].map(([id, found]) => ({ from: [id], to: found }))
}

/** Sets that grow together (union-find); a set is named by its first member. */
class Joined {
  readonly #above = new Map<string, string>()

  rootOf(key: string): string {
    let root = key
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root)) root = above
    return root
  }

  join(a: string, b: string): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)]
    if (first !== second) this.#above.set(second, first)
  }
}
