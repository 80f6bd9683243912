import { ColumnMapping } from '#core/batch/column-mapping.ts'
import { ContactPoint } from '#core/contact-point.ts'
import { Report } from '#core/report/report.ts'
import { AnswerSheet } from '../answer-sheet.ts'
import { BatchAnswer, BatchList } from '../batch-api.ts'
import { BatchLook, MappingInput, MappingList } from '../mapping-api.ts'
import { ContactPointInput, ContactPointList, StationsInput, TaskList } from '../office-api.ts'
import { RollUpQuery, ShelfQuery, UploadQuery } from '../office-queries.ts'
import { ReportDesk, ReportInput, ReportList, ReportReturn, ReportReview } from '../report-api.ts'
import { RollUpAnswer } from '../roll-up-api.ts'
import { fileTypes, type OfficeOperation } from './office-operation.ts'

const movedReport = { answer: { Report }, ifMatch: true } as const

/** A contact point's own work: tasks, uploads, reports upward. */
export const contactPointOperations = {
  'GET /office/api/contact-points': { summary: '联系点 · Contact points', answer: { ContactPointList } },
  'PUT /office/api/contact-points/:contactPointId': {
    summary: '登记联系点 · Enter a contact point',
    body: { ContactPointInput },
    answer: { ContactPoint },
    ifMatch: true,
  },
  'PUT /office/api/contact-points/:contactPointId/stations': {
    summary: '采集站点 · Its stations',
    body: { StationsInput },
    answer: { ContactPoint },
    ifMatch: true,
  },
  'GET /office/api/tasks': { summary: '征询任务 · Tasks', answer: { TaskList } },
  'GET /office/api/tasks/:consultationId/template.xlsx': {
    summary: '登记表 · The table to fill in',
    query: ShelfQuery,
    answer: fileTypes.xlsx,
  },
  'GET /office/api/tasks/:consultationId/batches': {
    summary: '上传过的 · Uploads',
    query: ShelfQuery,
    answer: { BatchList },
  },
  'PUT /office/api/batches/:batchId': {
    summary:
      '上传意见表，逐行作答（apply=0 只看，答 BatchLook）· Upload a table, an answer a row; apply=0 only looks',
    query: UploadQuery,
    body: fileTypes.xlsx,
    answer: { BatchAnswer, BatchLook },
  },
  'POST /office/api/batches/answers.xlsx': {
    summary: '上传结果存成表格 · The answers of an upload as a workbook',
    body: { AnswerSheet },
    answer: fileTypes.xlsx,
  },
  'GET /office/api/mappings': {
    summary: '记住的列 · Saved mappings',
    query: ShelfQuery,
    answer: { MappingList },
  },
  'PUT /office/api/mappings/:mappingId': {
    summary: '记住一种表的列 · Save a mapping',
    query: ShelfQuery,
    body: { MappingInput },
    answer: { ColumnMapping },
    ifMatch: true,
  },
  'POST /office/api/mappings/:mappingId/remove': {
    summary: '删除 · Delete a mapping',
    query: ShelfQuery,
    answer: { ColumnMapping },
    ifMatch: true,
  },
  'GET /office/api/roll-up': {
    summary: '逐级汇总 · Counts by contact point and station',
    query: RollUpQuery,
    answer: { RollUpAnswer },
  },
  'GET /office/api/reports': { summary: '上报 · Reports', answer: { ReportList } },
  'GET /office/api/reports/:consultationId/:contactPointId': {
    summary: '写上报用的一切 · What a report is written from',
    answer: { ReportDesk },
  },
  'PUT /office/api/reports/:consultationId/:contactPointId/:number': {
    summary: '存草稿 · Save it',
    body: { ReportInput },
    ...movedReport,
  },
  'POST /office/api/reports/:consultationId/:contactPointId/:number/review': {
    summary: '审核 · Sign it off',
    body: { ReportReview },
    ...movedReport,
  },
  'POST /office/api/reports/:consultationId/:contactPointId/:number/submit': {
    summary: '报送 · Submit',
    ...movedReport,
  },
  'POST /office/api/reports/:consultationId/:contactPointId/:number/return': {
    summary: '退回 · Return',
    body: { ReportReturn },
    ...movedReport,
  },
  'POST /office/api/reports/:consultationId/:contactPointId/:number/receive': {
    summary: '收下 · Receive',
    ...movedReport,
  },
  'GET /office/api/reports/:consultationId/:contactPointId/:number/report.docx': {
    summary: '上报（Word）· As a Word file',
    answer: fileTypes.docx,
  },
} as const satisfies Record<string, OfficeOperation>
