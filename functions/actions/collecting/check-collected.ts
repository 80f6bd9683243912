import type { RecordProblem } from '#contract/collect-api.ts'
import type { FieldProblem } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import type { CollectedContent } from '#core/collecting/collected-opinion.ts'
import { collectedIntake } from '#core/collecting/collected-intake.ts'
import type { Consultation } from '#core/consultation.ts'
import { correctDeviceTime } from '#core/collecting/device-clock.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import type { OpinionContent, Proponent } from '#core/opinion.ts'
import { calendarDate, type CalendarDate, type Instant } from '#core/time.ts'
import type { OpinionArrival } from '../intake/accept-opinion.ts'
import type { CollectGround } from './collect-ground.ts'
import type { Sending } from './sending.ts'
import { TextCheck } from '../intake/text-check.ts'

/** A record that can be stored, or everything that is wrong with it. */
export type CollectedCheck =
  { ok: true; arrival: Omit<OpinionArrival, 'code'> } | { ok: false; problems: RecordProblem[] }

/** As the record's own schema has it. */
const maxGroupChars = 80

/**
 * Checks one collected opinion by the rules of a submission and of a row — cleaning, limits, provisions of the draft it
 * names, what R14 says of its time — and names every problem at once.
 */
export function checkCollected(
  opinion: CollectedContent,
  ground: CollectGround,
  sending: Sending,
  utcOffsetMinutes: number,
): CollectedCheck {
  const check = new TextCheck()
  const content = readCollectedContent(check, opinion)
  const problems = check.problems.map(recordProblem)
  if (opinion.provisionId !== null && !ground.draft.provisionIds.has(opinion.provisionId))
    problems.push({ field: 'provisionId', code: 'unknown-provision', facts: {} })
  const time = checkTime(opinion, ground.consultation, sending, utcOffsetMinutes)
  if (!time.ok) problems.push(time.problem)
  if (problems.length > 0 || content === undefined || !time.ok) return { ok: false, problems }

  if (saysPersonalData(content)) check.flags.add('personal-data')
  if (time.late) check.flags.add('late')
  if (ground.isOlderDraft) check.flags.add('older-draft')
  const { stationId, sessionId, attachments, supersedes } = opinion
  return {
    ok: true,
    arrival: {
      content,
      channel: opinion.channel,
      noticeVersion: opinion.noticeVersion,
      contactPointId: sending.contactPointId,
      recordedBy: sending.recordedBy,
      deviceId: sending.deviceId,
      ...(stationId && { stationId }),
      ...(sessionId && { sessionId }),
      ...(attachments && attachments.length > 0 && { attachments }),
      ...(supersedes && { supersedes }),
      collectedOn: time.collectedOn,
      collectedAt: time.collectedAt,
      flags: [...check.flags].sort(),
      wantsAnswer: false,
    },
  }
}

/** What was said, cleaned; `undefined` when there are no words. */
export function readCollectedContent(
  check: TextCheck,
  opinion: CollectedContent,
): OpinionContent | undefined {
  const verbatim = check.readVerbatim(opinion.verbatim, limits.maxVerbatimChars)
  const quote = check.read('quote', opinion.quote, limits.maxQuoteChars)
  const drafted = check.read('drafted', opinion.drafted, limits.maxDraftedChars)
  const proposedText = check.read('proposedText', opinion.proposedText, limits.maxProposedTextChars)
  const reason = check.read('reason', opinion.reason, limits.maxReasonChars)
  const proponent = readProponent(check, opinion.proponent)
  if (verbatim === undefined) return undefined
  const { consultationId, draftId, provisionId, changeType } = opinion
  return {
    consultationId,
    draftId,
    provisionId,
    changeType,
    verbatim,
    ...(quote && { quote }),
    ...(drafted && { drafted }),
    ...(proposedText && { proposedText }),
    ...(reason && { reason }),
    proponent,
  }
}

/** R15: a group has a name or more than one head; everybody else is one person. */
function readProponent(check: TextCheck, { kind, headcount, ...names }: Proponent): Proponent {
  const category = check.read('proponent.category', names.category, limits.maxCategoryChars)
  const area = check.read('proponent.area', names.area, limits.maxAreaChars)
  const groupName = check.read('proponent.groupName', names.groupName, maxGroupChars)
  return {
    kind: kind === 'group' || groupName !== undefined || headcount > 1 ? 'group' : 'person',
    ...(category && { category }),
    ...(area && { area }),
    ...(groupName && { groupName }),
    headcount,
  }
}

type TimeCheck =
  | { ok: true; collectedAt: Instant; collectedOn: CalendarDate; late: boolean }
  | { ok: false; problem: RecordProblem }

/** R14 by the corrected clock: the date is the legislature's, the deadline is an instant. */
function checkTime(
  { collectedAt: said }: CollectedContent,
  consultation: Consultation,
  sending: Sending,
  utcOffsetMinutes: number,
): TimeCheck {
  const { receivedAt } = sending
  const { at: collectedAt, isAfterSending } = correctDeviceTime(said, sending)
  const refuse = (code: RecordProblem['code'], facts: RecordProblem['facts']): TimeCheck => ({
    ok: false,
    problem: { field: 'collectedAt', code, facts },
  })
  if (isAfterSending) return refuse('collected-in-future', { receivedAt })
  const collectedOn = calendarDate(collectedAt, utcOffsetMinutes)
  const intake = collectedIntake(consultation, collectedOn, receivedAt, utcOffsetMinutes)
  if (!intake.accepted && intake.code === 'not-open-yet') return refuse('not-open-yet', intake.facts)
  if (!intake.accepted || collectedAt >= consultation.closesAt)
    return refuse('collected-after-close', { closesAt: consultation.closesAt })
  return { ok: true, collectedAt, collectedOn, late: intake.late }
}

/** The text is kept as it was said; a reader is warned, and what is published is masked (R10). */
function saysPersonalData({ verbatim, drafted, proposedText, reason, proponent }: OpinionContent): boolean {
  const texts = [verbatim, drafted, proposedText, reason, proponent.area, proponent.groupName]
  return maskPersonalData(texts.filter((text) => text !== undefined).join('\n')).found.length > 0
}

function recordProblem({ field, code, ...facts }: FieldProblem): RecordProblem {
  return { field, code, facts }
}
