/** The article with most opinions when it stands out: at least five, and more than any other; `''` (the whole) does not count. */
export function mostDiscussed(byArticle: Readonly<Record<string, number>>): string | undefined {
  const ranked = Object.entries(byArticle)
    .filter(([id]) => id !== '')
    .sort(([, a], [, b]) => b - a)
  const [first, second] = ranked
  if (!first || first[1] < 5 || first[1] === second?.[1]) return undefined
  return first[0]
}

/** How many opinions went into the text in full or in part. */
export function takenOf(byOutcome: Readonly<Record<string, number>>): number {
  return (byOutcome['adopted'] ?? 0) + (byOutcome['partlyAdopted'] ?? 0)
}
