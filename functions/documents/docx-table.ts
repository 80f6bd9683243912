import { docxParagraph } from './docx-runs.ts'

const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')

/**
 * A bordered table while its rows are still being made: `widths` in twentieths of a point, the head repeated on every
 * page, a cell a list of lines. A cell may run over a page: the longest answers are longer than one.
 */
export function* docxTable(
  widths: readonly number[],
  head: readonly string[],
  rows: Iterable<readonly (readonly string[])[]>,
): Generator<string> {
  const width = widths.reduce((sum, column) => sum + column, 0)
  const cell = (paragraphs: string, column: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${paragraphs}</w:tc>`
  yield (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>' +
    `${widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>`
  )
  const titles = head.map((text, column) => cell(docxParagraph('Head', [{ text }]), column))
  yield `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${titles.join('')}</w:tr>`
  for (const row of rows) {
    const cells = row.map((lines, column) =>
      cell(
        lines.map((text) => docxParagraph('Plain', [{ text }])).join('') || docxParagraph('Plain', []),
        column,
      ),
    )
    yield `<w:tr>${cells.join('')}</w:tr>`
  }
  yield '</w:tbl>'
}
