import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import type { DocxListCounter, ParagraphNumbering } from './docx-list-counter.ts'
import { DocxFields } from './docx-fields.ts'
import { readSymbol } from './docx-symbols.ts'
import type { DocxTally } from './docx-tally.ts'
import { attribute, type XmlHandlers } from './xlsx-xml.ts'

interface OpenParagraph extends ParagraphNumbering {
  text: string
  /** Its mark was deleted or moved away: the words run on in the next paragraph. */
  runsOn: boolean
  /** Something of it belongs to a table of contents. */
  inContents: boolean
  /** Set to the right, as signatures and dates are: its line begins with blanks, which the parser knows. */
  isRight: boolean
  /** Lines of text boxes anchored in it; they follow it. */
  boxes: string[]
}

/** Word nests a dozen deep; text boxes in tables in text boxes some fifty. */
const maxDepth = 250
/** What was deleted or moved away, former formatting, second renderings of a text box, readings above a word. */
const skipped = new Set(['del', 'moveFrom', 'Fallback', 'rt', 'rubyPr'])
const toTheRight = '　'.repeat(8)
const breaks: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

/** Turns word/document.xml into lines while it streams by: one paragraph is held, and what stands open around it. */
export class DocxBody implements XmlHandlers {
  readonly lines: string[] = []
  readonly #path: string[] = []
  readonly #paragraphs: OpenParagraph[] = []
  readonly #fields: DocxFields
  /** Words of paragraphs without a mark of their own, by depth of text boxes. */
  readonly #runningOn: string[] = []
  readonly #deletedRows: boolean[] = []
  readonly #counter: DocxListCounter
  readonly #tally: DocxTally
  #skipFrom = Infinity
  #hidden = false
  #chars = 0
  #closed = false

  constructor(counter: DocxListCounter, tally: DocxTally, leaveOutContents: boolean) {
    this.#counter = counter
    this.#tally = tally
    this.#fields = new DocxFields(leaveOutContents)
  }

  /** A table of contents that never ends: what follows it was left out with it. */
  get contentsNeverEnd(): boolean {
    return this.#fields.inContents
  }

  /** False when the part breaks off before its last element closes. */
  get isWhole(): boolean {
    return this.#closed
  }

