import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { applyStage } from './apply-stage.ts'
import { findInLog, openLog, type OpenLog, type SequencerMemory } from './open-log.ts'
import { planCommit, type FreshRecords } from './plan-commit.ts'

/** What became of a batch. The records of a consultation that failed must be delivered again. */
export interface SequenceReport {
  logged: number
  repeated: number
  failures: { consultationId: ConsultationId; error: unknown }[]
}

/** Records and characters of text a commit: more would make its stage large and its repetition costly. */
const recordsPerCommit = 4096
const charsPerCommit = 8_000_000

/** How often a sequencer that lost the race to another begins again. */
const attempts = 20

/** What the sequencer takes from `Deps`. */
export type SequencerDeps = Pick<Deps, 'logStore' | 'randomness' | 'settings'>

/** Characters a record brings into its text file, roughly. */
function charsOf({ content }: OpinionRecord): number {
  const { verbatim, drafted = '', proposedText = '', reason = '' } = content
  return verbatim.length + drafted.length + proposedText.length + reason.length
}

/**
 * The first records that are not in the log yet, each once, in their order, as many as one commit takes. `isLast`: no
 * other is missing.
 */
function freshOf(records: readonly OpinionRecord[], log: OpenLog): FreshRecords & { isLast: boolean } {
  const seen = new Set<OpinionId>()
  const fresh: OpinionRecord[] = []
  const named = new Set<OpinionId>()
  let chars = 0
  for (const record of records) {
    if (seen.has(record.id)) continue
    seen.add(record.id)
    const { place, superseded } = findInLog(log, record.id)
    if (place !== undefined) continue
    chars += charsOf(record)
    if (fresh.length === recordsPerCommit || (fresh.length > 0 && chars > charsPerCommit))
      return { records: fresh, superseded: named, isLast: false }
    fresh.push(record)
    if (superseded) named.add(record.id)
  }
  return { records: fresh, superseded: named, isLast: true }
}

/** Appends the first fresh records in one commit and answers how many, and whether none is missing now. A lost race throws. */
async function commitOnce(
  deps: SequencerDeps,
  c: ConsultationId,
  records: readonly OpinionRecord[],
  memory: SequencerMemory,
): Promise<{ count: number; isLast: boolean }> {
  const { logStore: store, randomness, settings } = deps
  const found = await store.find(c)
  const state = found && (await applyStage(store, c, found))
  const log = await openLog(store, c, state, memory)
  const fresh = freshOf(records, log)
  const [count, isLast] = [fresh.records.length, fresh.isLast]
  if (count === 0) return { count, isLast }
  const mark = Buffer.from(randomness.bytes(9)).toString('hex')
  const plan = await planCommit({ store, c, state, log }, fresh, mark, settings.utcOffsetMinutes)
  await Promise.all([...plan.before].map(([key, bytes]) => store.objects.put(key, bytes)))
  const committed = await store.commit(c, plan.state, state?.rev ?? 0)
  memory.set(c, plan.log)
  await applyStage(store, c, committed, plan.stage)
  return { count, isLast }
}

/** Logs the records of one consultation, commit by commit, until none of them is missing. */
async function sequenceConsultation(
  deps: SequencerDeps,
  c: ConsultationId,
  records: readonly OpinionRecord[],
  memory: SequencerMemory,
): Promise<number> {
  let logged = 0
  for (let lost = 0; ;) {
    try {
      const { count, isLast } = await commitOnce(deps, c, records, memory)
      logged += count
      if (isLast) return logged
    } catch (error) {
      memory.delete(c)
      // whoever won may have logged the same records: look again
      lost += 1
      if (!isRefusal(error, 'changed-meanwhile') || lost === attempts) throw error
    }
  }
}

/**
 * The sequencer (DESIGN §3): finish the head's stage; take what is not in the log; store the stage; move
 * tree, tallies and the index of opinion ids in one conditional write — the commit; apply the stage. The
 * committed index alone decides what is new, so a record is logged once however often, late, out of order
 * or from wherever it is delivered. `memory` may be kept between calls and lost at any time.
 */
export async function sequenceOpinions(
  deps: SequencerDeps,
  records: readonly OpinionRecord[],
  memory: SequencerMemory = new Map(),
): Promise<SequenceReport> {
  const byConsultation = Map.groupBy(records, ({ content }) => content.consultationId)
  const report: SequenceReport = { logged: 0, repeated: 0, failures: [] }
  for (const [consultationId, own] of byConsultation) {
    try {
      const logged = await sequenceConsultation(deps, consultationId, own, memory)
      report.logged += logged
      report.repeated += own.length - logged
    } catch (error) {
      report.failures.push({ consultationId, error })
    }
  }
  return report
}
