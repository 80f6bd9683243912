/** One bar: a name, a count and its share of the longest, 0…1. */
export interface Bar {
  key: string
  name: string
  count: number
  share: number
}

/** Counts as bars, longest first unless an order is given; keys in the order but not counted are left out. */
export function barsOf(
  counts: Record<string, number>,
  nameOf: (key: string) => string,
  order?: readonly string[],
): Bar[] {
  const keys = order
    ? [...order.filter((key) => key in counts), ...Object.keys(counts).filter((key) => !order.includes(key))]
    : Object.keys(counts).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  const longest = Math.max(1, ...Object.values(counts))
  return keys
    .map((key) => ({ key, name: nameOf(key), count: counts[key] ?? 0, share: (counts[key] ?? 0) / longest }))
    .filter((bar) => bar.count > 0)
}
