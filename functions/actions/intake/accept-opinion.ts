import { canonicalJson, commitmentOf } from '#core/log/commitment.ts'
import type { OpinionId } from '#core/ids.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import type { Deps } from '#core/ports.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { sha256 } from '#core/sha256.ts'
import type { Instant } from '#core/time.ts'

/** An opinion as it arrives, checked and cleaned, before it has an id, a salt and a time. */
export type OpinionArrival = Omit<
  OpinionRecord,
  'id' | 'salt' | 'commitment' | 'contentHash' | 'receivedAt'
> & {
  code: ReceiptCode
}

/** What the one conditional put came to. */
export interface Acceptance {
  /** `repeated`: the same content stood there already; `conflict`: the code holds other content (409). */
  verdict: 'stored' | 'repeated' | 'conflict'
  /** What stands in the inbox under this code now. */
  record: OpinionRecord
}

/**
 * Everything that makes two arrivals the same opinion: content and provenance, not time, salt, flags or batch. An
 * instant of collecting is corrected anew at every sending, so where there is one its date does not count either.
 */
export function contentHashOf(arrival: Omit<OpinionArrival, 'code'>): string {
  const { content, channel, noticeVersion, contactPointId, stationId, supersedes, joins } = arrival
  const collectedOn = arrival.collectedAt === undefined ? arrival.collectedOn : undefined
  return sha256(
    canonicalJson({
      content,
      channel,
      noticeVersion,
      contactPointId,
      stationId,
      collectedOn,
      supersedes,
      joins,
    }),
  ).toString('base64url')
}

/**
 * The one door (R1): every opinion, from a form, a slip or a row, enters by this one conditional put.
 * The acknowledgement follows the write; a repeat finds the first.
 */
export function acceptOpinion(
  deps: Pick<Deps, 'inbox' | 'randomness'>,
  { code, ...arrival }: OpinionArrival,
  now: Instant,
): Promise<Acceptance> {
  return acceptUnderId(deps, opinionIdOf(code), arrival, now)
}

/** The same for an opinion whose code only its holder knows: what was set aside is kept under its id alone. */
export async function acceptUnderId(
  deps: Pick<Deps, 'inbox' | 'randomness'>,
  id: OpinionId,
  arrival: Omit<OpinionArrival, 'code'>,
  now: Instant,
): Promise<Acceptance> {
  const salt = Buffer.from(deps.randomness.bytes(16)).toString('base64url')
  const record: OpinionRecord = {
    ...arrival,
    id,
    receivedAt: now,
    salt,
    commitment: commitmentOf(salt, arrival.content),
    contentHash: contentHashOf(arrival),
  }
  const put = await deps.inbox.append(record)
  if (put.stored) return { verdict: 'stored', record }
  return { verdict: put.held.contentHash === record.contentHash ? 'repeated' : 'conflict', record: put.held }
}
