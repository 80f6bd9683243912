import { receiptCode, receiptCodeBytes, type ReceiptCode } from '#core/collecting/receipt.ts'

/** A receipt code made on this machine, so that the receipt exists before the network does (R2). */
export function newReceiptCode(): ReceiptCode {
  return receiptCode(crypto.getRandomValues(new Uint8Array(receiptCodeBytes)))
}

/** Codes of a print run: `sheets` × `slips`, all different. They are kept nowhere but on the paper. */
export function newCodes(sheets: number, slips: number): ReceiptCode[][] {
  return Array.from({ length: sheets }, () => Array.from({ length: slips }, newReceiptCode))
}
