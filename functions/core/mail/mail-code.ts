import { crockford, inGroupsOfFour, readCrockford } from '../text/crockford.ts'
import { sha256 } from '../sha256.ts'

/** Bytes of randomness in a mail's code: 80 bits, 16 characters, short enough to be typed from another device. */
export const mailCodeBytes = 10
const mailCodeChars = 16

declare const mailCodeBrand: unique symbol
/** What a letter carries to prove that it was read: 16 characters of Crockford base32, upper case, no spaces. */
export type MailCode = string & { readonly [mailCodeBrand]: true }

/** Encodes ten random or derived bytes. */
export function mailCode(bytes: Uint8Array): MailCode {
  if (bytes.length !== mailCodeBytes) throw new RangeError(`a mail's code needs ${mailCodeBytes} bytes`)
  return crockford(bytes) as MailCode
}

/** Reads a code as people write it; `undefined` when it is none. */
export function parseMailCode(text: string): MailCode | undefined {
  return readCrockford(text, mailCodeChars) as MailCode | undefined
}

/** Four groups of four, as shown in a letter. */
export function printMailCode(code: MailCode): string {
  return inGroupsOfFour(code)
}

/** What is kept of a code: its hash, so that who reads the table cannot confirm in somebody's name. */
export function mailCodeHash(code: MailCode): string {
  return sha256(`kaimen mail code v1${code}`).subarray(0, 16).toString('base64url')
}
