/**
 * How alike two short Chinese texts are, 0…1: twice the shared character pairs over all of them (Dice).
 * Enough to tell a corrected row from another person's; grouping of opinions has its own, better measure.
 */
export function likeness(a: string, b: string): number {
  const first = characterPairs(a)
  const second = characterPairs(b)
  let total = 0
  let shared = 0
  for (const [pair, count] of first) {
    total += count
    shared += Math.min(count, second.get(pair) ?? 0)
  }
  for (const count of second.values()) total += count
  return total === 0 ? Number(a === b) : (2 * shared) / total
}

function characterPairs(text: string): Map<string, number> {
  const characters = Array.from(text.normalize('NFKC').replace(/[\s\p{P}]+/gu, ''))
  const pairs = new Map<string, number>()
  const padded = ['', ...characters, '']
  for (let place = 1; place < padded.length; place += 1) {
    const pair = `${padded[place - 1]}|${padded[place]}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return characters.length === 0 ? new Map() : pairs
}
