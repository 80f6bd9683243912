import { expect, test } from 'vitest'
import { receiptCode } from '../../functions/core/collecting/receipt.ts'
import { readSlipCode, receiptAddress } from '../../site/src/paper/paper-address.ts'
import { pickCode } from '../../site/src/scan/pick-code.ts'

const origin = 'https://portal.test'
const mine = receiptCode(new Uint8Array(15).fill(1))
const yours = receiptCode(new Uint8Array(15).fill(2))
const form = `${origin}/bills/yunxi-waterfront/?draft=d1&point=xijie`

test('one slip is read, though its code stands on the form as well and the form has a code of its own', () => {
  const slip = receiptAddress(origin, mine)
  expect(pickCode([form, slip, slip], readSlipCode)).toEqual({ kind: 'one', code: mine })
})

test('of two different slips in sight neither is taken', () => {
  const both = [mine, yours].map((code) => receiptAddress(origin, code))
  expect(pickCode(both, readSlipCode)).toEqual({ kind: 'several' })
})

test('a code for something else is told apart from no code at all', () => {
  expect(pickCode([form], readSlipCode)).toEqual({ kind: 'other' })
  expect(pickCode([], readSlipCode)).toEqual({ kind: 'none' })
})
