import type { Randomness } from './ports.ts'

const alphabet = '23456789abcdefghjkmnpqrstvwxyz'

/** A short id nobody chose: `c-7k2m9q`. Thirty letters at six places are enough for a desk; the store refuses a clash. */
export function deskId(prefix: string, randomness: Randomness, length = 6): string {
  let id = `${prefix}-`
  while (id.length < prefix.length + 1 + length) {
    // 240 = 8 × 30: bytes above it would favour the first letters.
    for (const byte of randomness.bytes(length * 2))
      if (byte < 240 && id.length < prefix.length + 1 + length) id += alphabet[byte % 30]
  }
  return id
}
