import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { base64Of, bytesOf } from './bytes-text.ts'

/** The browser's twin of `core/collecting/receipt-id.ts`, which needs Node: `base64url(SHA-256("kaimen receipt v1" ‖ code)[0..16])`. */
export async function opinionIdAsync(crypto: Crypto, code: ReceiptCode): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytesOf(`kaimen receipt v1${code}`))
  return base64Of(hash.slice(0, 16)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
