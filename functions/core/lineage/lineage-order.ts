/**
 * The older places of the matches that changed their order: all but a longest run that kept it (patience sorting,
 * n log n). Of two that swapped, one is said to have moved.
 */
export function placesMoved(matches: readonly { from: number; to: number }[]): Set<number> {
  const inOrder = matches.toSorted((a, b) => a.from - b.from)
  const tails: number[] = []
  const before: (number | undefined)[] = []
  for (const [at, { to }] of inOrder.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((inOrder[tails[middle] ?? 0]?.to ?? 0) < to) low = middle + 1
      else high = middle
    }
    before[at] = tails[low - 1]
    tails[low] = at
  }
  const moved = new Set(inOrder.map(({ from }) => from))
  for (let at = tails.at(-1); at !== undefined; at = before[at]) {
    const kept = inOrder[at]
    if (kept !== undefined) moved.delete(kept.from)
  }
  return moved
}
