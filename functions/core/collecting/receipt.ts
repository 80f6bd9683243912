import { crockford, crockfordCheck, inGroupsOfFour, readCrockford } from '../text/crockford.ts'

/** Bytes of randomness a receipt code is made of: its first 110 bits are 22 characters, two more check them. */
export const receiptCodeBytes = 15
const randomChars = 22
const receiptCodeChars = randomChars + 2

declare const receiptCodeBrand: unique symbol
/** 24 characters of Crockford base32, upper case, no spaces; the last two are a check 回执码. */
export type ReceiptCode = string & { readonly [receiptCodeBrand]: true }

/**
 * Encodes 15 random bytes as a receipt code. The randomness is handed in, so that the browser, a phone
 * without signal, a print shop and the server make codes the same way (R2).
 */
export function receiptCode(bytes: Uint8Array): ReceiptCode {
  if (bytes.length !== receiptCodeBytes)
    throw new RangeError(`a receipt code needs ${receiptCodeBytes} bytes`)
  const drawn = crockford(bytes).slice(0, randomChars)
  return (drawn + crockfordCheck(drawn)) as ReceiptCode
}

/**
 * Reads a code as people write it: lower case, spaces or dashes between groups, full-width characters,
 * O for 0, I or L for 1. Returns `undefined` when it is not a code, also when one or two characters were miscopied:
 * a slip typed wrongly would be stored where its holder never finds it.
 */
export function parseReceiptCode(text: string): ReceiptCode | undefined {
  const read = readCrockford(text, receiptCodeChars)
  const isWhole = read !== undefined && crockfordCheck(read.slice(0, randomChars)) === read.slice(randomChars)
  return isWhole ? (read as ReceiptCode) : undefined
}

/** Whether a text has all characters of a code and one or two are miscopied: worth saying while it is being typed. */
export function isMiscopied(text: string): boolean {
  return readCrockford(text, receiptCodeChars) !== undefined && parseReceiptCode(text) === undefined
}

/** Six groups of four, as printed and shown. */
export function printReceiptCode(code: ReceiptCode): string {
  return inGroupsOfFour(code)
}
