/** One line of a draft's source that is not blank. */
export interface DraftLine {
  /** Number of the line in the source, 1… */
  line: number
  /** Without invisible characters, blank at the ends gone, every run of blanks (U+3000, NBSP, tabs) one space. */
  text: string
  /** How far the line is set in, in widths of a Han character. */
  indent: number
}

const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
/** `## 第一章` and `<!-- … -->`, which collections of laws in Markdown put round the words. */
const markup = /^#{1,6} (?=\S)|^<!--[^>]*-->$/
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Splits a source into its lines; blank ones are left out, the numbers stay those of the source. */
export function readDraftLines(text: string): DraftLine[] {
  const lines: DraftLine[] = []
  for (const [index, raw] of text.split(lineEnds).entries()) {
    const visible = raw.replace(invisible, '')
    const clean = visible.replace(/\s+/gu, ' ').trim().replace(markup, '')
    if (clean !== '') lines.push({ line: index + 1, text: clean, indent: indentOf(visible) })
  }
  return lines
}

/** A tab reaches the first line of a 款 and counts as that: two characters. */
function indentOf(line: string): number {
  const blanks = /^\s*/u.exec(line)?.[0] ?? ''
  let width = 0
  for (const blank of blanks) width += blank === '\t' ? 2 : blank === '\u3000' || blank === '\u2003' ? 1 : 0.5
  return width
}

const cjk = '[\\p{Script=Han}\\u3001-\\u303f\\uff01-\\uffef“”‘’—…·]'
const blankInChinese = new RegExp(`(?<=${cjk}) (?=${cjk})`, 'gu')

/** Blanks between Chinese characters are typesetting, 「总 则」; those beside Latin letters and digits stay. */
export function closeUp(text: string): string {
  return text.replace(blankInChinese, '').trim()
}

/** Without any blank, for comparing. */
export function compact(text: string): string {
  return text.replaceAll(' ', '')
}
