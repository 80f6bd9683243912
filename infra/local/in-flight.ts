/** Does `work` for every item, at most `width` at a time, in the order of the items. */
export async function eachInFlight<T>(
  items: readonly T[],
  width: number,
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) await work(item, index)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
}
