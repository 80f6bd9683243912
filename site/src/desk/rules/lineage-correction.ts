import type { LineageCorrection, LineageLink } from '#core/lineage/lineage.ts'

/** Why a correction cannot be made as chosen. */
export type CorrectionTrouble = 'nothing' | 'several-to-several' | 'twice'

/** What is wrong with counterparts as chosen; empty choices are left out, as the server will not see them. */
export function correctionTrouble({ from, to }: LineageCorrection): CorrectionTrouble | undefined {
  if (from.length + to.length === 0) return 'nothing'
  if (new Set(from).size < from.length || new Set(to).size < to.length) return 'twice'
  if (from.length > 1 && to.length > 1) return 'several-to-several'
  if ((from.length > 1 && to.length === 0) || (to.length > 1 && from.length === 0))
    return 'several-to-several'
  return undefined
}

/**
 * The corrections that put back what was computed, for a link a person set; `undefined` when nobody did, or when it
 * is as computed already.
 */
export function undoOf(link: LineageLink | undefined): LineageCorrection[] | undefined {
  if (link?.correctedBy === undefined) return undefined
  const computed = (link.was ?? []).filter(({ correctedBy }) => correctedBy === undefined)
  const byKey = new Map(computed.map(({ from, to }) => [keyOf({ from, to }), { from, to }]))
  if (byKey.size === 0 || byKey.has(keyOf(link))) return undefined
  return [...byKey.values()]
}

/** A person said that what was computed is right. */
export function isConfirmed(link: LineageLink | undefined): boolean {
  return (
    link?.correctedBy !== undefined &&
    (link.was ?? []).some((old) => old.correctedBy === undefined && keyOf(old) === keyOf(link))
  )
}

function keyOf({ from, to }: LineageCorrection): string {
  return `${from.join('+')}>${to.join('+')}`
}
