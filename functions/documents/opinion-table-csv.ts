import { columnsOfEdition, type OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { TableEdition } from '#core/deciding/export-job.ts'
import { byteOrderMark, csvRecord } from '#core/text/csv-record.ts'
import { ownByteChunks } from './byte-chunks.ts'

/**
 * Streams the consolidated table as CSV (RFC 4180, UTF-8 with a byte order mark, formulas guarded): the columns of the
 * workbook under the same titles, so that it comes back the same way.
 */
export function opinionTableCsv(
  rows: AsyncIterable<OpinionTableRow>,
  { edition = 'internal' }: { edition?: TableEdition } = {},
): AsyncGenerator<Uint8Array> {
  const columns = columnsOfEdition[edition]
  async function* records(): AsyncGenerator<string> {
    yield byteOrderMark + csvRecord(columns.map(({ title }) => title))
    for await (const row of rows) yield csvRecord(columns.map(({ key }) => row[key]))
  }
  return ownByteChunks(records())
}
