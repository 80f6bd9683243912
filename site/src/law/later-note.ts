import type { LineageLink } from '#core/lineage/lineage.ts'

/** What became of an article in a later text, as far as its reader must be told. */
export type LaterFate = 'moved' | 'edited' | 'elsewhere' | 'split' | 'merged' | 'gone'

/** The fate of one article along a lineage, and the articles it is in now; `undefined` when it is the same as ever. */
export function laterFate(
  links: readonly LineageLink[],
  id: string,
): { fate: LaterFate; to: readonly string[]; wordsChanged: boolean } | undefined {
  const link = links.find(({ from }) => from.some((held) => held === id))
  if (!link) return undefined
  const { kind, to, moved, numberChanged } = link
  const wordsChanged = kind !== 'same' && kind !== 'renumbered'
  if (to.length === 0) return { fate: 'gone', to, wordsChanged }
  if (kind === 'split' || kind === 'merged') return { fate: kind, to, wordsChanged }
  if (numberChanged) return { fate: 'elsewhere', to, wordsChanged }
  if (wordsChanged) return { fate: 'edited', to, wordsChanged }
  return moved ? { fate: 'moved', to, wordsChanged } : undefined
}
