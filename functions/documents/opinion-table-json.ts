import { opinionTableColumns, type OpinionTableRow } from '#contract/opinion-table-columns.ts'
import { ownByteChunks } from './byte-chunks.ts'

/** Streams the table as one JSON object `{ consultationId, title, columns: [{ key, title }], rows: [{ … }] }`, a row a line. */
export function opinionTableJson(
  rows: AsyncIterable<OpinionTableRow>,
  meta: { consultationId: string; title: string },
): AsyncGenerator<Uint8Array> {
  async function* lines(): AsyncGenerator<string> {
    const columns = opinionTableColumns.map(({ key, title }) => ({ key, title }))
    const head = JSON.stringify({ consultationId: meta.consultationId, title: meta.title, columns })
    yield `${head.slice(0, -1)},"rows":[`
    let separator = '\n'
    for await (const row of rows) {
      yield separator + JSON.stringify(row)
      separator = ',\n'
    }
    yield '\n]}\n'
  }
  return ownByteChunks(lines())
}
