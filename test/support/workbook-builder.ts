import { zipStream } from '../../functions/documents/ooxml-stream.ts'
import { workbookStream, type WorkbookSheet } from '../../functions/documents/xlsx-workbook.ts'

/** All bytes of a stream. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** A workbook from the raw inside of `<worksheet>` of its sheets, as another program may have saved it. */
export function workbookOf(...sheets: (Omit<WorkbookSheet, 'chunks'> & { xml: string })[]): Promise<Buffer> {
  return collect(
    workbookStream(
      'test',
      sheets.map(({ xml, ...sheet }) => ({ ...sheet, chunks: [`<worksheet>${xml}</worksheet>`] })),
    ),
  )
}

/** A row of inline strings; `undefined` leaves a cell out. */
export function rowXml(row: number, ...cells: (string | undefined)[]): string {
  const written = cells.map((text, at) =>
    text === undefined
      ? ''
      : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  return `<row r="${row}">${written.join('')}</row>`
}

/** An archive of named texts. */
export function zipOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  return collect(zipStream(Object.entries(parts).map(([name, text]) => ({ name, chunks: [text] }))))
}
