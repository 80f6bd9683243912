import type { BatchAnswer, BatchRowAnswer } from '#contract/batch-api.ts'
import type { BatchId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Batch, BatchRows } from '#core/batch/batch-ports.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { findBatchSource } from './batch-source.ts'
import { type BatchPlan, planBatch } from './plan-batch.ts'
import type { OpenedUpload, ReadUpload } from './read-upload.ts'

/** Who uploaded what, when. */
export interface BatchOrigin {
  contactPointId: OpenedUpload['shelf']
  consultationId: Batch['consultationId']
  member: Member
  fileName: string
  now: Instant
}

/** A colleague may be uploading to the same source; whoever comes second plans again from what the first wrote. */
const attempts = 6

/** Finds a file's source and plans what it would do there; writes nothing. */
export async function planUpload(
  deps: Pick<Deps, 'batches' | 'inbox' | 'keys'>,
  origin: BatchOrigin,
  { named, good, isNumbered }: ReadUpload,
): Promise<{ held: Batch; plan: BatchPlan }> {
  const { contactPointId, consultationId } = origin
  const source = isNumbered
    ? { id: named, held: await deps.batches.find(contactPointId, consultationId, named) }
    : await findBatchSource(deps, { contactPointId, consultationId, named }, good)
  const held = source.held ?? newBatch(origin, source.id)
  return { held, plan: await planBatch(deps, held, good, isNumbered) }
}

/** Puts on record what is about to be stored; starts again when a colleague's upload came in between. */
export async function recordPlan(
  deps: Pick<Deps, 'batches' | 'inbox' | 'keys'>,
  origin: BatchOrigin,
  read: ReadUpload,
): Promise<{ id: BatchId; plan: BatchPlan }> {
  for (let attempt = 1; ; attempt += 1) {
    const { held, plan } = await planUpload(deps, origin, read)
    if (!plan.adds) return { id: held.id, plan }
    try {
      await deps.batches.put({ ...held, rows: plan.rows }, held.rev)
      return { id: held.id, plan }
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile') || attempt === attempts) throw error
    }
  }
}

function newBatch(
  { contactPointId, consultationId, member, fileName, now }: BatchOrigin,
  id: BatchId,
): Batch {
  const none = { stored: 0, repeated: 0, revised: 0, refused: 0 }
  const made = { fileName, uploadedBy: member.id, uploadedAt: now }
  return { id, contactPointId, consultationId, ...made, ...none, rows: {}, rev: 0 }
}

/** What became of an upload, beyond its answer. */
export interface UploadOutcome {
  answer: BatchAnswer
  notOurs: ReadonlySet<OpinionId>
  /** How many keys of the source the upload answered; a retry of some rows answers fewer. */
  answeredKeys: number
  /** Rows retried, when it was not all of them. */
  retried?: number | undefined
}

/**
 * Brings the batch's counts up to date: `stored` and `revised` of all uploads together, `repeated` and `refused` of the
 * newest. An upload that answered every row of its source without a failure counts them anew, so that an upload that
 * was killed half-way leaves no wrong number behind.
 */
export async function recordCounts(
  deps: Pick<Deps, 'batches'>,
  { contactPointId, consultationId, member, fileName, now }: BatchOrigin,
  outcome: UploadOutcome,
): Promise<void> {
  const { answer, notOurs } = outcome
  for (let attempt = 1; ; attempt += 1) {
    const held = await deps.batches.find(contactPointId, consultationId, answer.batchId)
    if (held === undefined) return
    const rows = withoutOthers(held.rows, notOurs)
    const last = { fileName, uploadedBy: member.id, uploadedAt: now }
    try {
      await deps.batches.put({ ...held, ...countsAfter(held, rows, outcome), ...last, rows }, held.rev)
      return
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile') || attempt === attempts) throw error
    }
  }
}

function withoutOthers(rows: BatchRows, notOurs: ReadonlySet<OpinionId>): BatchRows {
  if (notOurs.size === 0) return rows
  return Object.fromEntries(
    Object.entries(rows)
      .map(([key, revisions]) => [key, revisions.filter(({ opinionId }) => !notOurs.has(opinionId))] as const)
      .filter(([, revisions]) => revisions.length > 0),
  )
}

function countsAfter(
  held: Batch,
  rows: BatchRows,
  { answer, answeredKeys, retried }: UploadOutcome,
): Pick<Batch, 'stored' | 'repeated' | 'revised' | 'refused'> {
  const { stored, revised, repeated, refused } = answer
  const all = Object.values(rows)
  const failed = answer.rows.some(({ problems }) => problems.some(({ code }) => code === 'store-failed'))
  const isWhole = retried === undefined && !failed && answeredKeys >= all.length
  const revisions = all.reduce((sum, { length }) => sum + length, 0)
  return {
    stored: isWhole ? all.length : held.stored + stored,
    revised: isWhole ? revisions - all.length : held.revised + revised,
    repeated: retried === undefined ? repeated : held.repeated,
    refused: retried === undefined ? refused : Math.max(0, held.refused - retried + refused),
  }
}

/** Counts of an answer; they add up to its rows. */
export function countVerdicts(
  rows: readonly BatchRowAnswer[],
): Pick<BatchAnswer, 'stored' | 'repeated' | 'revised' | 'refused'> {
  const counts = { stored: 0, repeated: 0, revised: 0, refused: 0 }
  for (const { verdict } of rows) counts[verdict === 'conflict' ? 'refused' : verdict] += 1
  return counts
}
