const dayMs = 86_400_000
/** 9999-12-31, the last day Excel knows. */
const lastSerial = 2_958_465

/**
 * Excel's serial day → `yyyy-mm-dd`; `undefined` outside Excel's calendar. Serials below 60 count from 1899-12-31,
 * later ones from 1899-12-30, because Excel believes in a 29 February 1900 (ECMA-376 part 1, §18.17.4.1).
 */
export function dateOfSerial(serial: number, epoch1904: boolean): string | undefined {
  const days = epoch1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (!(days >= 1 && days <= lastSerial)) return undefined
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * dayMs).toISOString().slice(0, 10)
}

/** The fraction of a day → `hh:mm`. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** How a number cell is meant: as it stands, as a calendar date, as a time of day. */
export type NumberKind = 'number' | 'date' | 'time'

const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const builtInTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

/**
 * Kind of a number format. Built-in ids 27–58 are dates in Chinese, Japanese and Korean Excel; custom codes are read
 * after taking out quoted words, escapes, colours and locales: `yyyy"年"m"月"d"日"`, `[$-804]aaaa`, `[h]:mm`.
 */
export function numberKind(formatId: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (builtInDates.has(formatId)) return 'date'
    return builtInTimes.has(formatId) ? 'time' : 'number'
  }
  const letters = code
    .replace(/"[^"]*"|\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|am\/pm|a\/p|[年月日时分秒]/gi, '')
    .toLowerCase()
  if (/[#0?]/.test(letters.replace(/\.0+/g, ''))) return 'number'
  if (/[yde]|aaa/.test(letters)) return 'date'
  if (/[hs]/.test(letters)) return 'time'
  return /m/.test(letters) ? 'date' : 'number'
}

/** A number as Excel shows it at full width: 15 significant digits, no exponent, no `.0`. */
export function plainNumber(raw: string): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  const shown = Number(value.toPrecision(15))
  if (Number.isInteger(shown)) return BigInt(shown).toString()
  const text = String(shown)
  return text.includes('e') ? shown.toFixed(20).replace(/0+$/, '') : text
}
