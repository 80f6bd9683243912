import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { TableFormat } from '#core/deciding/export-job.ts'
import { opinionTableCsv } from './opinion-table-csv.ts'
import { opinionTableDocx } from './opinion-table-docx.ts'
import { opinionTableJson } from './opinion-table-json.ts'
import { opinionTableXlsx, type OpinionTableMeta } from './opinion-table-xlsx.ts'

/** Every format of the consolidated table, streamed from the same rows. */
export const opinionTableWriters: Record<
  TableFormat,
  (rows: AsyncIterable<OpinionTableRow>, meta: OpinionTableMeta) => AsyncGenerator<Uint8Array>
> = {
  xlsx: opinionTableXlsx,
  docx: opinionTableDocx,
  csv: opinionTableCsv,
  json: opinionTableJson,
}
