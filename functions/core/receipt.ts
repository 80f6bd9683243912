import { crockford, inGroupsOfFour, readCrockford } from './crockford.ts'

/** Bytes of randomness in a receipt code: 120 bits, 24 characters. */
export const receiptCodeBytes = 15
const receiptCodeChars = 24

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
  return crockford(bytes) as ReceiptCode
}

/**
 * Reads a code as people write it: lower case, spaces or dashes between groups, full-width characters,
 * O for 0, I or L for 1. Returns `undefined` when it is not a code.
 */
export function parseReceiptCode(text: string): ReceiptCode | undefined {
  return readCrockford(text, receiptCodeChars) as ReceiptCode | undefined
}

/** Six groups of four, as printed and shown. */
export function printReceiptCode(code: ReceiptCode): string {
  return inGroupsOfFour(code)
}
