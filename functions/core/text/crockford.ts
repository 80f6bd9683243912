/** Crockford's base32 alphabet: no I, L, O, U, so nothing can be misread aloud or on paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes in Crockford's base32, five bits a character; bits that fill no character are left out. */
export function crockford(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
      held &= (1 << bits) - 1
    }
  }
  return text
}

/**
 * Reads characters as people write them: lower case, spaces or dashes between groups, full-width characters,
 * O for 0, I or L for 1. Returns `undefined` unless there are `length` of the alphabet and nothing else.
 */
export function readCrockford(text: string, length: number): string | undefined {
  const read = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―·.]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return read.length === length && /^[0-9A-HJKMNP-TV-Z]*$/.test(read) ? read : undefined
}

/**
 * Two characters that check up to 29 others: whichever one or two of all are miscopied, or two changed places, they no
 * longer fit; of worse mistakes one in 1,024 goes unseen. Reed–Solomon over GF(32) by x⁵+x²+1: what is left of the
 * characters as a polynomial divided by (x+1)(x+2) = x²+3x+2.
 */
export function crockfordCheck(text: string): string {
  let high = 0
  let low = 0
  for (const character of text) {
    const out = high ^ alphabet.indexOf(character)
    high = low ^ double(out) ^ out
    low = double(out)
  }
  return alphabet.charAt(high) + alphabet.charAt(low)
}

/** Twice a value of GF(32). */
function double(value: number): number {
  return (value << 1) ^ (value & 16 ? 37 : 0)
}

/** Groups of four, as printed and shown. */
export function inGroupsOfFour(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}
