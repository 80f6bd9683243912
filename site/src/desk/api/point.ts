import type { StationsInput } from '#contract/office-api.ts'
import type { ReportDesk, ReportInput, ReportList } from '#contract/report-api.ts'
import type { OpinionHistory, OpinionRevision, RevisionInput } from '#contract/revision-api.ts'
import type { RollUpAnswer } from '#contract/roll-up-api.ts'
import type { OfficeSessionList } from '#contract/session-api.ts'
import type { AlikeOpinions } from '#contract/alike-api.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { Report } from '#core/report/report.ts'
import { call } from './call.ts'

const id = encodeURIComponent

/** Which report: `number` 1…. */
export interface ReportPlace {
  consultationId: string
  contactPointId: string
  number: number
}

const deskPath = (consultationId: string, contactPointId: string) =>
  `/reports/${id(consultationId)}/${id(contactPointId)}`
const reportPath = ({ consultationId, contactPointId, number }: ReportPlace) =>
  `${deskPath(consultationId, contactPointId)}/${number}`
const opinionPath = (consultationId: string, opinionId: string) =>
  `/consultations/${id(consultationId)}/opinions/${id(opinionId)}`

/** Calls of a contact point's own desk, and of the legislature about it. */
export const pointDesk = {
  history: (consultationId: string, opinionId: string) =>
    call<OpinionHistory>(`${opinionPath(consultationId, opinionId)}/history`),
  revise: (consultationId: string, opinionId: string, revision: RevisionInput) =>
    call<OpinionRevision>(`${opinionPath(consultationId, opinionId)}/revisions`, {
      method: 'POST',
      json: revision,
    }),
  alike: (consultationId: string) => call<AlikeOpinions>(`/consultations/${id(consultationId)}/alike`),
  sessions: (consultationId: string) =>
    call<OfficeSessionList>(`/consultations/${id(consultationId)}/sessions`),
  attachmentAddress: (attachmentId: string) => `/office/api/attachments/${id(attachmentId)}`,
  rollUp: (consultationId?: string) =>
    call<RollUpAnswer>(`/roll-up${consultationId ? `?consultation=${id(consultationId)}` : ''}`),
  putStations: (pointId: string, stations: StationsInput['stations'], rev: number) =>
    call<ContactPoint>(`/contact-points/${id(pointId)}/stations`, { method: 'PUT', json: { stations }, rev }),
  reports: () => call<ReportList>('/reports'),
  reportDesk: (consultationId: string, contactPointId: string) =>
    call<ReportDesk>(deskPath(consultationId, contactPointId)),
  saveReport: (place: ReportPlace, report: ReportInput, rev: number) =>
    call<Report>(reportPath(place), { method: 'PUT', json: report, rev }),
  reviewReport: (place: ReportPlace, name: string, rev: number) =>
    call<Report>(`${reportPath(place)}/review`, { method: 'POST', json: { name }, rev }),
  submitReport: (place: ReportPlace, rev: number) =>
    call<Report>(`${reportPath(place)}/submit`, { method: 'POST', rev }),
  returnReport: (place: ReportPlace, reason: string, rev: number) =>
    call<Report>(`${reportPath(place)}/return`, { method: 'POST', json: { reason }, rev }),
  receiveReport: (place: ReportPlace, rev: number) =>
    call<Report>(`${reportPath(place)}/receive`, { method: 'POST', rev }),
  reportAddress: (place: ReportPlace) => `/office/api${reportPath(place)}/report.docx`,
}
