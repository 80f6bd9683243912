import { BulletinDraft, BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import { Consultation } from '#core/consultation.ts'
import {
  BulletinJobs,
  BulletinPreview,
  OfficeBulletin,
  OfficeBulletinJob,
  Publication,
} from '../bulletin-api.ts'
import { NewExport, OfficeExport, OfficeExportList } from '../export-api.ts'
import { FeedbackQuery, FeedbackSlips } from '../feedback-api.ts'
import { Extension, NewConsultation, OfficeConsultation, PublishInput, Readiness } from '../office-api.ts'
import { ExportLinkQuery, TableQuery } from '../office-queries.ts'
import { TableVerdicts } from '../table-api.ts'
import { fileTypes, type OfficeOperation } from './office-operation.ts'

const moved = { answer: { Consultation }, ifMatch: true } as const
const tableOut = { summary: '意见汇总表 · The opinion table', query: TableQuery } as const
const tableBack = {
  summary: '填好的汇总表载回来 · The table loaded back, an answer a row (R17)',
  body: fileTypes.xlsx,
  answer: { TableVerdicts },
} as const

/** A consultation from its preparation to its bulletin, and its tables. */
export const consultationOperations = {
  'POST /office/api/consultations': {
    summary: '准备征求意见 · Prepare a consultation',
    body: { NewConsultation },
    answer: { Consultation },
    status: 201,
  },
  'GET /office/api/consultations/:consultationId': {
    summary: '一次征求意见 · One consultation',
    answer: { OfficeConsultation },
  },
  'POST /office/api/consultations/:consultationId/announce': { summary: '发布 · Announce', ...moved },
  'POST /office/api/consultations/:consultationId/extend': {
    summary: '延期 · Extend',
    body: { Extension },
    ...moved,
  },
  'POST /office/api/consultations/:consultationId/withdraw': { summary: '撤回 · Withdraw', ...moved },
  'GET /office/api/consultations/:consultationId/readiness': {
    summary: '通报能不能发 · What a bulletin still lacks',
    answer: { Readiness },
  },
  'POST /office/api/consultations/:consultationId/publish': {
    summary: '发布采纳情况通报 · Publish the bulletin',
    body: { PublishInput },
    answer: { Publication },
    status: 201,
  },
  'GET /office/api/consultations/:consultationId/bulletin': {
    summary: '通报和草稿 · The bulletin and its draft',
    answer: { OfficeBulletin },
  },
  'PUT /office/api/consultations/:consultationId/bulletin': {
    summary: '写通报 · Write the bulletin',
    body: { BulletinWriting },
    answer: { BulletinDraft },
    ifMatch: true,
  },
  'GET /office/api/consultations/:consultationId/bulletin/preview': {
    summary: '预览通报 · Preview',
    answer: { BulletinPreview },
  },
  'POST /office/api/consultations/:consultationId/bulletin/preview': {
    summary: '生成长通报的预览 · Have a preview of a long bulletin made',
    answer: { OfficeBulletinJob },
    status: 202,
  },
  'GET /office/api/consultations/:consultationId/bulletin/jobs': {
    summary: '长通报的预览和发布到哪一步了 · How far previews and publications of a long bulletin are',
    answer: { BulletinJobs },
  },
  'GET /office/api/consultations/:consultationId/bulletin/bulletin.docx': {
    summary: '通报（Word）· As a Word file',
    answer: fileTypes.docx,
  },
  'GET /office/api/consultations/:consultationId/feedback-slips': {
    summary: '本联系点的反馈单 · Feedback slips of one’s own contact point',
    query: FeedbackQuery,
    answer: { FeedbackSlips },
  },
  'GET /office/api/consultations/:consultationId/table.xlsx': { ...tableOut, answer: fileTypes.xlsx },
  'GET /office/api/consultations/:consultationId/table.docx': { ...tableOut, answer: fileTypes.docx },
  'GET /office/api/consultations/:consultationId/table.csv': { ...tableOut, answer: fileTypes.csv },
  'GET /office/api/consultations/:consultationId/table.json': { ...tableOut, answer: fileTypes.json },
  'POST /office/api/consultations/:consultationId/table.xlsx': tableBack,
  'POST /office/api/consultations/:consultationId/table.csv': { ...tableBack, body: fileTypes.csv },
  'GET /office/api/consultations/:consultationId/exports': {
    summary: '长表的生成情况 · Long tables',
    answer: { OfficeExportList },
  },
  'POST /office/api/consultations/:consultationId/exports': {
    summary: '生成长表 · Ask for a long table',
    body: { NewExport },
    answer: { OfficeExport },
    status: 202,
  },
  'POST /office/api/consultations/:consultationId/exports/:exportId/restart': {
    summary: '重新生成 · Begin a failed one again',
    answer: { OfficeExport },
    status: 202,
  },
  'GET /office/api/consultations/:consultationId/exports/:exportId/files/:file': {
    summary: '下载长表（凭列表里的链接）· Fetch a file by its signed link',
    query: ExportLinkQuery,
    answer: fileTypes.bytes,
  },
} as const satisfies Record<string, OfficeOperation>
