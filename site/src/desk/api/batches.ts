import type { AnswerSheet } from '#contract/answer-sheet.ts'
import type { BatchProgress } from '#contract/batch-api.ts'
import type { BatchLook, MappingInput, MappingList } from '#contract/mapping-api.ts'
import type { ColumnMapping } from '#core/batch/column-mapping.ts'
import { call, callForFile, sendFile } from './call.ts'
import { sendFileForLines } from './send-for-lines.ts'

const id = encodeURIComponent
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file to upload, under the batch that a retry names again, and how it is to be read. */
export interface UploadFile {
  batchId: string
  consultationId: string
  file: File
  sheet?: string | undefined
  headerRow?: number | undefined
  /** A saved mapping's id, or `none`. */
  mapping?: string | undefined
  /** For whom, when legislative staff bring it in (`parts/shelf.ts`). */
  for?: string | undefined
}

const forShelf = (shelf: string | undefined) => (shelf === undefined ? '' : `?for=${id(shelf)}`)

function address(
  { batchId, consultationId, file, ...wish }: UploadFile,
  more: Record<string, string>,
): string {
  const query = new URLSearchParams({ consultationId, fileName: file.name, ...more })
  for (const [key, value] of Object.entries(wish)) if (value !== undefined) query.set(key, String(value))
  return `/batches/${id(batchId)}?${query}`
}

const typeOf = ({ file }: UploadFile) => (file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : xlsxType)

/** Calls of uploading tables and of saved mappings. Shapes are `functions/contract/{batch,mapping}-api.ts`. */
export const batches = {
  look: (upload: UploadFile, onSent: (share: number) => void) =>
    sendFile<BatchLook>('PUT', address(upload, { apply: '0' }), upload.file, typeOf(upload), onSent),
  /** Stores, all rows or only some; lines come as the server goes. */
  store: (upload: UploadFile, only: readonly number[] | undefined, onLine: (line: BatchProgress) => void) =>
    sendFileForLines<BatchProgress>(
      address(upload, only === undefined ? {} : { only: only.join(',') }),
      upload.file,
      typeOf(upload),
      onLine,
    ),
  answerSheet: (sheet: AnswerSheet) => callForFile('/batches/answers.xlsx', { method: 'POST', json: sheet }),
  mappings: (shelf?: string) => call<MappingList>(`/mappings${forShelf(shelf)}`),
  putMapping: (mappingId: string, input: MappingInput, rev: number, shelf?: string) =>
    call<ColumnMapping>(`/mappings/${id(mappingId)}${forShelf(shelf)}`, { method: 'PUT', json: input, rev }),
  removeMapping: (mappingId: string, rev: number, shelf?: string) =>
    call<ColumnMapping>(`/mappings/${id(mappingId)}/remove${forShelf(shelf)}`, { method: 'POST', rev }),
}
