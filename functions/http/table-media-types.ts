import type { TableFormat } from '#core/deciding/export-job.ts'
import { xlsxMediaType } from './sheet-media-types.ts'

/** What the table is called on its way out. */
export const tableMediaTypes: Record<TableFormat, string> = {
  xlsx: xlsxMediaType,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}