  open(name: string, attributes: string): void {
    const parent = this.#path.at(-1)
    this.#path.push(name)
    if (this.#path.length > maxDepth) throw new PortalError('unsafe-archive', { reason: 'too-deep' })
    if (this.#path.length > this.#skipFrom) return
    const isProperty = parent === 'rPr' || parent === 'trPr' || parent === 'numPr'
    if (name.endsWith('Change') || (skipped.has(name) && !isProperty)) {
      this.#skipFrom = this.#path.length
      this.#tally.see(name)
    } else if (isProperty) this.#openProperty(name, attributes, parent)
    else this.#openElement(name, attributes, parent)
  }

  close(name: string): void {
    const depth = this.#path.length
    if (this.#path.pop() !== name) throw new PortalError('unsafe-archive', { reason: 'broken-xml' })
    this.#closed = depth === 1
    if (depth > this.#skipFrom) return
    if (depth === this.#skipFrom) {
      this.#skipFrom = Infinity
      return
    }
    if (name === 'p') this.#closeParagraph()
    else if (name === 'r') this.#hidden = false
    else if (name === 'tc') this.#flush()
    else if (name === 'tr') this.#deletedRows.pop()
    else if (name === 'body') this.#flush()
    this.#fields.close(name)
  }

  text(text: string): void {
    if (this.#path.length >= this.#skipFrom) return
    const parent = this.#path.at(-1)
    if (parent === 't') this.#add(text.replaceAll(/[\r\n]+/g, ' '))
    else if (parent === 'instrText') this.#fields.instruction(text)
  }

  /** `del` inside the properties of a paragraph mark or a row says that the mark or the row is gone. */
  #openProperty(name: string, attributes: string, parent: string | undefined): void {
    const isGone = name === 'del' || name === 'moveFrom'
    const value = attribute(attributes, 'val')
    const isOn = value !== '0' && value !== 'false' && value !== 'off'
    const paragraph = this.#paragraphs.at(-1)
    if (parent === 'trPr' && isGone && this.#deletedRows.length > 0)
      this.#deletedRows[this.#deletedRows.length - 1] = true
    else if (parent === 'rPr' && isGone && paragraph && this.#path.at(-3) === 'pPr') paragraph.runsOn = true
    else if (name === 'vanish' && this.#path.at(-3) === 'r') this.#hidden = isOn
    else if (paragraph && name === 'numId' && value !== undefined) paragraph.numId = value
    else if (paragraph && name === 'ilvl' && /^\d$/.test(value ?? '')) paragraph.level = Number(value)
  }

  #openElement(name: string, attributes: string, parent: string | undefined): void {
    this.#tally.see(name)
    if (name === 'p') this.#openParagraph()
    else if (name === 'tr') this.#deletedRows.push(false)
    else if (name === 'pStyle') this.#style(attribute(attributes, 'val'))
    else if (name === 'sym') this.#symbol(attributes)
    else if (name === 'jc' && parent === 'pPr') this.#align(attribute(attributes, 'val'))
    else if (parent === 'r' && breaks[name] !== undefined) this.#add(breaks[name])
    else this.#fields.open(name, attributes)
  }

  #openParagraph(): void {
    const inContents = this.#fields.inContents
    this.#paragraphs.push({ text: '', runsOn: false, inContents, isRight: false, boxes: [] })
  }

  #style(id: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph && id !== undefined) paragraph.style = id
  }

  #align(value: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph) paragraph.isRight = value === 'right' || value === 'end'
  }

  #symbol(attributes: string): void {
    const sign = readSymbol(attribute(attributes, 'char') ?? '', attribute(attributes, 'font') ?? '')
    if (sign === undefined) this.#tally.add('unknown-symbols')
    this.#add(sign ?? '〓')
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (!paragraph) return
    if (this.#fields.inContents) paragraph.inContents = true
    else if (this.#hidden) this.#tally.add('hidden-text-left-out')
    else if (!this.#fields.inInstruction) paragraph.text += text
    this.#chars += text.length
    if (this.#chars > limits.maxDraftBytes)
      throw new PortalError('too-large', { limit: limits.maxDraftBytes })
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph || this.#deletedRows.includes(true)) return
    const depth = this.#paragraphs.length
    const before = this.#runningOn[depth] ?? ''
    const isContents = (paragraph.inContents || this.#fields.inContents) && paragraph.text === ''
    if (isContents && before === '') return this.#tally.add('contents-left-out')
    if (paragraph.runsOn) {
      this.#runningOn[depth] = before + paragraph.text
      this.#emit(paragraph.boxes)
      return
    }
    this.#runningOn[depth] = ''
    const words = this.#label(paragraph) + before + paragraph.text
    this.#emit([paragraph.isRight && words !== '' ? toTheRight + words : words, ...paragraph.boxes])
  }

  #label(paragraph: OpenParagraph): string {
    const { label, isBullet, unknownFormat } = this.#counter.next(paragraph)
    if (isBullet) this.#tally.add('bullets-left-out')
    if (label !== '') this.#tally.add('auto-numbers')
    if (unknownFormat !== undefined) this.#tally.add('number-format-guessed')
    return label
  }

  /** Lines of a text box wait for the paragraph that holds its anchor. */
  #emit(lines: readonly string[]): void {
    const into = this.#paragraphs.at(-1)?.boxes ?? this.lines
    for (const line of lines) into.push(line)
    this.#chars += lines.length
  }

  /** At the end of a cell or of the text nothing follows that words could run on into. */
  #flush(): void {
    const left = this.#runningOn[this.#paragraphs.length] ?? ''
    this.#runningOn[this.#paragraphs.length] = ''
    if (left !== '') this.#emit([left])
  }
}
