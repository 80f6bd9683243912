import type { OpinionId } from '../ids.ts'
import type { ReceiptCode } from './receipt.ts'
import { sha256 } from '../sha256.ts'

/**
 * The opinion's id is the hash of its receipt code, so a repeated upload is the same opinion (R1) and
 * the id tells nobody the code: `base64url(SHA-256("kaimen receipt v1" ‖ code)[0..16])`.
 */
export function opinionIdOf(code: ReceiptCode): OpinionId {
  return sha256(`kaimen receipt v1${code}`).subarray(0, 16).toString('base64url') as OpinionId
}
