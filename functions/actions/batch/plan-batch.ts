import {
  revisionCodeMessage,
  rowCodeMessage,
  rowSetHash,
  type RowPlace,
  splitKey,
} from '#core/batch/batch-rows.ts'
import type { OpinionId } from '#core/ids.ts'
import { correctionCandidates, matchRows, pairChangedRows, placeFreshRows } from '#core/batch/match-rows.ts'
import type { Batch, BatchRows } from '#core/batch/batch-ports.ts'
import type { Deps } from '#core/ports.ts'
import { type ReceiptCode, receiptCode, receiptCodeBytes } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import type { GoodRow } from './read-batch-row.ts'

/** A row with the receipt code it has or gets, and the opinion it corrects. */
export interface PlannedRow extends RowPlace<GoodRow> {
  code: ReceiptCode
  opinionId: OpinionId
  supersedes?: OpinionId | undefined
}

/** What an upload is about to do, before anything is written. */
export interface BatchPlan {
  planned: PlannedRow[]
  /** The source's rows with what this upload adds. */
  rows: BatchRows
  /** Whether it adds anything. */
  adds: boolean
}

/** More comparisons of texts than this are not worth it: such a file has become another one. */
const mostPairs = 40_000

/**
 * Plans an upload against what is known of its source: pure but for reading what gone rows said, and for the
 * deployment's secret. `byNumberAlone` as `matchRows` says. The same file against the same source always plans the same receipt codes.
 */
export async function planBatch(
  deps: Pick<Deps, 'inbox' | 'keys'>,
  source: Pick<Batch, 'contactPointId' | 'consultationId' | 'rows'>,
  rows: readonly GoodRow[],
  byNumberAlone = false,
): Promise<BatchPlan> {
  const matched = matchRows(rows, source.rows, byNumberAlone)
  const words = await readGoneWords(deps, source.rows, matched)
  const paired = pairChangedRows(matched, source.rows, words)
  const fresh = placeFreshRows(paired.fresh, rowSetHash(rows), new Set(Object.keys(source.rows)))
  const places = [...matched.placed, ...paired.placed, ...fresh]
  const planned = places.map((place) => planRow(deps, source, place))
  const next: BatchRows = { ...source.rows }
  for (const { key, opinionId, known, row } of planned)
    if (!known) next[key] = [...(next[key] ?? []), { opinionId, contentHash: row.contentHash }]
  planned.sort((a, b) => a.row.row - b.row.row)
  return { planned, rows: next, adds: planned.some(({ known }) => !known) }
}

async function readGoneWords(
  deps: Pick<Deps, 'inbox'>,
  known: BatchRows,
  { rest, unclaimed }: { rest: GoodRow[]; unclaimed: string[] },
): Promise<Map<string, string>> {
  const words = new Map<string, string>()
  const candidates = correctionCandidates(rest, known).length
  if (candidates === 0 || candidates * unclaimed.length > mostPairs) return words
  await Promise.all(
    unclaimed.map(async (key) => {
      const id = known[key]?.at(-1)?.opinionId
      const record = id === undefined ? undefined : await deps.inbox.find(id)
      if (record !== undefined) words.set(key, record.content.verbatim)
    }),
  )
  return words
}

function planRow(
  deps: Pick<Deps, 'keys'>,
  source: Pick<Batch, 'contactPointId' | 'consultationId' | 'rows'>,
  place: RowPlace<GoodRow>,
): PlannedRow {
  const earlier = (source.rows[place.key] ?? []).slice(0, place.revision)
  const supersedes = earlier.at(-1)?.opinionId
  const code = codeOf(deps, source, place, earlier)
  return { ...place, code, opinionId: opinionIdOf(code), ...(supersedes !== undefined && { supersedes }) }
}

/** The paper's code while no earlier revision of the row has it; else one derived from what the row is and says. */
function codeOf(
  deps: Pick<Deps, 'keys'>,
  { contactPointId, consultationId }: Pick<Batch, 'contactPointId' | 'consultationId'>,
  { row, key }: RowPlace<GoodRow>,
  earlier: BatchRows[string],
): ReceiptCode {
  const isPaperFree = !earlier.some(({ opinionId }) => opinionId === row.paperId)
  if (row.paperCode !== undefined && isPaperFree) return row.paperCode
  const corrects = earlier.at(-1)?.opinionId
  const message =
    corrects === undefined
      ? rowCodeMessage(contactPointId, consultationId, key, row.contentHash)
      : revisionCodeMessage(corrects, row.contentHash)
  return receiptCode(deps.keys.hmac(message).subarray(0, receiptCodeBytes))
}

/** The part of a row's key that an opinion's record carries. */
export function recordedRowKey(key: string): string {
  return splitKey(key).rowKey.slice(0, 40)
}
