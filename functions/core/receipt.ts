/** Crockford's base32 alphabet: no I, L, O, U, so nothing can be misread aloud or on paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes of randomness in a receipt code: 120 bits, 24 characters. */
export const receiptCodeBytes = 15

declare const receiptCodeBrand: unique symbol
/** 24 characters of Crockford base32, upper case, no spaces 回执码. */
export type ReceiptCode = string & { readonly [receiptCodeBrand]: true }

/**
 * Encodes 15 random bytes as a receipt code. The randomness is handed in, so that the browser, a phone
 * without signal, a print shop and the server make codes the same way (R2).
 */
export function receiptCode(bytes: Uint8Array): ReceiptCode {
  if (bytes.length !== receiptCodeBytes)
    throw new RangeError(`a receipt code needs ${receiptCodeBytes} bytes`)
  let code = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      code += alphabet[(held >> bits) & 31]
      held &= (1 << bits) - 1
    }
  }
  return code as ReceiptCode
}

/**
 * Reads a code as people write it: lower case, spaces or dashes between groups, full-width characters,
 * O for 0, I or L for 1. Returns `undefined` when it is not a code.
 */
export function parseReceiptCode(text: string): ReceiptCode | undefined {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―·.]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{24}$/.test(code) ? (code as ReceiptCode) : undefined
}

/** Six groups of four, as printed and shown. */
export function printReceiptCode(code: ReceiptCode): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}
