import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'

/** What finds a row of a table in Word again: stands unseen behind its number, and is carried through any editing. */
export type RowKey = Pick<OpinionTableRow, 'opinionId' | 'rev' | 'check'>

const written = /\[编号([^·\]]+)·版本(\d*)·核对码([^·\]]*)\]/

/** `''` for a row of the public edition, which nobody loads back. */
export function writeRowKey({ opinionId, rev, check }: RowKey): string {
  return opinionId === '' ? '' : `[编号${opinionId}·版本${rev}·核对码${check}]`
}

/** The number and the key of a first cell; the key's parts are `''` where somebody took it away. */
export function readRowKey(cell: string): RowKey & { seq: string } {
  const [whole = '', opinionId = '', rev = '', check = ''] = written.exec(cell) ?? []
  return { seq: cell.replace(whole, '').trim(), opinionId, rev, check }
}
