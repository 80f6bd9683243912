import type { CollectedOpinion } from '#contract/collect-api.ts'
import type { Consultation } from '#core/consultation.ts'
import type { CollectingSession } from '#core/collecting/collecting-session.ts'
import type { ChangeType, Proponent } from '#core/opinion.ts'
import type { Provision } from '#core/draft/provision.ts'
import { instant, type Instant } from '#core/time.ts'
import { readClause } from '../../paper/clause-code.ts'
import { readSlipCode } from '../../paper/paper-address.ts'
import { instantOf } from './local-time.ts'

/** One opinion as it is being typed in from paper. */
export interface RowDraft {
  code: string
  clause: string
  /** Nobody is for or against by a default: `''` until it is chosen. */
  changeType: ChangeType | ''
  verbatim: string
  proposedText: string
  reason: string
  category: string
  area: string
  people: string
}

export const emptyRow: RowDraft = {
  code: '',
  clause: '',
  changeType: '',
  verbatim: '',
  proposedText: '',
  reason: '',
  category: '',
  area: '',
  people: '1',
}

/** The next one: whose opinion it is stays, because one sheet carries several. */
export function nextRow({ category, area, people }: RowDraft): RowDraft {
  return { ...emptyRow, category, area, people }
}

export type RowMend =
  | 'needCode'
  | 'wrongCode'
  | 'inList'
  | 'clauseUnknown'
  | 'needStance'
  | 'needVerbatim'
  | 'needPeople'
  | 'needDay'

/** What a row is read against. `taken`: codes of this list that stand or are on their way. */
export interface RowGround {
  consultation: Pick<Consultation, 'id' | 'draftId' | 'noticeVersion'>
  provisions: readonly Provision[]
  session: CollectingSession
  taken: ReadonlySet<string>
  now: Instant
  offset: number
}

/** A typed row → what is sent; or what is to be mended, field by field, the first first. */
export function readRow(
  row: RowDraft,
  ground: RowGround,
): { ok: true; opinion: CollectedOpinion } | { ok: false; mends: RowMend[] } {
  const code = readSlipCode(row.code)
  const clause = readClause(row.clause, ground.provisions)
  const headcount = wholeNumber(row.people)
  const collectedAt = collectedAtOf(ground.session.heldOn, ground.now, ground.offset)
  const mends: RowMend[] = []
  if (collectedAt === undefined) mends.push('needDay')
  if (code === undefined) mends.push(row.code.trim() === '' ? 'needCode' : 'wrongCode')
  else if (ground.taken.has(code)) mends.push('inList')
  if (clause === 'unknown') mends.push('clauseUnknown')
  if (row.changeType === '') mends.push('needStance')
  if (row.verbatim.trim() === '') mends.push('needVerbatim')
  if (headcount === undefined) mends.push('needPeople')
  if (mends.length > 0 || !code || clause === 'unknown' || !headcount || !collectedAt || !row.changeType)
    return { ok: false, mends }
  const { consultation, session } = ground
  const [proposedText, reason] = [row.proposedText.trim(), row.reason.trim()]
  const opinion: CollectedOpinion = {
    receiptCode: code,
    consultationId: consultation.id,
    draftId: consultation.draftId,
    sessionId: session.id,
    provisionId: clause.id,
    changeType: row.changeType,
    verbatim: row.verbatim.trim(),
    ...(proposedText && { proposedText }),
    ...(reason && { reason }),
    proponent: proponentOf(row, headcount),
    channel: session.channel,
    ...(session.stationId && { stationId: session.stationId }),
    collectedAt,
    noticeVersion: consultation.noticeVersion,
  }
  return { ok: true, opinion }
}

function proponentOf(row: RowDraft, headcount: number): Proponent {
  const [category, area] = [row.category.trim(), row.area.trim()]
  return {
    kind: headcount > 1 ? 'group' : 'person',
    ...(category && { category }),
    ...(area && { area }),
    headcount,
  }
}

function wholeNumber(text: string): number | undefined {
  const folded = text.normalize('NFKC').trim()
  const number = /^\d{1,6}$/.test(folded) ? Number(folded) : 0
  return number >= 1 && number <= 100_000 ? number : undefined
}

/**
 * Paper says a day: noon of it, so that no time zone moves it; on the day itself not later than now. `undefined`
 * without a whole date.
 */
export function collectedAtOf(heldOn: string, now: Instant, offset: number): Instant | undefined {
  const noon = instantOf(heldOn, '12:00', 'start', offset)
  if (noon === undefined) return undefined
  const isToday = instantOf(heldOn, '', 'end', offset) ?? noon
  return noon > now && now < isToday ? instant(Math.min(Date.parse(noon), Date.parse(now))) : noon
}
