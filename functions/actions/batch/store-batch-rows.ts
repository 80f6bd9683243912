import { limits } from '#contract/limits.ts'
import type { BatchRowAnswer } from '#contract/batch-api.ts'
import type { BatchId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Deps } from '#core/ports.ts'
import { printReceiptCode } from '#core/collecting/receipt.ts'
import type { Instant } from '#core/time.ts'
import { acceptOpinion } from '../intake/accept-opinion.ts'
import { correctionPlace } from '../intake/newest-revision.ts'
import { type PlannedRow, recordedRowKey } from './plan-batch.ts'

/** Answers by row, and the ids whose receipt code turned out to hold somebody else's opinion. */
export interface StoredRows {
  answers: BatchRowAnswer[]
  notOurs: ReadonlySet<OpinionId>
}

/**
 * Puts every planned row into the inbox, sixteen in flight. A row that fails is answered as failed, never as stored;
 * sending the file again tries it again.
 */
export async function storeBatchRows(
  deps: Pick<Deps, 'inbox' | 'keys' | 'randomness'>,
  batchId: BatchId,
  planned: readonly PlannedRow[],
  now: Instant,
  onAnswer: (answer: BatchRowAnswer) => void = () => {},
): Promise<StoredRows> {
  const notOurs = new Set<OpinionId>()
  const answers = await eachInFlight(planned, limits.maxPutsInFlight, async (row) => {
    const answer = await storeRow(deps, batchId, row, now)
    if (answer.verdict === 'conflict') notOurs.add(row.opinionId)
    onAnswer(answer)
    return answer
  })
  return { answers, notOurs }
}

async function storeRow(
  deps: Pick<Deps, 'inbox' | 'keys' | 'randomness'>,
  batchId: BatchId,
  planned: PlannedRow,
  now: Instant,
): Promise<BatchRowAnswer> {
  const { row, key, code, supersedes, revision } = planned
  const { flags } = row.arrival
  const looked = row.warnings.length > 0 ? { warnings: row.warnings } : {}
  try {
    if (supersedes !== undefined && (await belongsToOthers(deps, supersedes, planned)))
      return conflict(planned)
    const arrival = {
      ...row.arrival,
      code,
      batchId,
      rowKey: recordedRowKey(key),
      // What the desk made of the row since stands between: the changed row comes after it, not beside it.
      ...(supersedes !== undefined && {
        supersedes: await correctionPlace(deps, planned.opinionId, supersedes),
      }),
    }
    const { verdict } = await acceptOpinion(deps, arrival, now)
    if (verdict === 'conflict') return conflict(planned)
    const receiptCode = printReceiptCode(code)
    const stored = revision > 0 ? 'revised' : 'stored'
    return {
      row: row.row,
      verdict: verdict === 'stored' ? stored : 'repeated',
      receiptCode,
      firstWords: firstWordsOf(row.arrival.content.verbatim),
      problems: [],
      ...looked,
      flags,
    }
  } catch {
    const problems = [{ column: '', code: 'store-failed' as const, facts: {} }]
    return { row: row.row, verdict: 'refused', problems, flags }
  }
}

/** A paper receipt may have been used elsewhere: nobody corrects an opinion of another contact point or person. */
async function belongsToOthers(
  deps: Pick<Deps, 'inbox'>,
  supersedes: OpinionId,
  { row }: PlannedRow,
): Promise<boolean> {
  if (row.paperId !== supersedes) return false
  const held = await deps.inbox.find(supersedes)
  return held !== undefined && held.contactPointId !== row.arrival.contactPointId
}

/** Enough of the 原话 to hand the receipt to the right person, whole characters only. */
function firstWordsOf(verbatim: string): string {
  return Array.from(verbatim.replace(/\s+/gu, ' ')).slice(0, 20).join('')
}

function conflict({ row }: PlannedRow): BatchRowAnswer {
  const problems = [{ column: '回执码', code: 'receipt-code-taken' as const, facts: {} }]
  return { row: row.row, verdict: 'conflict', problems, flags: row.arrival.flags }
}
