import { CollectedOpinion, type OpinionAnswer, type RecordProblem } from '#contract/collect-api.ts'
import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import { shapeProblems } from '#contract/shape-problems.ts'
import type { CollectedContent } from '#core/collecting/collected-opinion.ts'
import type { CollectingSession } from '#core/collecting/collecting-session.ts'
import type { OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import type { Deps } from '#core/ports.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { acceptUnderId } from '../intake/accept-opinion.ts'
import { cameInBefore } from './came-in-before.ts'
import { checkCollected } from './check-collected.ts'
import type { CollectGrounds, GroundDeps } from './collect-ground.ts'
import { correctionPlace } from '../intake/newest-revision.ts'
import { setAside } from './set-aside.ts'
import type { Sending } from './sending.ts'

export type StoreDeps = GroundDeps & Pick<Deps, 'inbox' | 'keys' | 'randomness' | 'settings' | 'quarantine'>

/** What the records of one sending share. */
export interface SendingGround {
  sending: Sending
  grounds: CollectGrounds
  sessions: readonly CollectingSession[]
}

/**
 * Takes in the opinions of one sending, sixteen in flight, and answers for each in their order: a bad one blocks no
 * other. When the store failed for some, they are answered `store-failed` and are to be sent again; when it failed for
 * all of them its error is thrown, so that the sender stops.
 */
export async function storeCollected(
  deps: StoreDeps,
  ground: SendingGround,
  records: readonly unknown[],
): Promise<OpinionAnswer[]> {
  const errors: unknown[] = []
  const answers = await eachInFlight(records, limits.maxPutsInFlight, (record) =>
    storeOne(deps, ground, record).catch((error: unknown) => {
      errors.push(error)
      return refused(idOf(record), [{ field: '', code: 'store-failed', facts: {} }])
    }),
  )
  if (errors.length > 0 && errors.length === answers.length) throw errors[0]
  return answers
}

async function storeOne(deps: StoreDeps, ground: SendingGround, record: unknown): Promise<OpinionAnswer> {
  const id = idOf(record)
  const read = CollectedOpinion.safeParse(record)
  if (!read.success) return refused(id, shapeProblems(read.error.issues, record).map(recordProblem))
  const { receiptCode, ...opinion } = read.data
  if (parseReceiptCode(receiptCode) === undefined)
    return refused(id, [{ field: 'receiptCode', code: 'receipt-code-malformed', facts: {} }])
  if (ground.sending.setAside !== undefined) return setAside(deps, ground, id, opinion)
  return takeIn(deps, ground, id, opinion)
}

/**
 * Checks one opinion and puts it into the inbox (R1). One that the rules refuse by now, but that came in while they
 * did not, is a repeat: its first answer never arrived.
 */
export async function takeIn(
  deps: StoreDeps,
  ground: Pick<SendingGround, 'sending' | 'grounds'>,
  id: OpinionId,
  opinion: CollectedContent,
): Promise<OpinionAnswer> {
  const answer = await checkAndPut(deps, ground, id, opinion)
  if (answer.verdict !== 'refused') return answer
  const before = await cameInBefore(deps, id, opinion, ground.sending.contactPointId)
  return before === undefined ? answer : standing('repeated', before)
}

async function checkAndPut(
  deps: StoreDeps,
  { sending, grounds }: Pick<SendingGround, 'sending' | 'grounds'>,
  id: OpinionId,
  opinion: CollectedContent,
): Promise<OpinionAnswer> {
  const ground = await grounds.of(opinion)
  if (!ground.ok) return refused(id, [ground.problem])
  const check = checkCollected(opinion, ground.found, sending, deps.settings.utcOffsetMinutes)
  if (!check.ok) return refused(id, check.problems)
  if (await correctsAnother(deps, id, opinion, sending))
    return refused(id, [{ field: 'supersedes', code: 'corrects-another', facts: {} }])
  const { supersedes } = check.arrival
  const place = supersedes && { supersedes: await correctionPlace(deps, id, supersedes) }
  const arrival = { ...check.arrival, ...place }
  const { verdict, record } = await acceptUnderId(deps, id, arrival, sending.receivedAt)
  if (verdict !== 'conflict') return standing(verdict, record)
  const problems: RecordProblem[] = [{ field: 'receiptCode', code: 'receipt-code-taken', facts: {} }]
  return { id, verdict, problems, flags: check.arrival.flags }
}

function standing(verdict: 'stored' | 'repeated', record: OpinionRecord): OpinionAnswer {
  const { id, receivedAt, flags } = record
  return { id, verdict, receivedAt, problems: [], flags }
}

/** Nobody corrects another's opinion. A correction that comes before its original names an id only its holder knows. */
async function correctsAnother(
  deps: Pick<Deps, 'inbox'>,
  id: OpinionId,
  { supersedes, consultationId }: CollectedContent,
  { contactPointId }: Sending,
): Promise<boolean> {
  if (supersedes === undefined) return false
  if (supersedes === id) return true
  const held = await deps.inbox.find(supersedes)
  if (held === undefined) return false
  return held.contactPointId !== contactPointId || held.content.consultationId !== consultationId
}

/** The id by which the device knows its record, whatever else is wrong with it. */
function idOf(record: unknown): OpinionId {
  const written = (record as { receiptCode?: unknown } | null)?.receiptCode
  const text = typeof written === 'string' ? written.slice(0, 60) : ''
  return opinionIdOf(parseReceiptCode(text) ?? (text as ReceiptCode))
}

function refused(id: OpinionId, problems: RecordProblem[]): OpinionAnswer {
  return { id, verdict: 'refused', problems, flags: [] }
}

function recordProblem({ field, code, ...facts }: FieldProblem): RecordProblem {
  return { field, code, facts }
}
