import { readXml, type XmlHandlers } from './xlsx-xml.ts'

/** What was deleted or moved away with changes tracked, and second renderings of a text box. */
const skipped = new Set(['del', 'moveFrom', 'Fallback'])
const breaks: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/**
 * The cells of all tables of word/document.xml (ISO/IEC 29500-1 §17.4), row by row, a line a paragraph, hidden words
 * included. A table within a cell is part of that cell. Rows deleted with changes tracked are left out.
 *
 * @throws PortalError `unsafe-archive` with reason `doctype` or `broken-xml`
 */
export async function readDocxGrid(chunks: AsyncIterable<Uint8Array>): Promise<string[][]> {
  const grid = new DocxGrid()
  await readXml(chunks, grid)
  return grid.rows
}

class DocxGrid implements XmlHandlers {
  readonly rows: string[][] = []
  readonly #path: string[] = []
  #row: string[] = []
  #cell: string[] = []
  #line = ''
  #isDeleted = false
  #cellDepth = 0
  #skipFrom = Infinity

  open(name: string): void {
    const parent = this.#path.at(-1)
    this.#path.push(name)
    if (this.#path.length > this.#skipFrom) return
    if (parent === 'trPr' && name === 'del' && this.#cellDepth === 0) this.#isDeleted = true
    else if (skipped.has(name) && parent !== 'rPr') this.#skipFrom = this.#path.length
    else if (name === 'tc') this.#openCell()
    else if (name === 'tr' && this.#cellDepth === 0) this.#openRow()
    else if (parent === 'r') this.#line += breaks[name] ?? ''
  }

  close(name: string): void {
    const depth = this.#path.length
    this.#path.pop()
    if (depth > this.#skipFrom) return
    if (depth === this.#skipFrom) this.#skipFrom = Infinity
    else if (name === 'p') this.#closeParagraph()
    else if (name === 'tc') this.#closeCell()
    else if (name === 'tr' && this.#cellDepth === 0 && !this.#isDeleted) this.rows.push(this.#row)
  }

  text(text: string): void {
    if (this.#path.length < this.#skipFrom && this.#path.at(-1) === 't') this.#line += text
  }

  #openRow(): void {
    this.#row = []
    this.#isDeleted = false
  }

  #openCell(): void {
    this.#cellDepth += 1
    if (this.#cellDepth === 1) this.#cell = []
  }

  #closeParagraph(): void {
    this.#cell.push(this.#line)
    this.#line = ''
  }

  #closeCell(): void {
    this.#cellDepth -= 1
    if (this.#cellDepth === 0) this.#row.push(this.#cell.join('\n'))
  }
}
