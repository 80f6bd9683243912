import type { ComparisonRow } from '#core/lineage/comparison.ts'

/** How many articles met which fate. All but `removed` add up to the articles of the newer text. */
export interface ChangeCounts {
  same: number
  renumbered: number
  changed: number
  added: number
  /** Of the older text. */
  removed: number
  /** Of those still there, how many stand in another place. */
  moved: number
}

const fates = {
  same: 'same',
  renumbered: 'renumbered',
  edited: 'changed',
  split: 'changed',
  merged: 'changed',
  added: 'added',
  removed: 'removed',
} as const

/** Counts articles, not words outside them and not titles. Of a split article every new one counts. */
export function countChanges(rows: readonly ComparisonRow[]): ChangeCounts {
  const counts: ChangeCounts = { same: 0, renumbered: 0, changed: 0, added: 0, removed: 0, moved: 0 }
  for (const { kind, from, to, moved } of rows) {
    if (kind === 'heading') continue
    const articles = (to.length > 0 ? to : from).filter(({ label }) => label !== '').length
    counts[fates[kind]] += articles
    if (moved && to.length > 0) counts.moved += articles
  }
  return counts
}
