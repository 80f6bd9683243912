import { type BatchColumn, batchColumns } from '#contract/batch-columns.ts'
import type { BatchRowAnswer, RowProblem } from '#contract/batch-api.ts'
import { findProvision } from '#core/find-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Provision } from '#core/provision.ts'
import { normaliseHeader } from '../documents/header.ts'
import type { Sheet } from '../documents/spreadsheet-reader.ts'
import { type BatchRowContext, type GoodRow, readBatchRow } from './read-batch-row.ts'

/** A table read: rows to store, rows refused with their reasons, and columns nobody asked for. */
export interface ReadBatchSheet {
  good: GoodRow[]
  refused: BatchRowAnswer[]
  ignoredColumns: string[]
}

/**
 * Reads every row of an uploaded table. A 序号 or a receipt code that stands on two rows refuses the second.
 * Throws `wrong-columns` naming the required columns that are missing.
 */
export function readBatchSheet(
  sheet: Sheet,
  context: Omit<BatchRowContext, 'findProvision'> & { provisions: readonly Provision[] },
): ReadBatchSheet {
  const titles = matchColumns(sheet.headers)
  const missing = batchColumns.filter(({ key, required }) => required && !titles.has(key))
  if (missing.length > 0)
    throw new PortalError('wrong-columns', { missing: missing.map(({ title }) => title) })
  const rowContext = { ...context, findProvision: provisionFinder(context.provisions) }
  const good: GoodRow[] = []
  const refused: BatchRowAnswer[] = []
  const seen = new Set<string>()
  for (const { row, cells } of sheet.rows) {
    const known: Partial<Record<BatchColumn, string>> = {}
    for (const [key, title] of titles) if (cells[title] !== undefined) known[key] = cells[title]
    if (isEmpty(known)) continue
    const read = readBatchRow(row, known, rowContext)
    if (!('good' in read)) {
      refused.push({ row, verdict: 'refused', problems: read.problems, flags: read.flags })
      continue
    }
    const problems = repeatedMarks(read.good, seen)
    if (problems.length === 0) good.push(read.good)
    else refused.push({ row, verdict: 'refused', problems, flags: read.good.arrival.flags })
  }
  const used = new Set(titles.values())
  return { good, refused, ignoredColumns: sheet.headers.filter((header) => !used.has(header)) }
}

/** Which header stands for which column: exact titles first, then what other offices call them. */
function matchColumns(headers: readonly string[]): Map<BatchColumn, string> {
  const titles = new Map<BatchColumn, string>()
  const free = new Set(headers)
  const take = (key: BatchColumn, names: readonly string[]) => {
    if (titles.has(key)) return
    const found = names.map(normaliseHeader).find((name) => free.has(name))
    if (found === undefined) return
    titles.set(key, found)
    free.delete(found)
  }
  for (const { key, title } of batchColumns) take(key, [title])
  for (const { key, aliases } of batchColumns) take(key, aliases)
  return titles
}

/** A row that holds only its printed number says nothing. */
function isEmpty(cells: Partial<Record<BatchColumn, string>>): boolean {
  return Object.entries(cells).every(([key, cell]) => key === 'rowNumber' || cell.trim() === '')
}

function repeatedMarks({ rowNumber, paperId }: GoodRow, seen: Set<string>): RowProblem[] {
  const problems: RowProblem[] = []
  if (rowNumber !== undefined && seen.has(`n${rowNumber}`))
    problems.push({ column: '序号', code: 'row-number-repeated', facts: {} })
  if (paperId !== undefined && seen.has(`p${paperId}`))
    problems.push({ column: '回执码', code: 'receipt-code-taken', facts: {} })
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
