import { CalendarDate } from '../time.ts'

/** Days from 1899-12-30 to 1970-01-01: a workbook's day numbers seen as text in a CSV. */
const excelEpochDays = 25_569

/** What may stand behind a date: a day of the week, a part of the day, a time. */
const behind =
  /\s?(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\sT]?(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚)?\s?(?:\d{1,2}[:时点]\S*)?$/u
const gap = String.raw`\s?[-/.年月‐-―]\s?`
const wholeDate = new RegExp(String.raw`^(\d{4})${gap}(\d{1,2})${gap}(\d{1,2})\s?[日号]?$`, 'u')
const shortYear = /^(\d{2})\s?[年.]\s?(\d{1,2})\s?[月.]\s?(\d{1,2})\s?[日号]?$/u
const dayOfYear = /^(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?[日号]?$/u

/** A date read from a cell. */
export interface ReadDate {
  date: CalendarDate
  /** The cell names no year (or half of one): it was taken from the calendar. */
  yearGuessed?: true
  /** 「10.3」 may be what a spreadsheet made of 10.30: the other day it may mean. */
  other?: CalendarDate
}

/**
 * Reads a date as people type it: `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`, full-width
 * digits, a time after it, and the day number a workbook leaves in a CSV. `undefined` when it is no date.
 */
export function readCalendarDate(text: string): CalendarDate | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  if (/^[3-6]\d{4}$/.test(plain))
    return new Date((Number(plain) - excelEpochDays) * 86_400_000).toISOString().slice(0, 10) as CalendarDate
  const bare = plain.replace(behind, '')
  const parts =
    wholeDate.exec(bare) ??
    /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(bare)
  return parts === null ? undefined : dateOf(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '')
}

/**
 * The same, and dates without a year: `10月3日`, `10.3`, `10/3`, `26年10月3日`. The year is that of the last such day
 * up to `today`, the calendar date on which the table came in.
 */
export function readDateBefore(text: string, today: CalendarDate): ReadDate | undefined {
  const date = readCalendarDate(text)
  if (date !== undefined) return { date }
  const bare = text.normalize('NFKC').replace(/\s+/gu, ' ').trim().replace(behind, '')
  const short = shortYear.exec(bare)
  if (short !== null) {
    const read = dateOf(`20${short[1]}`, short[2] ?? '', short[3] ?? '')
    return read === undefined ? undefined : { date: read, yearGuessed: true }
  }
  const [, month = '', day = ''] = dayOfYear.exec(bare) ?? []
  const read = lastSuchDay(month, day, today)
  if (read === undefined) return undefined
  const other = /^\d{1,2}\.[123]$/.test(bare) ? dateOf(read.slice(0, 4), month, `${day}0`) : undefined
  return { date: read, yearGuessed: true, ...(other !== undefined && other <= today && { other }) }
}

function lastSuchDay(month: string, day: string, today: CalendarDate): CalendarDate | undefined {
  const year = Number(today.slice(0, 4))
  // Four years hold every day there is, the 29 February included.
  const candidates = [0, 1, 2, 3].map((back) => dateOf(String(year - back), month, day))
  return candidates.find((date) => date !== undefined && date <= today)
}

function dateOf(year: string, month: string, day: string): CalendarDate | undefined {
  const read = CalendarDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read.success ? read.data : undefined
}
