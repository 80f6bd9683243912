import { byteOrderMark, csvRecord } from '#core/text/csv-record.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { opinionFields } from './opinion-fields.ts'

/** How a file of rows is written piece by piece: before the first row, each row, between two, after the last. */
export interface RowPieces {
  head: string
  row: (row: BulletinRow) => string
  separator: string
  foot: string
}

/** Rows of a bulletin as CSV (RFC 4180, UTF-8 with a byte order mark, formulas disarmed). */
export const csvPieces: RowPieces = {
  head: byteOrderMark + csvRecord(opinionFields.map(({ name }) => name)),
  row: (row) => csvRecord(opinionFields.map(({ valueOf }) => String(valueOf(row) ?? ''))),
  separator: '',
  foot: '',
}

/** The same rows as JSON: an array of objects, one a line, fields without a value left out. */
export const jsonPieces: RowPieces = {
  head: '[',
  row: (row) =>
    `\n${JSON.stringify(
      Object.fromEntries(
        opinionFields.flatMap(({ name, valueOf }) => {
          const value = valueOf(row)
          return value === undefined || value === '' ? [] : [[name, value]]
        }),
      ),
    )}`,
  separator: ',',
  foot: '\n]\n',
}

/** A file of rows that are all in memory. */
export function joinPieces({ head, row, separator, foot }: RowPieces, rows: readonly BulletinRow[]): string {
  return head + rows.map(row).join(separator) + foot
}
