import { attribute, readXml } from './xlsx-xml.ts'

interface Style {
  basedOn?: string
  numId?: string
  level?: number
}

/** The list a paragraph belongs to: by w:numPr of its own or of its style. */
export interface ListPlace {
  numId: string
  /** `undefined` where only the style names the list: the level that names the style back decides. */
  level: number | undefined
  /** Styles the paragraph inherits from, its own first. */
  styles: readonly string[]
}

/** How styles number paragraphs (word/styles.xml). Nothing else of a style changes the words. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>()
  #default: string | undefined

  async read(part: AsyncIterable<Uint8Array>): Promise<void> {
    let style: Style | undefined
    await readXml(part, {
      open: (name, attributes) => {
        if (name === 'style') {
          const id = attribute(attributes, 'styleId') ?? ''
          style = {}
          this.#styles.set(id, style)
          const isDefault = ['1', 'true', 'on'].includes(attribute(attributes, 'default') ?? '')
          if (isDefault && attribute(attributes, 'type') === 'paragraph') this.#default = id
        } else if (style) readStylePart(style, name, attribute(attributes, 'val'))
      },
      close: (name) => {
        if (name === 'style') style = undefined
      },
      text: () => {},
    })
  }

  /** The w:numId of a numbering style. */
  listOf(styleId: string): string | undefined {
    return this.#styles.get(styleId)?.numId
  }

  /** Where a paragraph stands; `undefined` when nothing numbers it, or it says `numId` 0. */
  place(own: { style?: string; numId?: string; level?: number }): ListPlace | undefined {
    const styles = this.#inherits(own.style ?? this.#default)
    const numbered = styles.find((id) => this.#styles.get(id)?.numId !== undefined)
    const numId = own.numId ?? (numbered === undefined ? undefined : this.#styles.get(numbered)?.numId)
    if (numId === undefined || numId === '0') return undefined
    const fromStyle = styles.map((id) => this.#styles.get(id)?.level).find((level) => level !== undefined)
    const level = own.level ?? (own.numId === undefined ? fromStyle : 0)
    const leads = own.numId === undefined && own.level === undefined
    return { numId, level, styles: leads ? styles : [] }
  }

  #inherits(from: string | undefined): string[] {
    const chain: string[] = []
    // A style that inherits from itself ends the chain.
    for (let id = from; id !== undefined && !chain.includes(id) && chain.length < 20;)
      id = this.#styles.get(chain[chain.push(id) - 1] ?? '')?.basedOn
    return chain
  }
}

function readStylePart(style: Style, name: string, value: string | undefined): void {
  if (value === undefined) return
  if (name === 'basedOn') style.basedOn = value
  else if (name === 'numId') style.numId = value
  else if (name === 'ilvl' && /^\d$/.test(value)) style.level = Number(value)
}
