/** The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of a 32-bit number moves every other. */
export function mix32(number: number): number {
  let h = number
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}
