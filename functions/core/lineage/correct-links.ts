import type { MemberId, ProvisionId } from '../ids.ts'
import type { LineageCorrection, LineageLink } from './lineage.ts'
import { type LinkGroup, makeLinks } from './lineage-links.ts'
import { type LineageUnit, lineageUnits } from './lineage-units.ts'
import type { Provision } from '../draft/provision.ts'
import { likeness } from '../text/text-likeness.ts'
import type { Instant } from '../time.ts'

/** What a correction cannot be, by its place in the list and its side. */
export interface CorrectionProblem {
  field: string
  code: 'required' | 'unknown-provision' | 'repeated' | 'malformed'
}

/**
 * What is wrong with corrections of a lineage: an article neither draft has, one named twice, a link of nothing, or of
 * several articles with several (`malformed`: first split, then merge).
 */
export function checkCorrections(
  from: readonly Provision[],
  to: readonly Provision[],
  corrections: readonly LineageCorrection[],
): CorrectionProblem[] {
  const known = { from: idsOf(from), to: idsOf(to) }
  const named = { from: new Set<ProvisionId>(), to: new Set<ProvisionId>() }
  return corrections.flatMap((correction, place) => {
    const problems: CorrectionProblem[] = []
    for (const side of ['from', 'to'] as const)
      for (const id of correction[side]) {
        const field = `links.${place}.${side}`
        if (!known[side].has(id)) problems.push({ field, code: 'unknown-provision' })
        else if (named[side].has(id)) problems.push({ field, code: 'repeated' })
        named[side].add(id)
      }
    const [older, newer] = [correction.from.length, correction.to.length]
    if (older + newer === 0) problems.push({ field: `links.${place}`, code: 'required' })
    if ((older > 1 && newer !== 1) || (newer > 1 && older !== 1))
      problems.push({ field: `links.${place}`, code: 'malformed' })
    return problems
  })
}

/**
 * A lineage with a person's corrections: each says which articles belong together; what became of them follows from
 * their words. Articles a correction takes from another link leave it, and stand alone when nothing is left to them.
 * Replaced links are kept in `was`. A correction that says what a computed link says confirms it: who and when stand on
 * it from then on, and it itself in `was`; the same words need nobody's word. The corrections must be without problems
 * (`checkCorrections`).
 */
export function correctLinks(
  from: readonly Provision[],
  to: readonly Provision[],
  links: readonly LineageLink[],
  corrections: readonly LineageCorrection[],
  by: { memberId: MemberId; at: Instant },
): LineageLink[] {
  const older = lineageUnits(from)
  const newer = lineageUnits(to)
  const standing = new Map(links.map((link) => [keyOf(link), link]))
  const wanted = corrections.filter((correction) => !standing.has(keyOf(correction)))
  const confirmed = new Set(corrections.map(keyOf))
  const taken = {
    from: new Set(wanted.flatMap((correction) => correction.from)),
    to: new Set(wanted.flatMap((correction) => correction.to)),
  }
  const groups = [...wanted, ...links.flatMap((link) => remainderOf(link, taken))]
  const made = makeLinks(
    groups.map((group) => groupOf(group, standing.get(keyOf(group)), older, newer)),
    older,
    newer,
  )
  const correction = { correctedBy: by.memberId, correctedAt: by.at }
  return made.map((link) => {
    const before = standing.get(keyOf(link))
    const kept = { correctedBy: before?.correctedBy, correctedAt: before?.correctedAt, was: before?.was }
    if (before !== undefined && confirmed.has(keyOf(link)) && mayBeWrong(before))
      return { ...link, score: before.score, ...correction, was: [before] }
    if (before !== undefined) return withoutUndefined({ ...link, score: before.score, ...kept })
    return { ...link, ...correction, was: replacedBy(link, links) }
  })
}

/** Computed, and nobody has said yet that it is right; the same words to the character cannot be wrong. */
function mayBeWrong({ kind, correctedBy }: LineageLink): boolean {
  return correctedBy === undefined && kind !== 'same' && kind !== 'renumbered'
}

function idsOf(provisions: readonly Provision[]): Set<ProvisionId> {
  return new Set(lineageUnits(provisions).map(({ id }) => id))
}

/** The same articles, whatever order they are named in. */
function keyOf({ from, to }: LineageCorrection): string {
  return `${from.toSorted().join('+')}>${to.toSorted().join('+')}`
}

/** What is left of a link when some of its articles are taken; several without a partner stand alone each. */
function remainderOf(
  link: LineageLink,
  taken: { from: ReadonlySet<ProvisionId>; to: ReadonlySet<ProvisionId> },
): LineageCorrection[] {
  const from = link.from.filter((id) => !taken.from.has(id))
  const to = link.to.filter((id) => !taken.to.has(id))
  if (from.length > 0 && to.length > 0) return [{ from, to }]
  return [...from.map((id) => ({ from: [id], to: [] })), ...to.map((id) => ({ from: [], to: [id] }))]
}

function groupOf(
  { from, to }: LineageCorrection,
  standing: LineageLink | undefined,
  older: readonly LineageUnit[],
  newer: readonly LineageUnit[],
): LinkGroup {
  const fromPlaces = placesOf(older, from)
  const toPlaces = placesOf(newer, to)
  const words = (units: readonly LineageUnit[], places: readonly number[]) =>
    places.map((place) => units[place]?.words ?? '').join('\n')
  const score = standing?.score ?? likeness(words(older, fromPlaces), words(newer, toPlaces))
  return { from: fromPlaces, to: toPlaces, score }
}

function placesOf(units: readonly LineageUnit[], ids: readonly ProvisionId[]): number[] {
  return ids.map((id) => units.findIndex((unit) => unit.id === id)).toSorted((a, b) => a - b)
}

/** The links that held any of these articles, with all that they themselves had replaced, oldest first. */
function replacedBy(link: LineageLink, links: readonly LineageLink[]): LineageLink['was'] {
  return links
    .filter(
      (old) => old.from.some((id) => link.from.includes(id)) || old.to.some((id) => link.to.includes(id)),
    )
    .flatMap(({ was, ...old }) => [...(was ?? []), old])
}

function withoutUndefined(link: LineageLink): LineageLink {
  return Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined)) as LineageLink
}
