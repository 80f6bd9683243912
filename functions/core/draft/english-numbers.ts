const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

/** What numbers in English statutes look like, for use inside an expression that ignores case. */
export const englishNumber = `[0-9]{1,4}|[ivxlcdm]{1,9}|${words.join('|')}`

/** 12, XII, twelve → 12; `undefined` for anything else, IIX among them. */
export function readEnglishNumber(text: string): number | undefined {
  if (/^[0-9]{1,4}$/.test(text)) return Number(text)
  const word = words.indexOf(text.toLowerCase())
  return word >= 0 ? word + 1 : readRoman(text)
}

/** XIV → 14, in either case. Only the one proper spelling of a number is read. */
export function readRoman(text: string): number | undefined {
  if (!/^(?=.)m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/i.test(text)) return undefined
  const signs = [...text.toLowerCase()].map((sign) => values[sign] ?? 0)
  return signs.reduce((sum, value, at) => sum + (value < (signs[at + 1] ?? 0) ? -value : value), 0)
}

/** a → 1, z → 26, aa → 27 as statutes go on. */
export function readLetter(text: string): number | undefined {
  const lower = text.toLowerCase()
  if (/^[a-z]$/.test(lower)) return lower.charCodeAt(0) - 96
  return /^([a-z])\1$/.test(lower) ? lower.charCodeAt(0) - 96 + 26 : undefined
}
