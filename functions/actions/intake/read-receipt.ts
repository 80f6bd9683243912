import type { ReceiptStatus } from '#contract/public-api.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { citeProvision } from '#core/draft/cite.ts'
import { consultationState } from '#core/consultation.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { PortalError } from '#core/portal-error.ts'
import type { PublishedAnswer } from '#core/bulletin/bulletin-ports.ts'
import type { Deps } from '#core/ports.ts'
import { provisionWords, walkProvisions } from '#core/draft/provision.ts'
import { parseReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import type { Instant } from '#core/time.ts'
import { linesAround } from '#core/draft/words-place.ts'
import { newestStaffRevision } from './newest-revision.ts'
import { promiseOf } from './promise.ts'
import { draftGround } from './submission-ground.ts'

type ReceiptDeps = Pick<
  Deps,
  | 'inbox'
  | 'keys'
  | 'consultations'
  | 'bills'
  | 'drafts'
  | 'contactPoints'
  | 'opinionLog'
  | 'publishedAnswers'
  | 'mail'
>

/**
 * What became of the opinion under a receipt code, written as people write codes. The decision is what the
 * newest published bulletin says, never what the desk holds today. Refuses with `invalid-fields`
 * (`receipt-code-malformed`) or `not-found`.
 */
export async function readReceipt(deps: ReceiptDeps, codeText: string, now: Instant): Promise<ReceiptStatus> {
  const code = parseReceiptCode(codeText)
  if (code === undefined)
    throw new PortalError('invalid-fields', {
      fields: [{ field: 'receiptCode', code: 'receipt-code-malformed' }],
    })
  const record = await deps.inbox.find(opinionIdOf(code))
  if (record === undefined) throw new PortalError('not-found', { kind: 'receipt' })
  const { consultationId } = record.content
  const [consultation, opinion, revision, proof, answer] = await Promise.all([
    readConsultation(deps, record, now),
    readOpinion(deps, record),
    readRevision(deps, record),
    readProof(deps, record),
    deps.publishedAnswers.find(consultationId, record.id),
  ])
  return {
    state: answer !== undefined ? 'answered' : proof !== undefined ? 'logged' : 'received',
    receiptCode: code,
    receivedAt: record.receivedAt,
    late: record.flags.includes('late'),
    ...consultation,
    mailOffered:
      deps.mail !== undefined && answer === undefined && consultation.consultation.state !== 'withdrawn',
    opinion,
    ...revision,
    ...(answer && { decision: await decisionOf(deps, answer) }),
    ...(proof && { proof }),
    promise: promiseOf(deps.keys, record),
  }
}

async function readConsultation(deps: ReceiptDeps, record: OpinionRecord, now: Instant) {
  const held = await deps.consultations.get(record.content.consultationId)
  const bill = await deps.bills.get(held.billId)
  const { id, opensAt, closesAt, answerExpectedOn } = held
  const state = consultationState(held, now)
  if (state === 'prepared') throw new Error('an opinion stands on a consultation that was never announced')
  const consultation = { id, state, opensAt, closesAt, bill: { id: bill.id, title: bill.title } }
  return { consultation, answerExpectedOn }
}

async function readOpinion(deps: ReceiptDeps, record: OpinionRecord): Promise<ReceiptStatus['opinion']> {
  const { provisionId, changeType, verbatim, drafted, proposedText, reason, proponent, draftId } =
    record.content
  const { provisions } = await draftGround(deps.drafts, draftId)
  const contactPoint = record.contactPointId && (await deps.contactPoints.get(record.contactPointId))
  return {
    provisionId,
    provisionLabel: provisionId === null ? '' : citeProvision(provisions, provisionId),
    changeType,
    verbatim,
    ...(drafted !== undefined && { drafted }),
    ...(proposedText !== undefined && { proposedText }),
    ...(reason !== undefined && { reason }),
    channel: record.channel,
    proponent,
    ...(contactPoint && { contactPointName: contactPoint.name }),
  }
}

async function readRevision(
  deps: Pick<Deps, 'inbox' | 'keys'>,
  { id }: OpinionRecord,
): Promise<Pick<ReceiptStatus, 'revision'>> {
  const newest = await newestStaffRevision(deps, id)
  const record = newest === id ? undefined : await deps.inbox.find(newest)
  if (record === undefined) return {}
  const { drafted, proposedText, reason } = record.content
  const texts = {
    ...(drafted !== undefined && { drafted }),
    ...(proposedText !== undefined && { proposedText }),
    ...(reason !== undefined && { reason }),
  }
  return { revision: { at: record.receivedAt, ...texts } }
}

async function readProof(deps: ReceiptDeps, record: OpinionRecord): Promise<ReceiptStatus['proof']> {
  const { consultationId } = record.content
  const index = await deps.opinionLog.positionOf(consultationId, record.id)
  if (index === undefined) return undefined
  const { size, root, hashes, checkpoint } = await deps.opinionLog.inclusionProof(consultationId, index)
  return { index, size, root, hashes, checkpoint }
}

async function decisionOf(
  deps: ReceiptDeps,
  { publishedAt, row }: PublishedAnswer,
): Promise<NonNullable<ReceiptStatus['decision']>> {
  const { outcome, reason, resulting } = row
  if (resulting === undefined) return { outcome, reason, publishedAt }
  const around = await aroundWords(deps, resulting)
  return { outcome, reason, publishedAt, resulting: { ...resulting, ...(around && { around }) } }
}

/** The lines of the later draft the words stand in. That draft was released with the bulletin that names it. */
async function aroundWords(deps: ReceiptDeps, resulting: NonNullable<BulletinRow['resulting']>) {
  const { provisions } = await draftGround(deps.drafts, resulting.draftId)
  const provision = walkProvisions(provisions).find(({ id }) => id === resulting.provisionId)
  return provision && linesAround(provisionWords(provision), resulting.quote, resulting.start)
}
