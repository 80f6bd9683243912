/** Kinds of personal data found in free text (R10). */
export const personalDataKinds = ['identity-number', 'mobile', 'bank-card', 'email', 'plate'] as const
export type PersonalDataKind = (typeof personalDataKinds)[number]

/** A text with its personal data masked (R10). */
export interface MaskedText {
  text: string
  /** Each kind once, in the order of `personalDataKinds`. */
  found: PersonalDataKind[]
}

interface Finder {
  kind: PersonalDataKind
  pattern: RegExp
  /** Whether the match, folded to ASCII without blanks and dashes, is what it looks like. */
  isReal: (plain: string) => boolean
  keepStart: number
  keepEnd: number
}

const digit = '[0-9０-９]'
const gap = '[ \\u00a0\\u3000\\-－–]?'
const alone = { before: `(?<!${digit}|[0-9０-９][.．])`, after: `(?!${digit})` }
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

const finders: Finder[] = [
  {
    kind: 'identity-number',
    pattern: new RegExp(`${alone.before}(?:${digit}${gap}){17}[0-9０-９xXｘＸ](?![0-9０-９a-zA-Z])`, 'gu'),
    isReal: isIdentityNumber,
    keepStart: 3,
    keepEnd: 2,
  },
  {
    kind: 'bank-card',
    pattern: new RegExp(`${alone.before}(?:${digit}${gap}){14,18}${digit}${alone.after}`, 'gu'),
    isReal: (plain) => /^[3-9]/.test(plain) && passesLuhn(plain),
    keepStart: 4,
    keepEnd: 4,
  },
  {
    kind: 'mobile',
    pattern: new RegExp(
      `(?<!${digit})(?:(?:\\+|＋|00)?(?:86|８６)${gap})?[1１](?:${gap}${digit}){10}${alone.after}`,
      'gu',
    ),
    isReal: (plain) => /^(?:\+?(?:00)?86)?1[3-9]\d{9}$/.test(plain),
    keepStart: 3,
    keepEnd: 4,
  },
  {
    kind: 'email',
    pattern:
      /[\p{ASCII}&&[A-Za-z0-9._%+\-]]{1,64}[@＠][A-Za-z0-9\-]{1,63}(?:[.．][A-Za-z0-9\-]{1,63}){1,5}/gv,
    isReal: () => true,
    keepStart: 1,
    keepEnd: 0,
  },
  {
    kind: 'plate',
    pattern: new RegExp(
      `[${provinces}][A-HJ-NP-ZＡ-Ｚ][·•.\\- ]?(?:[A-HJ-NP-Z0-9Ａ-Ｚ０-９]{5,6}|[A-HJ-NP-Z0-9Ａ-Ｚ０-９]{4}[学警挂港澳])(?![A-Za-z0-9])`,
      'gu',
    ),
    isReal: (plain) => /\d/.test(plain),
    keepStart: 2,
    keepEnd: 1,
  },
]

/**
 * Masks personal data in free text before it can become public: 138****5678. The length stays, so that a reader sees
 * what kind of thing stood there. Full-width digits and numbers written in groups are found as well.
 */
export function maskPersonalData(text: string): MaskedText {
  const found = new Set<PersonalDataKind>()
  let masked = text
  for (const { kind, pattern, isReal, keepStart, keepEnd } of finders)
    masked = masked.replace(pattern, (match) => {
      if (!isReal(match.normalize('NFKC').replace(/[\s\-–·•]/gu, ''))) return match
      found.add(kind)
      if (kind === 'email') return maskEmail(match)
      return maskMiddle(match, kind === 'mobile' ? match.length - mobileStart(match) : keepStart, keepEnd)
    })
  return { text: masked, found: personalDataKinds.filter((kind) => found.has(kind)) }
}

/** Characters from the third digit of the subscriber's number to the end, country code kept in front of it. */
function mobileStart(match: string): number {
  const digits = [...match.matchAll(/[0-9０-９]/g)]
  const third = digits.at(-9)
  return third?.index === undefined ? match.length : match.length - third.index - 1
}

/** Stars in place of digits and letters between the ends; blanks and dashes stay. */
function maskMiddle(text: string, keepStart: number, keepEnd: number): string {
  const end = text.length - keepEnd
  const middle = text.slice(keepStart, end).replace(/[0-9０-９A-Za-zＡ-Ｚａ-ｚ]/g, '*')
  return text.slice(0, keepStart) + middle + text.slice(end)
}

function maskEmail(address: string): string {
  const at = address.search(/[@＠]/)
  return address[0] + '*'.repeat(Math.max(3, at - 1)) + address.slice(at)
}

/** GB 11643-1999: date of birth in place and ISO 7064 MOD 11-2 checksum. */
function isIdentityNumber(plain: string): boolean {
  const born = /^\d{6}((?:18|19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(plain)
  if (!born) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(plain[place]), 0)
  return '10X98765432'[sum % 11] === plain[17]?.toUpperCase()
}

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(plain: string): boolean {
  let sum = 0
  for (const [place, char] of [...plain].toReversed().entries()) {
    const value = Number(char) * (place % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
