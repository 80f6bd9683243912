import type { Bill, DraftMeta } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import type { BillId, ConsultationId, DraftId, MemberId } from '#core/ids.ts'
import type { CalendarDate, Instant } from '#core/time.ts'

// Far ahead of every machine's clock: the engine really removes what its TTL says has expired.
export const opensAt = '2096-11-01T00:00:00.000Z' as Instant
export const closesAt = '2096-12-03T16:00:00.000Z' as Instant
export const duringWindow = '2096-11-20T02:00:00.000Z' as Instant
export const billId = 'yunxi-waterfront' as BillId
export const draftId = 'yunxi-waterfront-1' as DraftId
export const consultationId = 'c-waterfront' as ConsultationId

/** An announced consultation on the example law, with changes for one test. */
export function exampleConsultation(changes: Partial<Consultation> = {}): Consultation {
  return {
    id: consultationId,
    billId,
    draftId,
    status: 'announced',
    opensAt,
    closesAt,
    extensions: [],
    explanatoryNote: '为了用好江边的步道。',
    categories: ['居民', '企业', '社会组织'],
    guidingQuestions: ['您常去江边吗？'],
    answerExpectedOn: '2097-02-28',
    postalAddress: '云溪市江滨路 1 号',
    phone: '0571-5555 0000',
    noticeVersion: '2026-1',
    announcedAt: opensAt,
    rev: 1,
    ...changes,
  }
}

/** The bill it is about. */
export const exampleBill: Bill = {
  id: billId,
  title: '云溪市滨水公共空间条例',
  summary: '江边、河边的步道和绿地怎么用。',
  createdAt: opensAt,
  rev: 0,
}

/** Its draft, as the desk knows it. */
export const exampleDraftMeta: DraftMeta = {
  id: draftId,
  billId,
  stage: 'consultation',
  title: '云溪市滨水公共空间条例（草案）',
  datedOn: '2096-10-28' as CalendarDate,
  articles: 40,
  textHash: 'x'.repeat(43),
  importedBy: 'm-lin' as MemberId,
  importedAt: opensAt,
  publishedAt: opensAt,
  rev: 1,
}

/** A plain submission on 第二十四条. */
export function submission(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    provisionId: 'art-24',
    changeType: 'modify',
    verbatim: '早上六点到八点江边人少，老人遛狗不碍事。',
    noticeVersion: '2026-1',
    ...changes,
  }
}
