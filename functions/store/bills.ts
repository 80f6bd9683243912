import { Bill } from '#core/bill.ts'
import type { Bills } from '#core/ports.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'

/** Bills 法规案 on the table `desk`. */
export function makeBills(desk: Desk): Bills {
  return {
    list: () => desk.list(Bill, deskKeys.bills),
    get: (id) => desk.get(Bill, deskKeys.bill(id)),
    put: (bill, readRev) => desk.put(deskKeys.bill(bill.id), bill, readRev),
  }
}
