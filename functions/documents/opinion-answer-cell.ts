import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'

/** What the desk writes that shares one cell of the table in Word: 理由和采纳后的条文. */
export type AnswerCell = Pick<
  OpinionTableRow,
  'reason' | 'resultingProvision' | 'resultingQuote' | 'proposal' | 'note'
>

/** A part of the cell; `label` stands in front of its first line, `''` for the reason. */
export interface LabelledText {
  label: string
  text: string
}

const labels = { resulting: '条文：', proposal: '初步意见：', note: '备注：' } as const
type Labelled = keyof typeof labels
/** Words that begin like a label are none: a mark without width tells them apart. */
const notALabel = '\u200B'
const likeALabel = new RegExp(`^(?=${notALabel}*(?:${Object.values(labels).join('|')}))`, 'gm')
/** Between an article and its words; people who type it may use any blank. */
const typedPlace = /^((?:第|附)\S+?)[\s　]+([\s\S]*)$/

/** The parts of the cell that say something, in the order they stand in. */
export function writeAnswerCell(row: AnswerCell): LabelledText[] {
  const resulting = row.resultingProvision === '' ? '' : `${row.resultingProvision}　${row.resultingQuote}`
  const parts = [
    { label: '', text: row.reason },
    { label: labels.resulting, text: resulting },
    { label: labels.proposal, text: row.proposal },
    { label: labels.note, text: row.note },
  ]
  return parts
    .filter(({ text }) => text !== '')
    .map(({ label, text }) => ({ label, text: text.replace(likeALabel, notALabel) }))
}

/** Reads the cell back, whoever wrote it: what stands under no label is the reason. */
export function readAnswerCell(text: string): AnswerCell {
  const found: Record<'reason' | Labelled, string[]> = { reason: [], resulting: [], proposal: [], note: [] }
  let part: keyof typeof found = 'reason'
  for (const line of text.split('\n')) {
    const label = (Object.keys(labels) as Labelled[]).find((key) => line.startsWith(labels[key]))
    if (label !== undefined) part = label
    const words = label === undefined ? line : line.slice(labels[label].length)
    found[part].push(words.replace(unmarked, ''))
  }
  const said = (lines: readonly string[]) => lines.join('\n').trim()
  const [resultingProvision, resultingQuote] = placeAndWords(said(found.resulting))
  return {
    reason: said(found.reason),
    resultingProvision,
    resultingQuote,
    proposal: said(found.proposal),
    note: said(found.note),
  }
}

const unmarked = new RegExp(`^${notALabel}(?=${notALabel}*(?:${Object.values(labels).join('|')}))`)

function placeAndWords(text: string): [string, string] {
  const at = text.indexOf('　')
  if (at >= 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  const typed = typedPlace.exec(text)
  return typed === null ? [text, ''] : [typed[1] ?? '', (typed[2] ?? '').trim()]
}
