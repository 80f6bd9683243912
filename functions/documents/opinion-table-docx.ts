import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import { docxStream } from './docx-package.ts'
import { docxText } from './docx-runs.ts'
import { normaliseHeader } from './header.ts'
import { writeAnswerCell } from './opinion-answer-cell.ts'
import { writeRowKey } from './opinion-row-key.ts'

/** What the printed table says at its head. */
export interface OpinionTableHead {
  title: string
  subtitle: string
  /** At the foot of every page: whose copy this is. */
  watermark?: string
}

/** Columns of the paper table with their widths in twentieths of a point, 14,570 in all: A4 landscape between margins. */
const columns = [
  { title: '序号', width: 760 },
  { title: '意见和建议', width: 5000 },
  { title: '提出人、渠道', width: 2000 },
  { title: '相同意见', width: 700 },
  { title: '采纳情况', width: 1300 },
  { title: '理由和采纳后的条文', width: 3710 },
  { title: '承办人', width: 1100 },
] as const
/** Over the cell of `opinion-answer-cell.ts`, normalised. */
export const answerTitle = normaliseHeader('理由和采纳后的条文')
const tableWidth = columns.reduce((sum, { width }) => sum + width, 0)

/** A table per article would make Word slow; one table of a million rows would too. A new one begins at every article. */
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
const tableStart =
  `<w:tbl><w:tblPr><w:tblW w:w="${tableWidth}" w:type="dxa"/><w:tblBorders>` +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('') +
  '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>' +
  `${columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`
const cellStart = columns.map(({ width }) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>`)
const spanned = `<w:tc><w:tcPr><w:tcW w:w="${tableWidth}" w:type="dxa"/><w:gridSpan w:val="${columns.length}"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr>`
const plain = '<w:p><w:pPr><w:pStyle w:val="Plain"/></w:pPr>'
const textStart = '<w:r><w:t xml:space="preserve">'
const keyStart = '<w:r><w:rPr><w:rStyle w:val="Key"/></w:rPr><w:t xml:space="preserve">'
const labelStart = '<w:r><w:rPr><w:rStyle w:val="Label"/></w:rPr><w:t xml:space="preserve">'
const textEnd = '</w:t></w:r>'

/**
 * Streams the consolidated table 意见汇总表 as .docx in the official look: A4 landscape, 仿宋 and 黑体, the head repeated
 * on every page, each provision's words once above its opinions, what people said apart from what staff made of it.
 * Rows must come in the draft's order. Memory stays flat. What comes back is read by `opinion-table-docx-reader.ts`.
 */
export function opinionTableDocx(
  rows: AsyncIterable<OpinionTableRow>,
  head: OpinionTableHead,
): AsyncGenerator<Uint8Array> {
  return docxStream(`${head.title}意见汇总表`, body(rows, head), 'landscape', head.watermark)
}

async function* body(rows: AsyncIterable<OpinionTableRow>, head: OpinionTableHead): AsyncGenerator<string> {
  yield (
    paragraph('Title', `${head.title}意见汇总表`) + paragraph('Note', head.subtitle) + tableStart + headerRow
  )
  let provision: string | undefined
  let count = 0
  for await (const row of rows) {
    count += 1
    if (row.provision !== provision) {
      provision = row.provision
      yield provisionRow(row)
    }
    yield opinionRow(row)
  }
  yield `${count === 0 ? emptyRow : ''}</w:tbl>${paragraph('Plain', '')}`
}

function paragraph(style: string, text: string): string {
  const run = text === '' ? '' : textStart + docxText(text) + textEnd
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run}</w:p>`
}

const headerRow = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns
  .map(({ title }, at) => `${cellStart[at]}${paragraph('Head', title)}</w:tc>`)
  .join('')}</w:tr>`
const emptyRow = `<w:tr>${spanned}${paragraph('Plain', '还没有意见。')}</w:tc></w:tr>`

/** The number and the words of what the next rows speak of; kept on the page of the first of them. */
function provisionRow({ provision, provisionText }: OpinionTableRow): string {
  // Of the draft as a whole there are no words to print.
  const words = provisionText === '' ? '' : lines(provisionText, '')
  const label = `<w:p><w:pPr><w:pStyle w:val="Plain"/><w:keepNext/></w:pPr>${labelStart}${docxText(provision)}${textEnd}</w:p>`
  return `<w:tr>${spanned}${label}${words}</w:tc></w:tr>`
}

function opinionRow(row: OpinionTableRow): string {
  const said =
    lines(row.verbatim, '') +
    (row.proposedText === '' ? '' : lines(row.proposedText, '建议：')) +
    (row.opinionReason === '' ? '' : lines(row.opinionReason, '理由：'))
  const who = [row.proponent, row.contactPoint, row.channel, row.collectedOn].filter((part) => part !== '')
  const answer = writeAnswerCell(row).map(({ label, text }) => lines(text, label))
  const cells = [
    numbered(row),
    said,
    lines(who.join('\n'), ''),
    lines(row.sameCount, ''),
    lines(row.outcome, ''),
    answer.length === 0 ? lines('', '') : answer.join(''),
    lines(row.responsible, ''),
  ]
  let xml = '<w:tr>'
  for (const [at, cell] of cells.entries()) xml += `${cellStart[at]}${cell}</w:tc>`
  return `${xml}</w:tr>`
}

/** Its number, and behind it unseen what finds the row again. */
function numbered(row: OpinionTableRow): string {
  const key = writeRowKey(row)
  const hidden = key === '' ? '' : keyStart + docxText(key) + textEnd
  return `${plain}${textStart}${docxText(row.seq)}${textEnd}${hidden}</w:p>`
}

/** A paragraph a line, the first one with its label in front. */
function lines(text: string, label: string): string {
  const labelled = label === '' ? '' : labelStart + label + textEnd
  if (text === '') return `${plain}${labelled}</w:p>`
  const escaped = docxText(text)
  if (!escaped.includes('\n')) return `${plain}${labelled}${textStart}${escaped}${textEnd}</w:p>`
  return escaped
    .split('\n')
    .map((line, at) => `${plain}${at === 0 ? labelled : ''}${textStart}${line}${textEnd}</w:p>`)
    .join('')
}
