import type { GoodRow } from './read-batch-row.ts'
import { rowKeyOf, sharedRows, splitKey } from '#core/batch/batch-rows.ts'
import type { BatchId, ConsultationId, ContactPointId, OpinionId } from '#core/ids.ts'
import type { Batch } from '#core/batch/batch-ports.ts'
import type { Deps } from '#core/ports.ts'
import { likeness } from '#core/text/text-likeness.ts'

/** Rows of a file half of which a source has seen belong to that source, whatever the file is called now. */
const sameSource = 0.5
/** Two texts less alike than this have nothing to do with each other. */
const anythingAlike = 0.3
/** With fewer numbered rows than this, a file in which every row changed is taken for a corrected one. */
const fewestOtherRows = 3
const rowsCompared = 20

/** The source an uploaded file continues; `held` is absent when it is the first of its source. */
export interface BatchSource {
  id: BatchId
  held?: Batch | undefined
}

/**
 * Decides which source of rows a file is: the batch it names when that knows its rows or has none to compare; else the
 * batch of this contact point that knows at least half of them (a renamed copy, another batch id); else, when it names
 * a batch whose numbered rows say something else altogether (a template filled in a second time), a new one beside it.
 */
export async function findBatchSource(
  deps: Pick<Deps, 'batches' | 'inbox'>,
  from: { contactPointId: ContactPointId; consultationId: ConsultationId; named: BatchId },
  rows: readonly GoodRow[],
): Promise<BatchSource> {
  const { contactPointId, consultationId, named } = from
  const listed = await deps.batches.listOf(contactPointId, consultationId)
  const batches = await Promise.all(
    listed.map(({ id }) => deps.batches.find(contactPointId, consultationId, id)),
  )
  const known = batches.filter((batch) => batch !== undefined)
  const own = known.find(({ id }) => id === named)
  const shares = known.map((batch) => ({ batch, share: sharedRows(rows, batch.rows) }))
  shares.sort((a, b) => b.share - a.share || Number(b.batch === own) - Number(a.batch === own))
  const [best] = shares
  if (rows.length > 0 && best !== undefined && best.share >= sameSource)
    return { id: best.batch.id, held: best.batch }
  if (own === undefined) return { id: named }
  if (await isOtherSet(deps, own, rows)) return { id: siblingId(named, new Set(known.map(({ id }) => id))) }
  return { id: own.id, held: own }
}

/** Whether the numbered rows of a file have nothing in common with the rows of the same numbers. */
async function isOtherSet(
  deps: Pick<Deps, 'inbox'>,
  { rows: known }: Batch,
  rows: readonly GoodRow[],
): Promise<boolean> {
  if (sharedRows(rows, known) > 0) return false
  const held = new Map<string, OpinionId | undefined>()
  for (const [key, revisions] of Object.entries(known))
    held.set(splitKey(key).rowKey, revisions.at(-1)?.opinionId)
  const compared = rows
    .filter((row) => row.rowNumber !== undefined && held.has(rowKeyOf(row)))
    .slice(0, rowsCompared)
  if (compared.length < fewestOtherRows) return false
  const alike = await Promise.all(
    compared.map(async (row) => {
      const id = held.get(rowKeyOf(row))
      const record = id === undefined ? undefined : await deps.inbox.find(id)
      return record !== undefined && likeness(record.content.verbatim, row.words) >= anythingAlike
    }),
  )
  return !alike.some(Boolean)
}

function siblingId(named: BatchId, taken: ReadonlySet<string>): BatchId {
  for (let copy = 2; ; copy += 1) {
    const id = `${named.slice(0, 58)}-${copy}`
    if (!taken.has(id)) return id as BatchId
  }
}
