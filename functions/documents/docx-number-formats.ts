import { writeNumeral } from '#core/draft/numerals.ts'

const han = [...'〇一二三四五六七八九']
const financial = [...'零壹贰叁肆伍陆柒捌玖']
const financialOf: Record<string, string> = Object.fromEntries([
  ...[...'零一二三四五六七八九'].map((char, value) => [char, financial[value] ?? char]),
  ['十', '拾'],
  ['百', '佰'],
  ['千', '仟'],
])
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

/** Counting words as statutes spell them; Word's own spellings of numbers over 99 differ from country to country. */
const counting = (value: number) => writeNumeral(value)
const digits = (value: number) => [...String(value)].map((digit) => han[Number(digit)]).join('')
const legal = (value: number) => [...writeNumeral(value)].map((char) => financialOf[char] ?? char).join('')
const fullWidth = (value: number) =>
  [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')

/** Signs that stand in one row of Unicode, 1 … `count`; beyond that, plain digits as Word itself writes. */
const signs = (first: number, count: number) => (value: number) =>
  value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value)
const cycle = (chars: readonly string[]) => (value: number) => chars[(value - 1) % chars.length] ?? ''

/** a … z, aa, bb: Word repeats the letter. */
function letters(value: number): string {
  const letter = String.fromCodePoint(97 + ((value - 1) % 26))
  return letter.repeat(Math.min(Math.ceil(value / 26), 20))
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let rest = Math.min(value, 9999)
  let text = ''
  for (const [step, sign] of romanSteps)
    while (rest >= step) {
      text += sign
      rest -= step
    }
  return text
}

const formats: Record<string, (value: number) => string> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  koreanCounting: counting,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  koreanDigital2: digits,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: cycle(stems),
  ideographZodiac: cycle(branches),
  ideographEnclosedCircle: signs(0x3280, 10),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  ordinal: (value) => `${value}${ordinalEnd(value)}`,
  none: () => '',
}

function ordinalEnd(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

/** Whether `writeListNumber` knows a format; others are written as digits, and the reader is told. */
export function isKnownFormat(format: string): boolean {
  return format in formats
}

/**
 * Writes the number of an auto-numbered paragraph as Word shows it. `format` is ST_NumberFormat (ISO/IEC 29500-1
 * §17.18.59); Han counting is spelled as in statutes: 一百零一. Unknown formats and values out of range become digits.
 */
export function writeListNumber(value: number, format: string): string {
  if (value < 1) return format === 'none' ? '' : String(value)
  return (formats[format] ?? String)(Math.min(value, 99_999_999))
}
