import type { Keys } from '#core/ports.ts'
import { printReceiptCode } from '#core/collecting/receipt.ts'
import type { Demo } from './demo/demo-type.ts'
import { demoReceiptCode } from './seed-opinions.ts'

/** A receipt of the demo that already has its answer, so that one can see how an opinion ends. */
export function answeredDemoReceipt(keys: Pick<Keys, 'hmac'>, demo: Demo): string | undefined {
  const answered = demo.consultations.filter(({ answeredDaysAgo }) => answeredDaysAgo !== undefined)
  const place = demo.opinions.findIndex(
    ({ consultationId, decision }) =>
      decision?.outcome === 'adopted' && answered.some(({ id }) => id === consultationId),
  )
  return place < 0 ? undefined : printReceiptCode(demoReceiptCode(keys, place))
}
