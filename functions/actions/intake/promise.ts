import type { ReceiptPromise } from '#contract/public-api.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import type { Keys } from '#core/ports.ts'

type Promised = Pick<OpinionRecord, 'id' | 'commitment' | 'receivedAt'> & {
  content: Pick<OpinionRecord['content'], 'consultationId'>
}

/** The UTF-8 text a promise signs, so that a browser or a third party can check it. */
export function promiseText(record: Promised): string {
  const { content, id, commitment, receivedAt } = record
  return `kaimen promise v1\n${content.consultationId}\n${id}\n${commitment}\n${receivedAt}\n`
}

/**
 * The server's signed promise that it holds this opinion (R18): Ed25519, deterministic, so the same
 * opinion always carries the same promise.
 */
export function promiseOf(keys: Pick<Keys, 'sign' | 'publicKey'>, record: Promised): ReceiptPromise {
  return {
    opinionId: record.id,
    commitment: record.commitment,
    receivedAt: record.receivedAt,
    signature: keys.sign(new TextEncoder().encode(promiseText(record))),
    publicKey: keys.publicKey,
  }
}
