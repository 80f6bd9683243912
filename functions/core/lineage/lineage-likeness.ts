/** Character pairs of a text and how often each occurs. */
type Grams = Map<string, number>

/** How alike two articles are, weighing rare character pairs above those every article has. */
export interface Likeness {
  /** What an article of one side shares with each of the other side, by place, as a weight. */
  sharedWith(side: 'from' | 'to', place: number): Float64Array
  /** Weighted Dice 0…1 from what is shared. */
  dice(from: number, to: number, shared: number): number
  /** Whether they share a pair of characters that hardly any other article of either side has. */
  shareRareWord(from: number, to: number): boolean
  /** Weight of all pairs of an article. */
  weightOf(side: 'from' | 'to', place: number): number
  /**
   * Of the weight of `part`, how much is found in `whole` (on the other side) beyond what `others` on the part's
   * side already use of it, 0…1.
   */
  leftFor(side: 'from' | 'to', whole: number, part: number, others: readonly number[]): number
}

/** What carries no words: spaces, punctuation, symbols. */
const noise = /[\s\p{P}\p{S}]+/gu

/** A pair of characters in more texts than this says nothing about any of them, and would cost the square of them. */
const maxCommonTexts = 1500

/** A pair of characters in no more than so many articles of a side, or so large a share of them, tells them apart. */
const rareTexts = 2
const rareShare = 0.04

/**
 * Compares every older text with every newer one through an inverted index; time grows with the pairs they share,
 * not with the product of their lengths. A pair of characters weighs ln(1 + texts of a side / texts of that side
 * that have it), taking the side where it is more common: what one side alone says is no rarer for it.
 */
export function measureLikeness(from: readonly string[], to: readonly string[]): Likeness {
  const sides = { from: from.map(gramsOf), to: to.map(gramsOf) }
  const index = { from: indexOf(sides.from), to: indexOf(sides.to) }
  const texts = Math.max(from.length, to.length, 1)
  const weights = new Map<string, number>()
  const weigh = (gram: string): number => {
    let weight = weights.get(gram)
    if (weight === undefined) {
      const common = Math.max(index.from.get(gram)?.length ?? 0, index.to.get(gram)?.length ?? 0)
      weight = common > maxCommonTexts ? 0 : Math.log(1 + texts / common)
      weights.set(gram, weight)
    }
    return weight
  }
  const total = (grams: Grams): number => {
    let sum = 0
    for (const [gram, count] of grams) sum += weigh(gram) * count
    return sum
  }
  const totals = { from: sides.from.map(total), to: sides.to.map(total) }
  const weightOf = (side: 'from' | 'to', place: number): number => totals[side][place] ?? 0
  return {
    weightOf,
    sharedWith: (side, place) => {
      const opposite = side === 'from' ? 'to' : 'from'
      const shared = new Float64Array(sides[opposite].length)
      for (const [gram, count] of sides[side][place] ?? []) {
        const weight = weigh(gram)
        if (weight === 0) continue
        for (const other of index[opposite].get(gram) ?? [])
          shared[other.place] = (shared[other.place] ?? 0) + weight * Math.min(count, other.count)
      }
      return shared
    },
    dice: (a, b, shared) => {
      const sum = weightOf('from', a) + weightOf('to', b)
      return sum === 0 ? 0 : Math.min(1, (2 * shared) / sum)
    },
    shareRareWord: (a, b) => {
      const rare = Math.max(rareTexts, Math.floor(rareShare * texts))
      const isRare = (gram: string) =>
        (index.from.get(gram)?.length ?? 0) <= rare && (index.to.get(gram)?.length ?? 0) <= rare
      return [...(sides.from[a]?.keys() ?? [])].some((gram) => sides.to[b]?.has(gram) && isRare(gram))
    },
    leftFor: (side, whole, part, others) => {
      const opposite = side === 'from' ? 'to' : 'from'
      const all = sides[side][whole]
      const wanted = sides[opposite][part]
      const weight = weightOf(opposite, part)
      if (all === undefined || wanted === undefined || weight === 0) return 0
      let found = 0
      for (const [gram, count] of wanted) {
        let left = all.get(gram) ?? 0
        for (const other of others) left -= sides[opposite][other]?.get(gram) ?? 0
        if (left > 0) found += weigh(gram) * Math.min(count, left)
      }
      return found / weight
    },
  }
}

function gramsOf(text: string): Grams {
  const letters = Array.from(text.normalize('NFKC').replace(noise, ''))
  const grams: Grams = new Map()
  for (let place = 0; place < letters.length; place += 1) {
    const gram = `${letters[place]}${letters[place + 1] ?? ''}`
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

function indexOf(side: readonly Grams[]): Map<string, { place: number; count: number }[]> {
  const index = new Map<string, { place: number; count: number }[]>()
  for (const [place, grams] of side.entries())
    for (const [gram, count] of grams) {
      const held = index.get(gram)
      if (held === undefined) index.set(gram, [{ place, count }])
      else held.push({ place, count })
    }
  return index
}
