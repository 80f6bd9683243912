import { limits } from '#contract/limits.ts'
import { opinionTableColumns, type OpinionTableColumn } from '#contract/opinion-table-columns.ts'
import { PortalError } from '#core/portal-error.ts'
import { readDocxGrid } from './docx-grid.ts'
import type { GuardedZip } from './guarded-zip.ts'
import { normaliseHeader } from './header.ts'
import { readAnswerCell } from './opinion-answer-cell.ts'
import { readRowKey } from './opinion-row-key.ts'
import { answerTitle } from './opinion-table-docx.ts'
import type { SheetRow } from './shape-table.ts'
import type { Sheet } from './spreadsheet-reader.ts'

const titles = Object.fromEntries(
  opinionTableColumns.map(({ key, title }) => [key, normaliseHeader(title)]),
) as Record<OpinionTableColumn, string>
const inAnswer = ['reason', 'resultingProvision', 'resultingQuote', 'proposal', 'note'] as const

/**
 * Reads the consolidated table as it came back in Word (`opinion-table-docx.ts`), into the same rows as its workbook:
 * rows may be moved and deleted, columns too, and tables cut in two. A row is numbered as its 序号 says.
 *
 * @throws PortalError `wrong-columns` when no row tells which opinion it is · `too-large` · `unsafe-archive`
 */
export async function readOpinionTableDocx(zip: GuardedZip): Promise<Sheet> {
  const rows: SheetRow[] = []
  const present = new Set<string>([titles.opinionId, titles.rev, titles.check])
  let columns: readonly string[] = []
  const numbers = new Set<number>()
  for (const cells of await readDocxGrid(zip.stream('word/document.xml'))) {
    const headers = cells.map(normaliseHeader)
    if (headers.includes(titles.seq)) columns = headers
    else if (cells.length > 1 && columns.length > 0) rows.push(shaped(columns, cells, present, numbers))
    if (rows.length > limits.maxSheetRows)
      throw new PortalError('too-large', { rows: rows.length, limit: limits.maxSheetRows })
  }
  if (!rows.some(({ cells }) => cells[titles.opinionId] !== ''))
    throw new PortalError('wrong-columns', { missing: [titles.opinionId, titles.rev] })
  return { headers: [...present], rows, properties: {} }
}

function shaped(
  columns: readonly string[],
  cells: readonly string[],
  present: Set<string>,
  numbers: Set<number>,
): SheetRow {
  const cellOf = (title: string) => cells[columns.indexOf(title)]
  const { seq, opinionId, rev, check } = readRowKey(cellOf(titles.seq) ?? '')
  const shown: Record<string, string> = {
    [titles.opinionId]: opinionId,
    [titles.rev]: rev,
    [titles.check]: check,
  }
  const say = (title: string, text: string) => {
    present.add(title)
    shown[title] = text
  }
  for (const title of [titles.outcome, titles.responsible])
    if (columns.includes(title)) say(title, cellOf(title) ?? '')
  const answer = columns.includes(answerTitle) ? readAnswerCell(cellOf(answerTitle) ?? '') : undefined
  if (answer) for (const key of inAnswer) say(titles[key], answer[key])
  return { row: freeNumber(Number(seq), numbers), cells: shown }
}

/** Its printed number, or the next one nobody has where it was copied or typed over. */
function freeNumber(printed: number, numbers: Set<number>): number {
  let number = Number.isSafeInteger(printed) && printed > 0 ? printed : 1
  while (numbers.has(number)) number += 1
  numbers.add(number)
  return number
}
