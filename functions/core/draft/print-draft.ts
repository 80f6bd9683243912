import { isNote } from './draft-preamble.ts'
import type { ParsedDraft } from './parse-draft.ts'
import type { Provision } from './provision.ts'

/** 落款 stand to the right, and so are known again whatever they say. */
const closingIndent = '　　　　　　　　'
const indents: Partial<Record<Provision['kind'], string>> = {
  part: '　　　　',
  chapter: '　　　　',
  section: '　　　　',
  annex: '　　　　',
}

/**
 * Writes a tree as gazettes print it, so that `parseDraft` reads the same tree again: headings apart from the words
 * by U+3000, notes that are sentences above the title (the letter with which an office sent the text), an article's first 款 on the line of its label, no table of contents. Lines end in `\n`.
 */
export function printDraft(draft: Pick<ParsedDraft, 'title' | 'enactmentNotes' | 'provisions'>): string {
  const { enactmentNotes: notes } = draft
  const above = notes.findLastIndex((note) => !isNote(note)) + 1
  const lines = [...notes.slice(0, above), `　　　　${draft.title}`, '', ...notes.slice(above), '']
  for (const provision of draft.provisions) printProvision(provision, lines)
  return `${lines.join('\n')}\n`
}

function printProvision(provision: Provision, lines: string[]): void {
  const { kind, label, heading, text, children } = provision
  const indent = indents[kind]
  if (indent !== undefined) lines.push('', indent + [label, heading].filter(Boolean).join('　'), '')
  else if (kind === 'closing') lines.push('', ...text.split('\n').map((line) => closingIndent + line), '')
  else if (kind === 'article') return printArticle(provision, lines)
  else if (label + text !== '')
    lines.push(`　　${label}${blankAfter(label, text)}${text.replaceAll('\n', '\n　　')}`)
  for (const child of children) printProvision(child, lines)
}

/** Latin words do not follow 1. or (a) without a blank. */
function blankAfter(label: string, text: string): string {
  return label !== '' && /^[\p{Script=Latin}"'“(]/u.test(text) ? ' ' : ''
}

function printArticle({ label, heading, children }: Provision, lines: string[]): void {
  const [first, ...others] = children
  // A title without brackets stands alone behind the number, a number without its stop alone on the line.
  const parts =
    heading === undefined ? /^[一二三四五六七八九十百]+$/u.test(label) : !/[】］\])）]$/.test(heading)
  const gap = first && first.text !== '' && parts ? '\n　　' : ''
  // 「Article 3」 without a stop is told from a reference only when it stands alone.
  const alone = heading !== undefined && /^[\p{Script=Latin}§].*[^.:—–-]$/u.test(label) ? '\n　　' : '　'
  lines.push(`　　${label}${alone}${heading ?? ''}${gap}${first?.text ?? ''}`)
  for (const child of first?.children ?? []) printProvision(child, lines)
  for (const child of others) printProvision(child, lines)
}
