import { columnsOfEdition, type OpinionTableRow, type TableColumn } from '#contract/opinion-table-columns.ts'
import type { TableEdition } from '#core/deciding/export-job.ts'
import { ownByteChunks } from './byte-chunks.ts'

/**
 * Streams the table as one JSON object `{ consultationId, title, edition, watermark?, columns: [{ key, title }],
 * rows: [{ … }] }`, a row a line.
 */
export function opinionTableJson(
  rows: AsyncIterable<OpinionTableRow>,
  meta: { consultationId: string; title: string; edition?: TableEdition; watermark?: string },
): AsyncGenerator<Uint8Array> {
  async function* lines(): AsyncGenerator<string> {
    const { consultationId, title, edition = 'internal', watermark } = meta
    const columns = columnsOfEdition[edition].map((column) => ({ key: column.key, title: column.title }))
    const head = JSON.stringify({ consultationId, title, edition, watermark, columns })
    yield `${head.slice(0, -1)},"rows":[`
    const rowJson = rowWriter(columns)
    let separator = '\n'
    for await (const row of rows) {
      yield separator + rowJson(row)
      separator = ',\n'
    }
    yield '\n]}\n'
  }
  return ownByteChunks(lines())
}

/**
 * Writes rows as `JSON.stringify(row, keys)` would. A cell that says what the row above said, as an article's words do
 * all through its opinions, is not spelled again: `JSON.stringify` was half of what a million rows cost.
 */
function rowWriter(columns: readonly Pick<TableColumn, 'key'>[]): (row: Partial<OpinionTableRow>) => string {
  const cells = columns.map(({ key }) => ({ key, name: `${JSON.stringify(key)}:`, text: '', json: '""' }))
  return (row) => {
    let json = ''
    for (const cell of cells) {
      const text = row[cell.key]
      if (text === undefined) continue
      if (text !== cell.text) {
        cell.text = text
        cell.json = quoted(text)
      }
      json += (json === '' ? '' : ',') + cell.name + cell.json
    }
    return `{${json}}`
  }
}

/** What JSON (RFC 8259 §7) writes with a backslash, and halves of characters, which `JSON.stringify` looks after. */
// oxlint-disable-next-line no-control-regex
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/

function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`
}
