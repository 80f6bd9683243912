import type { BatchList } from '#contract/batch-api.ts'
import type * as collect from '#contract/collect-api.ts'
import type * as contract from '#contract/office-api.ts'
import type { FeedbackSlips } from '#contract/feedback-api.ts'
import type * as lineageContract from '#contract/lineage-api.ts'
import type { ReceiptStatus } from '#contract/public-api.ts'
import type { Bill, DraftMeta, DraftText } from '#core/bill.ts'
import type {
  BulletinJobs,
  BulletinPreview,
  OfficeBulletin,
  OfficeBulletinJob,
} from '#contract/bulletin-api.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinDraft, BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import type { Cause, CauseSubject } from '#core/lineage/causes.ts'
import type { Consultation } from '#core/consultation.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { Decision } from '#core/deciding/decision.ts'
import type { LineageCorrection } from '#core/lineage/lineage.ts'
import type { Member } from '#core/member.ts'
import { printFilter, type OpinionFilter } from '../rules/desk-route.ts'
import { call } from './call.ts'
import type { Written } from './written.ts'

const id = encodeURIComponent

const lineagePath = (billId: string, from: string, to: string) =>
  `/bills/${id(billId)}/lineage/${id(from)}/${id(to)}`

/** Every call the desk makes, by intention. Shapes are `functions/contract/{office,batch}-api.ts`. */
export const office = {
  me: () => call<contract.Me>('/me'),
  bills: () => call<contract.OfficeBillList>('/bills'),
  createBill: (bill: Written<typeof contract.NewBill>) =>
    call<Bill>('/bills', { method: 'POST', json: bill }),
  /** What a file is its bytes decide, not its name. */
  previewDraft: (file: Blob) =>
    call<contract.DraftPreview>('/drafts/preview', {
      method: 'POST',
      body: file,
      contentType: 'application/octet-stream',
    }),
  importDraft: (billId: string, draft: Written<typeof contract.NewDraft>) =>
    call<DraftMeta>(`/bills/${id(billId)}/drafts`, { method: 'POST', json: draft }),
  draftText: (draftId: string) => call<DraftText>(`/drafts/${id(draftId)}`),
  owedBy: (draftId: string) => call<lineageContract.DraftOwes>(`/drafts/${id(draftId)}/owed`),
  releaseDraft: (draftId: string, rev: number) =>
    call<DraftMeta>(`/drafts/${id(draftId)}/release`, { method: 'POST', rev }),
  lineage: (drafts: { billId: string; from: string; to: string }) =>
    call<lineageContract.OfficeLineage>(lineagePath(drafts.billId, drafts.from, drafts.to)),
  correctLineage: (held: lineageContract.OfficeLineage, corrections: LineageCorrection[]) =>
    call<lineageContract.OfficeLineage>(lineagePath(held.to.billId, held.from.id, held.to.id), {
      method: 'PUT',
      json: { corrections },
      rev: held.lineage.rev,
    }),
  comparisonAddress: (billId: string, from: string, to: string) =>
    `/office/api${lineagePath(billId, from, to)}/comparison.docx`,
  causes: (drafts: { billId: string; from: string; to: string }) =>
    call<lineageContract.OfficeCauses>(`${lineagePath(drafts.billId, drafts.from, drafts.to)}/causes`),
  nameCause: (
    { from, to }: lineageContract.OfficeLineage,
    { side, provisionId }: CauseSubject,
    statement: lineageContract.CauseStatement,
    rev: number,
  ) =>
    call<Cause>(`${lineagePath(to.billId, from.id, to.id)}/causes/${side}/${id(provisionId)}`, {
      method: 'PUT',
      json: statement,
      rev,
    }),
  nameCauses: ({ from, to }: lineageContract.OfficeLineage, causes: lineageContract.NewCauses['causes']) =>
    call<lineageContract.NamedCauses>(`${lineagePath(to.billId, from.id, to.id)}/causes`, {
      method: 'POST',
      json: { causes },
    }),
  prepare: (consultation: Written<typeof contract.NewConsultation>) =>
    call<Consultation>('/consultations', { method: 'POST', json: consultation }),
  consultation: (consultationId: string) =>
    call<contract.OfficeConsultation>(`/consultations/${id(consultationId)}`),
  announce: (consultationId: string, rev: number) =>
    call<Consultation>(`/consultations/${id(consultationId)}/announce`, { method: 'POST', rev }),
  extend: (consultationId: string, extension: contract.Extension, rev: number) =>
    call<Consultation>(`/consultations/${id(consultationId)}/extend`, {
      method: 'POST',
      json: extension,
      rev,
    }),
  withdraw: (consultationId: string, rev: number) =>
    call<Consultation>(`/consultations/${id(consultationId)}/withdraw`, { method: 'POST', rev }),
  opinions: (
    consultationId: string,
    filter: Omit<OpinionFilter, 'opinion'>,
    page: { cursor?: string; at?: string; order?: 'draft'; limit: number },
  ) => {
    const query = new URLSearchParams(printFilter(filter).slice(1))
    for (const [name, value] of Object.entries(page)) query.set(name, String(value))
    return call<contract.OfficeOpinionPage>(`/consultations/${id(consultationId)}/opinions?${query}`)
  },
  decide: (
    consultationId: string,
    opinionId: string,
    decision: Written<typeof contract.DecisionInput>,
    rev: number,
  ) =>
    call<Decision>(`/consultations/${id(consultationId)}/decisions/${id(opinionId)}`, {
      method: 'PUT',
      json: decision,
      rev,
    }),
  readiness: (consultationId: string) =>
    call<contract.Readiness>(`/consultations/${id(consultationId)}/readiness`),
  bulletin: (consultationId: string) => call<OfficeBulletin>(`/consultations/${id(consultationId)}/bulletin`),
  writeBulletin: (consultationId: string, writing: BulletinWriting, rev: number) =>
    call<BulletinDraft>(`/consultations/${id(consultationId)}/bulletin`, {
      method: 'PUT',
      json: writing,
      rev,
    }),
  bulletinPreview: (consultationId: string) =>
    call<BulletinPreview>(`/consultations/${id(consultationId)}/bulletin/preview`),
  /** Has a preview of a long bulletin made. */
  requestPreview: (consultationId: string) =>
    call<OfficeBulletinJob>(`/consultations/${id(consultationId)}/bulletin/preview`, { method: 'POST' }),
  bulletinJobs: (consultationId: string) =>
    call<BulletinJobs>(`/consultations/${id(consultationId)}/bulletin/jobs`),
  bulletinFileAddress: (consultationId: string) =>
    `/office/api/consultations/${id(consultationId)}/bulletin/bulletin.docx`,
  /** Publishes exactly what was kept under this rev: at once, or a long one by a worker. */
  publish: (consultationId: string, draftRev: number) =>
    call<Bulletin | OfficeBulletinJob>(`/consultations/${id(consultationId)}/publish`, {
      method: 'POST',
      json: { draftRev },
    }),
  tasks: () => call<contract.TaskList>('/tasks'),
  templateAddress: (consultationId: string) => `/office/api/tasks/${id(consultationId)}/template.xlsx`,
  batches: (consultationId: string, shelf?: string) =>
    call<BatchList>(`/tasks/${id(consultationId)}/batches${shelf === undefined ? '' : `?for=${id(shelf)}`}`),
  enrolDevice: (device: collect.EnrolDevice) =>
    call<collect.Device>('/devices', { method: 'POST', json: device }),
  sync: (request: collect.SyncRequest) =>
    call<collect.SyncAnswer>('/opinions', { method: 'POST', json: request }),
  lookUp: (receiptCode: string) =>
    call<ReceiptStatus>('/opinions/lookup', { method: 'POST', json: { receiptCode } }),
  /** `occasion`: of one alone; `cursor`: the part behind another. */
  feedbackSlips: (consultationId: string, asked: { occasion?: string; cursor?: string } = {}) =>
    call<FeedbackSlips>(`/consultations/${id(consultationId)}/feedback-slips${printFilter(asked)}`),
  contactPoints: () => call<contract.ContactPointList>('/contact-points'),
  putContactPoint: (pointId: string, point: Written<typeof contract.ContactPointInput>, rev: number) =>
    call<ContactPoint>(`/contact-points/${id(pointId)}`, { method: 'PUT', json: point, rev }),
  members: () => call<contract.MemberList>('/members'),
  putMember: (memberId: string, member: Written<typeof contract.MemberInput>, rev: number) =>
    call<Member>(`/members/${id(memberId)}`, { method: 'PUT', json: member, rev }),
  audit: () => call<contract.AuditList>('/audit'),
}
