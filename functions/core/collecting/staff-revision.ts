import type { OpinionId } from '../ids.ts'
import type { Keys } from '../ports.ts'
import { receiptCode, receiptCodeBytes, type ReceiptCode } from './receipt.ts'
import { opinionIdOf } from './receipt-id.ts'

/**
 * The receipt code of the one revision that staff can make of an opinion at the desk: derived from what it corrects, so
 * that of two people editing the same text only one can be first (R1), and a repeat is a repeat.
 */
export function staffRevisionCode(keys: Pick<Keys, 'hmac'>, corrects: OpinionId): ReceiptCode {
  return receiptCode(keys.hmac(`kaimen staff revision v1 ${corrects}`).subarray(0, receiptCodeBytes))
}

/** The id under which that revision stands, if there is one. */
export function staffRevisionId(keys: Pick<Keys, 'hmac'>, corrects: OpinionId): OpinionId {
  return opinionIdOf(staffRevisionCode(keys, corrects))
}
