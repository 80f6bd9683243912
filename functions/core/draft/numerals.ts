const digits = new Map(
  [...'〇一二三四五六七八九']
    .map((char, value): [string, number] => [char, value])
    .concat([
      ['零', 0],
      ['两', 2],
      ['○', 0],
    ]),
)
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** Characters that numerals in statutes are made of, for use inside a regular expression's class. */
export const numeralChars = '〇○零一二两三四五六七八九十百千万0-9０-９'

/** The largest number that `writeNumeral` writes and `readNumeral` reads. */
export const maxNumeral = 99_999_999

/**
 * Reads a whole number as statutes print it: 十二, 一百零二, 一百〇二, 一〇二, 两千, 三万, 12, １２.
 * Returns `undefined` for anything else, such as 十十 or 二百三千.
 */
export function readNumeral(text: string): number | undefined {
  const folded = text.normalize('NFKC')
  if (/^[0-9]{1,8}$/.test(folded)) return Number(folded)
  const chars = [...text]
  if (chars.length === 0) return undefined
  if (chars.length > 1 && chars.length <= 8 && chars.every((char) => digits.has(char)))
    return Number(chars.map((char) => digits.get(char)).join(''))
  const [high, low, ...more] = text.split('万')
  if (more.length > 0) return undefined
  if (low === undefined) return readBelowTenThousand(high ?? '')
  const tenThousands = readBelowTenThousand(high ?? '')
  const rest = low === '' ? 0 : readBelowTenThousand(low)
  if (!tenThousands || rest === undefined) return undefined
  return tenThousands * 10_000 + rest
}

/** Each unit at most once and in falling order; 十 alone is 10; 零 stands for skipped places only. */
function readBelowTenThousand(text: string): number | undefined {
  let total = 0
  let digit: number | undefined
  let ceiling = 10_000
  for (const [place, char] of [...text].entries()) {
    const unit = units.get(char)
    if (unit !== undefined) {
      if (unit >= ceiling || digit === 0) return undefined
      if (digit === undefined && !(unit === 10 && (place === 0 || text[place - 1] === '零'))) return undefined
      total += (digit ?? 1) * unit
      ceiling = unit
      digit = undefined
      continue
    }
    const value = digits.get(char)
    if (value === undefined || (digit !== undefined && digit !== 0)) return undefined
    if (value === 0 && text.length > 1 && place === text.length - 1) return undefined
    digit = value === 0 && text.length > 1 ? undefined : value
  }
  return text === '' ? undefined : total + (digit ?? 0)
}

/** 102 → 一百零二, 10 → 十, 110 → 一百一十: the spelling of statutes. Whole numbers from 0 to `maxNumeral`. */
export function writeNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > maxNumeral)
    throw new RangeError('numeral out of range')
  if (value < 10_000) return writeBelowTenThousand(value)
  const high = writeBelowTenThousand(Math.floor(value / 10_000))
  const rest = value % 10_000
  if (rest === 0) return `${high}万`
  const low = writeBelowTenThousand(rest)
  const full = rest >= 10 && rest < 20 ? `一${low}` : low
  return `${high}万${rest < 1000 ? '零' : ''}${full}`
}

function writeBelowTenThousand(value: number): string {
  if (value === 0) return '零'
  const chars = [...'零一二三四五六七八九']
  let text = ''
  let rest = value
  let skipped = false
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(rest / size)
    rest %= size
    if (digit === 0) {
      skipped = text !== ''
      continue
    }
    text += (skipped ? '零' : '') + chars[digit] + unit
    skipped = false
  }
  return text.replace(/^一十/, '十')
}
