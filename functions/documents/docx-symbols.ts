/** Signs of the fonts Symbol and Wingdings that stand in legal texts, by code below U+F000. */
const symbol: Record<number, string> = {
  0x2d: '−',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '·',
  0xb8: '÷',
  0xa3: '≤',
  0xa5: '∞',
  0xb9: '≠',
  0xae: '→',
  0x61: 'α',
  0x62: 'β',
  0x6d: 'μ',
  0x57: 'Ω',
}
const wingdings: Record<number, string> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0xa8: '□',
  0x75: '◆',
  0xd8: '➢',
  0xfc: '✓',
  0xfe: '☑',
  0xfd: '☒',
  0x52: '☑',
  0xa3: '□',
}

/**
 * The character of a w:sym (ISO/IEC 29500-1 §17.3.3.30): `code` in hexadecimal, as such or, in the fonts Symbol and
 * Wingdings, by table. `undefined` where no character says what the font draws.
 */
export function readSymbol(code: string, font: string): string | undefined {
  const value = /^[0-9A-Fa-f]{1,6}$/.test(code) ? Number.parseInt(code, 16) : 0
  const isPrivate = value >= 0xe000 && value <= 0xf8ff
  if (!isPrivate && value > 0xff && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff))
    return String.fromCodePoint(value)
  const place = isPrivate ? value - 0xf000 : value
  if (/^wingdings/i.test(font)) return wingdings[place]
  if (/^symbol/i.test(font)) return symbol[place]
  return !isPrivate && value >= 0x20 ? String.fromCodePoint(value) : undefined
}
