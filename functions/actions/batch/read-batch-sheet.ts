import type { BatchColumn } from '#contract/batch-columns.ts'
import type { BatchRowAnswer, RowProblem } from '#contract/batch-api.ts'
import { columnsUsed, mapCells, type ColumnMapping } from '#core/batch/column-mapping.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Provision } from '#core/draft/provision.ts'
import type { ShapedTable } from '../../documents/shape-table.ts'
import type { BatchCells } from './cell-reader.ts'
import { matchedColumns, missingColumns } from './match-columns.ts'
import { type BatchRowContext, type GoodRow, readBatchRow } from './read-batch-row.ts'

/** A table read: rows to store, rows refused with their reasons, and columns nobody asked for. */
export interface ReadBatchSheet {
  good: GoodRow[]
  refused: BatchRowAnswer[]
  ignoredColumns: string[]
}

/** How the cells of a row become ours. */
export interface ColumnReading {
  /** `undefined` when the row says nothing. */
  cellsOf(cells: Readonly<Record<string, string>>): BatchCells | undefined
  /** What the file calls our columns, for naming problems. */
  titles?: BatchCells
  used: ReadonlySet<string>
}

/** Our own template, or a table with its titles. Throws `wrong-columns` naming the required columns that are missing. */
export function readByTitle(headers: readonly string[]): ColumnReading {
  const titles = matchedColumns(headers)
  const missing = missingColumns(titles)
  if (missing.length > 0) throw new PortalError('wrong-columns', { missing })
  return {
    cellsOf(cells) {
      const known: BatchCells = {}
      for (const [key, title] of titles) if (cells[title] !== undefined) known[key] = cells[title]
      return isEmpty(known) ? undefined : known
    },
    used: new Set(titles.values()),
  }
}

/** A table of another channel, read as its mapping says. */
export function readByMapping({ fields }: Pick<ColumnMapping, 'fields'>): ColumnReading {
  const titles: BatchCells = {}
  for (const [key, rule] of Object.entries(fields))
    if (rule.columns.length > 0) titles[key as BatchColumn] = rule.columns.join('＋')
  return { cellsOf: (cells) => mapCells(fields, cells), titles, used: new Set(columnsUsed(fields)) }
}

/** Reads every row of an uploaded table. A 序号 or a receipt code that stands on two rows refuses the second. */
export function readBatchSheet(
  sheet: ShapedTable,
  context: Omit<BatchRowContext, 'findProvision' | 'titles'> & { provisions: readonly Provision[] },
  reading: ColumnReading,
): ReadBatchSheet {
  const { titles } = reading
  const rowContext = { ...context, titles, findProvision: provisionFinder(context.provisions) }
  const good: GoodRow[] = []
  const refused: BatchRowAnswer[] = []
  const seen = new Set<string>()
  for (const { row, cells } of sheet.rows) {
    const known = reading.cellsOf(cells)
    if (known === undefined) continue
    const read = readBatchRow(row, known, rowContext)
    if (!('good' in read)) {
      refused.push({ ...read, verdict: 'refused' })
      continue
    }
    const { arrival, warnings } = read.good
    const problems = repeatedMarks(read.good, seen, titles)
    if (problems.length === 0) good.push(read.good)
    else refused.push({ row, verdict: 'refused', problems, warnings, flags: arrival.flags })
  }
  return { good, refused, ignoredColumns: sheet.headers.filter((header) => !reading.used.has(header)) }
}

/** A row that holds only its printed number says nothing. */
function isEmpty(cells: BatchCells): boolean {
  return Object.entries(cells).every(([key, cell]) => key === 'rowNumber' || cell.trim() === '')
}

function repeatedMarks(
  { rowNumber, paperId }: GoodRow,
  seen: Set<string>,
  titles: BatchCells = {},
): RowProblem[] {
  const problems: RowProblem[] = []
  if (rowNumber !== undefined && seen.has(`n${rowNumber}`))
    problems.push({ column: titles.rowNumber ?? '序号', code: 'row-number-repeated', facts: {} })
  if (paperId !== undefined && seen.has(`p${paperId}`))
    problems.push({ column: titles.receiptCode ?? '回执码', code: 'receipt-code-taken', facts: {} })
  if (rowNumber !== undefined) seen.add(`n${rowNumber}`)
  if (paperId !== undefined) seen.add(`p${paperId}`)
  return problems
}

/** Finds each citation once; 「第二十四条 不得垂钓」 of a drop-down is read by its lead. */
function provisionFinder(provisions: readonly Provision[]): (cited: string) => ProvisionId | undefined {
  const found = new Map<string, ProvisionId | undefined>()
  return (cited) => {
    if (!found.has(cited)) {
      const lead = cited.trim().split(/\s/u, 1)[0] ?? ''
      const provision = findProvision(provisions, cited) ?? findProvision(provisions, lead)
      found.set(cited, provision?.id)
    }
    return found.get(cited)
  }
}
