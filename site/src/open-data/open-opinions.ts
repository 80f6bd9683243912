import { byteOrderMark, csvRecord } from '#core/csv-record.ts'
import type { BulletinRow } from '#core/bulletin.ts'
import { opinionFields } from '#contract/opinion-fields.ts'

/** Rows of a bulletin as CSV (RFC 4180, UTF-8 with a byte order mark, formulas disarmed). */
export function opinionsCsv(rows: readonly BulletinRow[]): string {
  const head = csvRecord(opinionFields.map(({ name }) => name))
  const records = rows.map((row) => csvRecord(opinionFields.map(({ valueOf }) => String(valueOf(row) ?? ''))))
  return byteOrderMark + head + records.join('')
}

/** The same rows as JSON: an array of objects, fields without a value left out. */
export function opinionsJson(rows: readonly BulletinRow[]): string {
  const objects = rows.map((row) =>
    Object.fromEntries(
      opinionFields.flatMap(({ name, valueOf }) => {
        const value = valueOf(row)
        return value === undefined || value === '' ? [] : [[name, value]]
      }),
    ),
  )
  return `${JSON.stringify(objects, undefined, 1)}\n`
}
