import type { AnswerSheet } from '#contract/answer-sheet.ts'
import { columnName, numberCell, textCell } from './xlsx-cells.ts'
import { look, textStyles } from './xlsx-styles.ts'
import { workbookStream } from './xlsx-workbook.ts'
import { tableEnd, tableStart, type TableFrame } from './xlsx-worksheet.ts'

const widths = [8, 12, 30, 34, 56]

/** The answers of an upload as .xlsx, a line a row of the file; a row's number is a number, all else stays text. */
export async function answerSheetXlsx(sheet: AnswerSheet): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const table = { name: '结果', printedAgain: '$A:$A,$1:$1', chunks: tableChunks(sheet) }
  for await (const chunk of workbookStream(sheet.title, [table])) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function* tableChunks({ title, titles, rows }: AnswerSheet): Generator<string> {
  const frame: TableFrame = {
    columns: widths.map((width) => ({ width, style: look('text') })),
    frozenColumns: 1,
    printTitle: title,
    paper: 'A4',
  }
  const header = { plain: look('header'), quoted: look('header') }
  const titleCells = titles.map((text, at) => textCell(`${columnName(at)}1`, text, header))
  yield `${tableStart(frame)}<row r="1" ht="24" customHeight="1">${titleCells.join('')}</row>`
  for (const [at, cells] of rows.entries()) yield `<row r="${at + 2}">${rowCells(cells, at + 2)}</row>`
  yield tableEnd(frame, [], rows.length + 1)
}

function rowCells(cells: readonly string[], line: number): string {
  return cells
    .map((text, at) => {
      const reference = `${columnName(at)}${line}`
      const isNumber = at === 0 && /^\d{1,9}$/.test(text)
      return isNumber
        ? numberCell(reference, text, look('number'))
        : textCell(reference, text, textStyles.text)
    })
    .join('')
}
