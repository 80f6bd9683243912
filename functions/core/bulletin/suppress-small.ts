/** Fewer than this many tell who somebody is. */
export const leastCount = 5

/** Counts by place as they may be shown: small ones together, so that none of them can be worked out. */
export interface ShownCounts {
  shown: { id: string; count: number }[]
  /** How many places are put together, and their count; 0 when none is small. */
  together: { places: number; count: number }
}

/**
 * Puts counts under `leastCount` together. One small count alone could be worked out from the sum, so the next larger joins
 * it, and more until together they are enough. Most first.
 */
export function suppressSmall(counts: Readonly<Record<string, number>>): ShownCounts {
  const shown = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  const together = { places: 0, count: 0 }
  for (let last = shown.at(-1); last !== undefined; last = shown.at(-1)) {
    const isSafe = together.places === 0 || (together.places > 1 && together.count >= leastCount)
    if (last.count >= leastCount && isSafe) break
    together.places += 1
    together.count += last.count
    shown.pop()
  }
  return { shown, together }
}
