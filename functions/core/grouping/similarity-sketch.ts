import { mix32 } from '../hash-mix.ts'

/** Bands, and numbers in each: two texts meet when one whole band is the same. */
export const bandCount = 96
const bandRows = 3
const bins = bandCount * bandRows

/** With so few bins empty, throwing on costs more than it tells. */
const fewBins = bins / 8

/** Round in which a bin was filled; -1: it is empty. */
const filledIn = new Int16Array(bins)
const values = new Uint32Array(bins)

/**
 * MinHash of a set of numbers, 288 values: a value is the same in two sets with the probability of their Jaccard
 * likeness. Made as in Dahlgaard, Knudsen, Thorup, Fast Similarity Sketching (FOCS 2017): in each round every
 * element throws one dart, the first round that hits a bin decides it, the least dart of it wins. The last eighth of
 * the bins borrow from others, the same ones in every set (Shrivastava, Optimal Densification, ICML 2017). As good as
 * 288 hash functions for our purpose and a tenth of their work. The set must not be empty.
 */
function sketch(set: Uint32Array): Uint32Array {
  filledIn.fill(-1)
  let empty = bins
  for (let round = 0; empty > fewBins; round += 1) {
    const salt = Math.imul(round + 1, 0x9e3779b9)
    for (let at = 0; at < set.length; at += 1) {
      const dart = mix32(((set[at] as number) + salt) | 0)
      // After `bins` rounds by chance, every round fills one bin for certain: it ends.
      const bin = round < bins ? ((dart >>> 16) * bins) >>> 16 : round - bins
      const filled = filledIn[bin] as number
      if (filled < 0) {
        filledIn[bin] = round
        values[bin] = dart
        empty -= 1
      } else if (filled === round && dart < (values[bin] as number)) values[bin] = dart
    }
  }
  for (let bin = 0; bin < bins; bin += 1) if ((filledIn[bin] as number) < 0) values[bin] = borrowed(bin)
  return values
}

/** The value of the first filled bin among those this one asks, in an order of its own. */
function borrowed(bin: number): number {
  for (let turn = 1; ; turn += 1) {
    const other = ((mix32(Math.imul(bin + 1, 0x9e3779b1) + turn) >>> 16) * bins) >>> 16
    if ((filledIn[other] as number) >= 0) return values[other] as number
  }
}

/** Names of the 96 bands of a set, into `keys`. `salt` keeps texts apart that must never meet. */
export function bandKeys(set: Uint32Array, salt: number, keys: Uint32Array): void {
  const made = sketch(set)
  for (let band = 0; band < bandCount; band += 1) {
    let key = Math.imul(band + 1, 0x9e3779b1) ^ salt
    for (let row = 0; row < bandRows; row += 1)
      key = Math.imul(key ^ (made[band * bandRows + row] as number), 0x85ebca6b) ^ (key >>> 13)
    keys[band] = mix32(key)
  }
}
