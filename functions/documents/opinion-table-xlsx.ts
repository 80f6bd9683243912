import { outcomeNames } from '#core/names.ts'
import { columnsOfEdition, type OpinionTableRow, type TableColumn } from '#contract/opinion-table-columns.ts'
import type { TableEdition } from '#core/deciding/export-job.ts'
import { columnName, numberCell, textCell } from './xlsx-cells.ts'
import { look, textStyles } from './xlsx-styles.ts'
import {
  plainSheet,
  propertySheet,
  sheetReference,
  workbookStream,
  type WorkbookSheet,
} from './xlsx-workbook.ts'
import {
  choiceList,
  rowHeight,
  tableEnd,
  tableStart,
  type CellRule,
  type TableFrame,
} from './xlsx-worksheet.ts'

/** What stands around the rows of a table. */
export interface OpinionTableMeta {
  consultationId: string
  /** The draft's name, printed at the head of every page. */
  title: string
  /** Second half of the printed head: stage, window, date of the download. */
  subtitle: string
  /** 第一条, 第二条 … of the later drafts: the drop-down of 采纳后条款. */
  provisionChoices: readonly string[]
  /** `internal` unless said otherwise. */
  edition?: TableEdition
  /** Printed at the foot of every page: whose copy this is. */
  watermark?: string
}

type Column = TableColumn

/** Excel's own limit of 1,048,576 rows, less the header. */
const maxRowsPerSheet = 1_048_575
const rowsPerChunk = 64
const sheetName = '意见汇总表'
const choicesName = '条款'
const identifying = new Set<string>(['opinionId', 'rev', 'check'])
const numeric = new Set<string>(['seq', 'sameCount', 'rev'])

/**
 * Streams the consolidated opinion table 意见汇总表 as .xlsx: header in row 1 (frozen, filtered, repeated in print),
 * tinted columns to fill in, drop-downs of outcomes and resulting provisions, 编号 and 版本 to find the rows again.
 * Memory stays flat; every 1,048,575 rows a further sheet begins. Texts come back exactly as they went
 * (`spreadsheet-reader.ts`), except that Excel allows 32,767 characters a cell: longer ones are cut with a mark.
 */
export function opinionTableXlsx(
  rows: AsyncIterable<OpinionTableRow>,
  meta: OpinionTableMeta,
): AsyncGenerator<Uint8Array> {
  return workbookStream(meta.title, opinionTableSheets(rows, meta))
}

async function* opinionTableSheets(
  rows: AsyncIterable<OpinionTableRow>,
  meta: OpinionTableMeta,
): AsyncGenerator<WorkbookSheet> {
  const source = rows[Symbol.asyncIterator]()
  let next = await source.next()
  for (let sheet = 1; sheet === 1 || !next.done; sheet += 1) {
    yield {
      name: sheet === 1 ? sheetName : `${sheetName}${sheet}`,
      printedAgain: '$A:$B,$1:$1',
      chunks: tableChunks(meta, async function* () {
        for (let count = 0; count < maxRowsPerSheet && !next.done; count += 1) {
          yield next.value
          next = await source.next()
        }
      }),
    }
  }
  const { edition = 'internal', consultationId } = meta
  if (edition === 'internal')
    yield {
      name: choicesName,
      chunks: [plainSheet([['采纳后条款可选项'], ...meta.provisionChoices.map((choice) => [choice])], [24])],
    }
  yield propertySheet({ kind: 'opinion-table', consultationId })
}

async function* tableChunks(
  meta: OpinionTableMeta,
  rows: () => AsyncIterable<OpinionTableRow>,
): AsyncGenerator<string> {
  const columns = columnsOfEdition[meta.edition ?? 'internal']
  const frame: TableFrame = {
    columns: columns.map((column) => ({ width: widthOf(column), style: 0 })),
    frozenColumns: 2,
    printTitle: `${meta.title}　${meta.subtitle}`,
    ...(meta.watermark !== undefined && { printNote: meta.watermark }),
    paper: 'A3',
  }
  const rowXml = rowWriter(columns)
  yield tableStart(frame) + headerRow(columns)
  let lastRow = 1
  let chunk: string[] = []
  for await (const row of rows()) {
    lastRow += 1
    chunk.push(rowXml(row, lastRow))
    if (chunk.length < rowsPerChunk) continue
    yield chunk.join('')
    chunk = []
  }
  yield chunk.join('') + tableEnd(frame, rulesOf(meta, columns), lastRow)
}

function headerRow(columns: readonly Column[]): string {
  const cells = columns.map((column, at) => {
    const index = look(
      identifying.has(column.key) ? 'headerFaint' : column.edited ? 'headerEdited' : 'header',
    )
    // What stands in brackets is no part of the title when the table comes back.
    const note = identifying.has(column.key) ? '（请勿改动）' : column.edited ? '（可填写）' : ''
    return textCell(`${columnName(at)}1`, column.title + note, { plain: index, quoted: index })
  })
  return `<row r="1" ht="36" customHeight="1">${cells.join('')}</row>`
}

/** Writes rows of these columns; what is the same for all of them is worked out once. */
function rowWriter(columns: readonly Column[]): (row: OpinionTableRow, number: number) => string {
  const wrapped = columns.filter(({ key }) => !identifying.has(key) && !numeric.has(key))
  const names = columns.map((_, at) => columnName(at))
  return (row, number) => {
    let cells = ''
    columns.forEach((column, at) => {
      const text = row[column.key]
      const reference = `${names[at]}${number}`
      if (numeric.has(column.key) && /^(0|[1-9]\d{0,8})$/.test(text))
        cells += numberCell(reference, text, look(column.key === 'rev' ? 'faintNumber' : 'number'))
      else cells += textCell(reference, text, styleOf(column))
    })
    const height = rowHeight(wrapped.map(({ key, width }) => ({ text: row[key], width })))
    return `<row r="${number}" ht="${height}">${cells}</row>`
  }
}

function styleOf(column: Column) {
  if (identifying.has(column.key)) return textStyles.faint
  return column.edited ? textStyles.edited : textStyles.text
}

function widthOf(column: Column): number {
  return identifying.has(column.key) ? Math.min(column.width, 12) : column.width
}

function rulesOf(meta: OpinionTableMeta, columns: readonly Column[]): CellRule[] {
  const place = (key: Column['key']) => columns.findIndex((column) => column.key === key)
  const notes = columns.flatMap(({ key, help }): CellRule[] =>
    help === undefined ? [] : [{ column: place(key), kind: 'note', hint: help }],
  )
  if (!columns.some(({ edited }) => edited)) return notes
  const outcome: CellRule = {
    column: place('outcome'),
    kind: 'list',
    formula: choiceList(Object.values(outcomeNames)),
    onError: 'stop',
    hint: '请从下拉列表中选择采纳情况。',
  }
  if (meta.provisionChoices.length === 0) return [...notes, outcome]
  const provision: CellRule = {
    column: place('resultingProvision'),
    kind: 'list',
    formula: `${sheetReference(choicesName)}!$A$2:$A$${meta.provisionChoices.length + 1}`,
    onError: 'warning',
    hint: '请选择采纳后的条款；也可以写到款、项，如“第十二条第二款”。',
  }
  return [...notes, outcome, provision]
}
