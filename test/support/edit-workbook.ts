import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { normaliseHeader } from '../../functions/documents/header.ts'
import { escapeXml } from '../../functions/documents/xlsx-cells.ts'
import { collect, zipOf } from './workbook-builder.ts'

/** Cells to write, by row as Excel counts and by column title. */
export type CellEdits = ReadonlyMap<number, Readonly<Record<string, string>>>

const firstSheet = 'xl/worksheets/sheet1.xml'

/**
 * Writes into cells of one of our own files as a person does in Excel: everything else of the file — hidden
 * sheets, drop-downs, styles — stays. `drop` removes rows.
 */
export async function editWorkbook(
  bytes: Uint8Array,
  edits: CellEdits,
  { drop = [] }: { drop?: readonly number[] } = {},
): Promise<Buffer> {
  const parts = await readParts(bytes)
  const sheet = parts[firstSheet]
  if (sheet === undefined) throw new Error('the file has no first sheet')
  const columns = columnsOf(sheet)
  const edited = sheet.replace(/<row r="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g, (row, number: string) => {
    const at = Number(number)
    if (drop.includes(at)) return ''
    const cells = edits.get(at)
    return cells === undefined ? row : editRow(row, at, cells, columns)
  })
  return zipOf({ ...parts, [firstSheet]: edited })
}

function editRow(
  row: string,
  at: number,
  cells: Readonly<Record<string, string>>,
  columns: ReadonlyMap<string, string>,
): string {
  const kept = new Map<string, string>()
  for (const [cell, column = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g))
    kept.set(column, cell)
  for (const [title, text] of Object.entries(cells)) {
    const column = columns.get(normaliseHeader(title))
    if (column === undefined) throw new Error(`the file has no column ${title}`)
    const style = /\ss="\d+"/.exec(kept.get(column) ?? '')?.[0] ?? ''
    const value = `<is><t xml:space="preserve">${escapeXml(text)}</t></is>`
    kept.set(column, `<c r="${column}${at}"${style} t="inlineStr">${value}</c>`)
  }
  const inOrder = [...kept].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  const opening = /^<row[^>]*?(?=\/?>)/.exec(row)?.[0] ?? `<row r="${at}"`
  return `${opening}>${inOrder.map(([, cell]) => cell).join('')}</row>`
}

function columnsOf(sheet: string): Map<string, string> {
  const head = /<row r="1"[^>]*>([\s\S]*?)<\/row>/.exec(sheet)?.[1] ?? ''
  const cells = head.matchAll(/<c r="([A-Z]+)1"[^>]*>[\s\S]*?<t[^>]*>([\s\S]*?)<\/t>/g)
  return new Map([...cells].map(([, column = '', title = '']) => [normaliseHeader(title), column]))
}

const openZip = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

async function readParts(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await openZip(Buffer.from(bytes), { lazyEntries: false, autoClose: false })
  const entries: yauzl.Entry[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => entries.push(entry))
    zip.once('end', resolve)
    zip.once('error', reject)
  })
  const parts: Record<string, string> = {}
  for (const entry of entries) {
    const stream = await promisify(
      zip.openReadStream.bind(zip) as (
        entry: yauzl.Entry,
        done: (error: Error | null, stream: NodeJS.ReadableStream) => void,
      ) => void,
    )(entry)
    parts[entry.fileName] = (await collect(stream as unknown as AsyncIterable<Uint8Array>)).toString('utf8')
  }
  return parts
}
