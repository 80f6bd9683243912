/** Words of one look; `style` is the id of a character style of the document, none: the paragraph's own look. */
export interface DocxRun {
  text: string
  style?: string | undefined
}

/** What XML 1.0 cannot hold: controls other than tab, line feed and return, U+FFFE, U+FFFF, half characters. */
const unwritable =
  // oxlint-disable-next-line no-control-regex
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in a part of a Word document, in elements and double-quoted attributes alike. */
export function docxText(text: string): string {
  return text.replace(unwritable, '\uFFFD').replace(/[&<>"]/g, (found) => entities[found] ?? found)
}

/** One paragraph in a paragraph style. A run's text must hold no line feed: `docxLines` cuts at them. */
export function docxParagraph(style: string, runs: readonly DocxRun[]): string {
  const written = runs
    .filter(({ text }) => text !== '')
    .map(({ text, style: look }) => {
      const properties = look === undefined ? '' : `<w:rPr><w:rStyle w:val="${look}"/></w:rPr>`
      return `<w:r>${properties}<w:t xml:space="preserve">${docxText(text)}</w:t></w:r>`
    })
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${written.join('')}</w:p>`
}

/** Runs cut into lines where their text has line feeds. */
export function docxLines(runs: readonly DocxRun[]): DocxRun[][] {
  const lines: DocxRun[][] = [[]]
  for (const { text, style } of runs)
    for (const [place, part] of text.split('\n').entries()) {
      if (place > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, style })
    }
  return lines
}
