import type { LineageCorrection, LineageLink } from '#core/lineage/lineage.ts'

/**
 * What colleagues made in the meantime of the articles a person wants to set: links of `now` on any of them that were
 * not there when the person read (`before`). Empty: they worked on other articles, and the correction can go after theirs.
 */
export function clashWith(
  before: readonly LineageLink[],
  now: readonly LineageLink[],
  wanted: readonly LineageCorrection[],
): LineageLink[] {
  const known = new Set(before.map(nameOf))
  const from = new Set(wanted.flatMap((correction) => correction.from))
  const to = new Set(wanted.flatMap((correction) => correction.to))
  return now
    .filter((link) => link.from.some((id) => from.has(id)) || link.to.some((id) => to.has(id)))
    .filter((link) => !known.has(nameOf(link)))
}

/** Who set a link belongs to what it is: a match a colleague has just confirmed is news too. */
function nameOf({ from, to, correctedBy, correctedAt }: LineageLink): string {
  return [from.join('+'), to.join('+'), correctedBy, correctedAt].join(' ')
}
