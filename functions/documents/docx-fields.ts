import { attribute } from './xlsx-xml.ts'

interface OpenField {
  instruction: string
  showsResult: boolean
}

const contentsInstruction = /^\s*TOC\b/i

/** Which fields stand open (ISO/IEC 29500-1 §17.16): their instructions are no words, and neither is a 目录. */
export class DocxFields {
  readonly #open: OpenField[] = []
  readonly #simple: boolean[] = []
  /** One per open w:sdt: whether it holds a table of contents. */
  readonly #galleries: boolean[] = []
  readonly #leaveOutContents: boolean

  constructor(leaveOutContents: boolean) {
    this.#leaveOutContents = leaveOutContents
  }

  /** Between a field's begin and its result stand only instructions. */
  get inInstruction(): boolean {
    return this.#open.some(({ showsResult }) => !showsResult)
  }

  get inContents(): boolean {
    if (!this.#leaveOutContents) return false
    return (
      this.#galleries.includes(true) ||
      this.#simple.includes(true) ||
      this.#open.some(({ instruction, showsResult }) => showsResult && contentsInstruction.test(instruction))
    )
  }

  open(name: string, attributes: string): void {
    if (name === 'fldChar') this.#fieldChar(attribute(attributes, 'fldCharType'))
    else if (name === 'fldSimple')
      this.#simple.push(contentsInstruction.test(attribute(attributes, 'instr') ?? ''))
    else if (name === 'sdt') this.#galleries.push(false)
    else if (name === 'docPartGallery' && attribute(attributes, 'val') === 'Table of Contents')
      this.#galleries[Math.max(0, this.#galleries.length - 1)] = true
  }

  close(name: string): void {
    if (name === 'sdt') this.#galleries.pop()
    else if (name === 'fldSimple') this.#simple.pop()
  }

  instruction(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.showsResult) field.instruction += text
  }

  #fieldChar(type: string | undefined): void {
    if (type === 'begin') this.#open.push({ instruction: '', showsResult: false })
    else if (type === 'end') this.#open.pop()
    else if (type === 'separate') {
      const field = this.#open.at(-1)
      if (field) field.showsResult = true
    }
  }
}
