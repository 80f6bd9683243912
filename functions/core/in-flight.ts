/**
 * Does the work for every item, at most `atOnce` of them at a time, and answers in the order of the items. The first
 * failure is thrown at once; what is under way by then still ends.
 */
export async function eachInFlight<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, place: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  const waiting = items.entries()
  const worker = async () => {
    for (const [place, item] of waiting) answers[place] = await work(item, place)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  return answers
}
