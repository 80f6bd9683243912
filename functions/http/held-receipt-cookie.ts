import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'

const name = 'kaimen_held'
/** The page after a 303, and nothing else: the code stands in no address and no script can read it. */
export const heldReceiptPath = '/receipt/held'
const keptSeconds = 1800

/** Hands the code to the confirmation page across the redirect. */
export function keepHeldReceipt(c: Context, code: ReceiptCode, origin: string): void {
  const secure = origin.startsWith('https:')
  setCookie(c, name, code, {
    path: heldReceiptPath,
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    maxAge: keptSeconds,
  })
}

/** The code of the opinion just given, while this browser still has it. */
export function heldReceipt(c: Context): ReceiptCode | undefined {
  const held = getCookie(c, name)
  return held === undefined ? undefined : parseReceiptCode(held)
}
