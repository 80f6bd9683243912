import { Bill, DraftMeta, DraftText } from '#core/bill.ts'
import { Cause } from '#core/lineage/causes.ts'
import { DraftPreview, NewBill, NewDraft, OfficeBillList } from '../office-api.ts'
import {
  CauseStatement,
  DraftOwes,
  LineageCorrections,
  NamedCauses,
  NewCauses,
  OfficeCauses,
  OfficeLineage,
} from '../lineage-api.ts'
import { fileTypes, type OfficeOperation } from './office-operation.ts'

/** Bills, their drafts, and what became of each article between two of them. */
export const billOperations = {
  'GET /office/api/bills': { summary: '法规案和各稿 · Bills and their drafts', answer: { OfficeBillList } },
  'POST /office/api/bills': {
    summary: '新建法规案 · A new bill',
    body: { NewBill },
    answer: { Bill },
    status: 201,
  },
  'POST /office/api/drafts/preview': {
    summary: '看看文件会读成什么 · What a file would be read as; nothing is kept',
    body: fileTypes.bytes,
    answer: { DraftPreview },
  },
  'POST /office/api/bills/:billId/drafts': {
    summary: '导入一稿 · Import a draft',
    body: { NewDraft },
    answer: { DraftMeta },
    status: 201,
  },
  'GET /office/api/drafts/:draftId': { summary: '一稿的条文 · The text of a draft', answer: { DraftText } },
  'GET /office/api/drafts/:draftId/owed': {
    summary: '公开前还差哪些原因 · Causes a draft still owes before it is released',
    answer: { DraftOwes },
  },
  'POST /office/api/drafts/:draftId/release': {
    summary: '公开一稿 · Release a draft',
    answer: { DraftMeta },
    ifMatch: true,
  },
  'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId': {
    summary: '条文沿革 · Lineage of two drafts',
    answer: { OfficeLineage },
  },
  'PUT /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId': {
    summary: '改正条文沿革 · Correct the lineage',
    body: { LineageCorrections },
    answer: { OfficeLineage },
    ifMatch: true,
  },
  'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/comparison.docx': {
    summary: '修改前后对照表（Word）· Comparison as a Word file',
    answer: fileTypes.docx,
  },
  'GET /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes': {
    summary: '修改原因 · Why articles changed',
    answer: { OfficeCauses },
  },
  'POST /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes': {
    summary: '几条一并说明 · One cause for several articles',
    body: { NewCauses },
    answer: { NamedCauses },
  },
  'PUT /office/api/bills/:billId/lineage/:fromDraftId/:toDraftId/causes/:side/:provisionId': {
    summary: '说明一条的修改原因 · Name the cause of one article',
    body: { CauseStatement },
    answer: { Cause },
    ifMatch: true,
  },
} as const satisfies Record<string, OfficeOperation>
