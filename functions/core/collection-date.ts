import { CalendarDate } from './time.ts'

/** Days from 1899-12-30 to 1970-01-01: a workbook's day numbers seen as text in a CSV. */
const excelEpochDays = 25_569

/**
 * Reads a date as people type it: `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, full-width
 * digits, a time after it, and the day number a workbook leaves in a CSV. `undefined` when it is no date.
 */
export function readCalendarDate(text: string): CalendarDate | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  if (/^[3-6]\d{4}$/.test(plain))
    return new Date((Number(plain) - excelEpochDays) * 86_400_000).toISOString().slice(0, 10) as CalendarDate
  const parts =
    /^(\d{4})\s?[-/.年‐-―]\s?(\d{1,2})\s?[-/.月‐-―]\s?(\d{1,2})\s?日?(?:[ T]\d{1,2}:\d{2}\S*)?$/u.exec(
      plain,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (parts === null) return undefined
  const [, year, month = '', day = ''] = parts
  const read = CalendarDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.success ? read.data : undefined
}
