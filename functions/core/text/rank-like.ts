/** A stretch [`from`, `to`) of one text that shares pairs of characters with what was sought; `score` above 0. */
export interface LikeStretch {
  text: number
  from: number
  to: number
  score: number
}

/** Share of the sought pairs that a text must hold. One wrong character in four leaves a third of them. */
const minShare = 1 / 4

/**
 * Texts that share character pairs with the terms sought, best first, ties in order. A pair weighs the more the fewer
 * texts hold it, and the best stretch of a text is where most weight stands close together. No index is kept: a
 * statute is short enough to be read through for every question.
 */
export function rankLike(texts: readonly string[], terms: readonly string[]): LikeStretch[] {
  const pairs = soughtPairs(texts, terms)
  const reach = Math.max(8, terms.join('').length * 2)
  return texts
    .flatMap((text, at): LikeStretch[] => {
      const held = pairs.filter(({ holders }) => holders[at])
      if (held.length === 0 || held.length < pairs.length * minShare) return []
      return [{ text: at, ...bestStretch(text, held, reach) }]
    })
    .sort((a, b) => b.score - a.score || a.text - b.text)
}

interface SoughtPair {
  pair: string
  /** How often the terms have it: so often it counts in a stretch. */
  times: number
  weight: number
  /** By text. */
  holders: boolean[]
}

function soughtPairs(texts: readonly string[], terms: readonly string[]): SoughtPair[] {
  const times = new Map<string, number>()
  for (const pair of terms.flatMap(pairsOf)) times.set(pair, (times.get(pair) ?? 0) + 1)
  return [...times].map(([pair, count]) => {
    const holders = texts.map((text) => text.includes(pair))
    const held = holders.filter(Boolean).length
    return { pair, times: count, weight: Math.log(1 + texts.length / Math.max(1, held)), holders }
  })
}

/** Neighbouring characters; a term of one character is looked for as it is. */
function pairsOf(term: string): string[] {
  const characters = [...term]
  if (characters.length === 1) return [term]
  return characters.slice(1).map((character, at) => (characters[at] ?? '') + character)
}

/**
 * The stretch no longer than `reach` with the most weight; the whole text's weight counts a little, so that words far
 * apart still lift a text above one that holds fewer of them. Of stretches that hold as much, the shortest.
 */
function bestStretch(
  text: string,
  held: readonly SoughtPair[],
  reach: number,
): { from: number; to: number; score: number } {
  const places = held
    .flatMap((sought) => placesOf(text, sought.pair).map((at) => ({ at, sought })))
    .sort((a, b) => a.at - b.at)
  const total = held.reduce((sum, { weight }) => sum + weight, 0)
  let best = { from: 0, to: 0, score: -1 }
  for (const [first, { at: from }] of places.entries()) {
    const seen = new Map<SoughtPair, number>()
    let score = total / 2
    let to = from
    for (let next = first; next < places.length; next += 1) {
      const place = places[next]
      if (!place || place.at + place.sought.pair.length - from > reach) break
      const times = (seen.get(place.sought) ?? 0) + 1
      if (times > place.sought.times) continue
      seen.set(place.sought, times)
      score += place.sought.weight
      to = place.at + place.sought.pair.length
    }
    score -= (to - from) / 1000
    if (score > best.score) best = { from, to, score }
  }
  return best
}

function placesOf(text: string, pair: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) places.push(at)
  return places
}
