/**
 * What copying out of a PDF does to a text: lines broken at one width, indents gone, page numbers and a running head
 * between the pages. `columns` counts Han as two.
 */
export function pasteFromPdf(
  text: string,
  {
    columns = 76,
    linesPerPage = 30,
    head = '',
  }: { columns?: number; linesPerPage?: number; head?: string } = {},
): string {
  const printed: string[] = []
  for (const paragraph of text.split('\n')) {
    const words = paragraph.trim()
    if (words === '') continue
    const isHeading = /^第[一二三四五六七八九十百]+[编章节]/u.test(words)
    printed.push(...(isHeading ? [words] : breakAt(words, columns)))
  }
  const pages: string[] = []
  for (let at = 0; at < printed.length; at += linesPerPage) {
    const number = pages.length + 1
    pages.push(
      [...(head === '' ? [] : [head]), ...printed.slice(at, at + linesPerPage), `- ${number} -`, ''].join(
        '\n',
      ),
    )
  }
  return pages.join('\n')
}

/** Chinese typesetting: no line begins with a closing mark. */
function breakAt(words: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  for (const char of words) {
    const wide = char.codePointAt(0)! > 0x2000 ? 2 : 1
    if (width + wide > columns && !/[，。；：、！？）》”’]/u.test(char)) {
      lines.push(line)
      line = ''
      width = 0
    }
    line += char
    width += wide
  }
  return [...lines, line]
}
