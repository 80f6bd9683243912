import { columnsOfEdition, type OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { TableEdition } from '#core/export-job.ts'
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
    const keys = columns.map(({ key }) => key)
    const head = JSON.stringify({ consultationId, title, edition, watermark, columns })
    yield `${head.slice(0, -1)},"rows":[`
    let separator = '\n'
    for await (const row of rows) {
      yield separator + JSON.stringify(row, keys)
      separator = ',\n'
    }
    yield '\n]}\n'
  }
  return ownByteChunks(lines())
}
