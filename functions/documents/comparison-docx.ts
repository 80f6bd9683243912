import { subjectKey } from '#core/lineage/causes.ts'
import type { ComparisonRow } from '#core/lineage/comparison.ts'
import { comparisonNote, type RowCause } from './comparison-note.ts'
import { docxPageWidth, docxStream } from './docx-package.ts'
import { docxLines, docxParagraph, type DocxRun } from './docx-runs.ts'

/** What a comparison is printed from. */
export interface ComparisonDocument {
  /** The bill's name; 修改前后对照表 is added. */
  title: string
  /** Heads of the first two columns: 现行条文 and 修订草案, or the names of two drafts. */
  columns: readonly [string, string]
  rows: readonly ComparisonRow[]
  /** Why articles changed; shown in 说明. */
  causes: readonly RowCause[]
}

const noteWidth = 3370
const widths = [(docxPageWidth - noteWidth) / 2, (docxPageWidth - noteWidth) / 2, noteWidth]
const legend = '（左栏加框并划线的是删去的文字，右栏黑体加粗并加下划线的是增加的文字）'

/**
 * Streams the comparison 修改前后对照表 of two drafts as .docx in the layout legislatures use, 现行条文｜修订草案｜说明:
 * A4 landscape, the head repeated on every page, what went struck and boxed on the left, what came bold and underlined
 * on the right, page numbers below. Every character of both drafts stands in its column.
 */
export function comparisonDocx(document: ComparisonDocument): AsyncGenerator<Uint8Array> {
  return docxStream(`${document.title}修改前后对照表`, body(document))
}

function* body({ title, columns, rows, causes }: ComparisonDocument): Generator<string> {
  const causesOf = Map.groupBy(causes, subjectKey)
  yield docxParagraph('Title', [{ text: `${title}修改前后对照表` }])
  yield docxParagraph('Note', [{ text: legend }])
  yield tableStart
  yield tableRow(
    [...columns, '说明'].map((text) => docxParagraph('Head', [{ text }])),
    '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
  )
  for (const row of rows) {
    const [side, id] = row.to[0] === undefined ? ['from', row.from[0]?.id] : ['to', row.to[0].id]
    const note = row.kind === 'heading' ? [] : comparisonNote(row, causesOf.get(`${side} ${id}`) ?? [])
    yield tableRow([oldCell(row), newCell(row), noteCell(note)])
  }
  yield '</w:tbl>'
  yield docxParagraph('Plain', [])
}

const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
const tableStart =
  `<w:tbl><w:tblPr><w:tblW w:w="${docxPageWidth}" w:type="dxa"/><w:tblBorders>` +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('') +
  '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>' +
  `${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`

function tableRow(cells: readonly string[], properties = ''): string {
  const written = cells.map(
    (cell, column) => `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
  )
  return `<w:tr>${properties}${written.join('')}</w:tr>`
}

function oldCell({ kind, from, part, pieces }: ComparisonRow): string {
  const runs = pieces.flatMap(({ kind: mark, text }): DocxRun[] =>
    mark === 'added' ? [] : [{ text, style: mark === 'removed' ? 'Removed' : undefined }],
  )
  if (from.length === 0) return docxParagraph(kind === 'heading' ? 'Chapter' : 'Words', [])
  const label = part !== undefined && part > 1 ? `${labelOf(from)}（续）` : labelOf(from)
  return cell(kind, label, runs)
}

function newCell({ kind, to, pieces }: ComparisonRow): string {
  const runs = pieces.flatMap(({ kind: mark, text }): DocxRun[] =>
    mark === 'removed' ? [] : [{ text, style: mark === 'added' ? 'Added' : undefined }],
  )
  if (to.length === 0) return docxParagraph(kind === 'heading' ? 'Chapter' : 'Words', [])
  return cell(kind, labelOf(to), runs)
}

function labelOf(sides: ComparisonRow['from']): string {
  return sides.map(({ label }) => label).join('、')
}

/** The article's number stands before its first line, as in the text itself; a title carries its own. */
function cell(kind: ComparisonRow['kind'], label: string, runs: readonly DocxRun[]): string {
  if (kind === 'heading') return docxParagraph('Chapter', runs)
  const numbered = label === '' ? runs : [{ text: `${label}　`, style: 'Label' }, ...runs]
  return docxLines(numbered)
    .map((line) => docxParagraph('Words', line))
    .join('')
}

function noteCell(lines: readonly string[]): string {
  return lines.length === 0
    ? docxParagraph('Plain', [])
    : lines.map((text) => docxParagraph('Plain', [{ text }])).join('')
}
