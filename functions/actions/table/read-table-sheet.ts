import { opinionTableColumns } from '#contract/opinion-table-columns.ts'
import { PortalError } from '#core/portal-error.ts'
import { normaliseHeader } from '../../documents/header.ts'
import type { Sheet } from '../../documents/spreadsheet-reader.ts'
import { decisionColumns } from './opinion-table-row.ts'
import type { FilledCells } from './read-table-row.ts'

/** One row of a table that came back. */
export interface TableFileRow {
  /** As Excel shows it. */
  row: number
  /** 编号 as it stands in the file, `''` when it was emptied. */
  opinionId: string
  /** 版本 of the decision the row was made from; 0 when none. */
  rev: number
  /** 核对码: what the cells said then; absent when the file no longer has the column. */
  check: string | undefined
  filled: FilledCells
}

const titleOf = new Map(opinionTableColumns.map(({ key, title }) => [key, normaliseHeader(title)]))

/** Reads the rows of a table by their 编号. Throws `wrong-columns` when 编号 or 版本 is gone: nothing could be found again. */
export function readTableSheet({ headers, rows }: Sheet): TableFileRow[] {
  const idTitle = titleOf.get('opinionId') ?? ''
  const revTitle = titleOf.get('rev') ?? ''
  const checkTitle = titleOf.get('check') ?? ''
  const missing = [idTitle, revTitle].filter((title) => !headers.includes(title))
  if (missing.length > 0) throw new PortalError('wrong-columns', { missing })
  return rows.map(({ row, cells }) => {
    const filled: FilledCells = {}
    for (const key of decisionColumns) {
      const title = titleOf.get(key) ?? ''
      if (headers.includes(title)) filled[key] = cells[title] ?? ''
    }
    return {
      row,
      opinionId: (cells[idTitle] ?? '').trim(),
      rev: Number((cells[revTitle] ?? '0').trim()) || 0,
      check: headers.includes(checkTitle) ? (cells[checkTitle] ?? '').trim() : undefined,
      filled,
    }
  })
}
