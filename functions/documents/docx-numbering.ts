import { attribute, readXml } from './xlsx-xml.ts'

/** One level of a list (w:lvl, ISO/IEC 29500-1 §17.9.6). */
export interface ListLevel {
  start: number
  format: string
  /** 第%1条, %1.%2 … */
  pattern: string
  /** What stands between number and words. */
  suffix: 'tab' | 'space' | 'nothing'
  /** Levels up to this one (1…) begin this one anew; 0 never; `undefined` every higher level does. */
  restartAfter: number | undefined
  /** Every number in `pattern` as digits. */
  isLegal: boolean
  /** Id of the style that numbers itself at this level. */
  style: string | undefined
}

/** What a w:num stands for. */
export interface ListDefinition {
  /** Lists with one key count on together. */
  key: string
  levels: ReadonlyMap<number, ListLevel>
  /** Levels that begin anew, at these numbers, when this list is first used. */
  restarts: ReadonlyMap<number, number>
}

interface Abstract {
  levels: Map<number, ListLevel>
  /** Id of a numbering style this one borrows its levels from. */
  borrowsFrom?: string
}

interface Num {
  abstract: string
  levels: Map<number, ListLevel>
  restarts: Map<number, number>
}

/** Lists of a document: by w:numId, after styles that lend their lists are followed. */
export class DocxNumbering {
  readonly #abstracts = new Map<string, Abstract>()
  readonly #nums = new Map<string, Num>()
  readonly #definitions = new Map<string, ListDefinition | undefined>()

  /** Reads word/numbering.xml; `undefined` part means a document without lists. */
  async read(part: AsyncIterable<Uint8Array>): Promise<void> {
    const reader = new NumberingReader(this.#abstracts, this.#nums)
    await readXml(part, reader)
  }

  /** `listOfStyle` names the w:numId of a numbering style. Answers are kept. */
  find(numId: string, listOfStyle: (styleId: string) => string | undefined): ListDefinition | undefined {
    if (!this.#definitions.has(numId)) this.#definitions.set(numId, this.#resolve(numId, listOfStyle))
    return this.#definitions.get(numId)
  }

  #resolve(numId: string, listOfStyle: (id: string) => string | undefined): ListDefinition | undefined {
    const num = this.#nums.get(numId)
    const own = num && this.#abstracts.get(num.abstract)
    if (!num || !own) return undefined
    const lender = own.borrowsFrom === undefined ? undefined : listOfStyle(own.borrowsFrom)
    const lent = lender === undefined ? undefined : this.#nums.get(lender)
    const key = own.levels.size === 0 && lent ? lent.abstract : num.abstract
    const levels = new Map([...(this.#abstracts.get(key)?.levels ?? []), ...num.levels])
    return { key, levels, restarts: num.restarts }
  }
}

const newLevel = (): ListLevel => ({
  start: 1,
  format: 'decimal',
  pattern: '',
  suffix: 'tab',
  restartAfter: undefined,
  isLegal: false,
  style: undefined,
})

/** Nothing in a list nests deeper than num > lvlOverride > lvl > pPr > rPr > …; what does is not looked at. */
class NumberingReader {
  #abstract: Abstract | undefined
  #num: Num | undefined
  #override = 0
  #level: ListLevel | undefined
  readonly #abstracts: Map<string, Abstract>
  readonly #nums: Map<string, Num>

  constructor(abstracts: Map<string, Abstract>, nums: Map<string, Num>) {
    this.#abstracts = abstracts
    this.#nums = nums
  }

  open(name: string, attributes: string): void {
    const value = attribute(attributes, 'val')
    if (name === 'abstractNum') {
      this.#abstract = { levels: new Map() }
      this.#abstracts.set(attribute(attributes, 'abstractNumId') ?? '', this.#abstract)
    } else if (name === 'num') {
      this.#num = { abstract: '', levels: new Map(), restarts: new Map() }
      this.#nums.set(attribute(attributes, 'numId') ?? '', this.#num)
    } else if (name === 'abstractNumId' && this.#num) this.#num.abstract = value ?? ''
    else if (name === 'lvlOverride') this.#override = wholeNumber(attribute(attributes, 'ilvl')) ?? 0
    else if (name === 'startOverride') this.#num?.restarts.set(this.#override, wholeNumber(value) ?? 1)
    else if (name === 'numStyleLink' && this.#abstract && value !== undefined)
      this.#abstract.borrowsFrom = value
    else if (name === 'lvl') {
      this.#level = newLevel()
      const place = wholeNumber(attribute(attributes, 'ilvl')) ?? 0
      ;(this.#num ?? this.#abstract)?.levels.set(place, this.#level)
    } else if (this.#level) readLevelPart(this.#level, name, value)
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = undefined
    else if (name === 'num') this.#num = undefined
    else if (name === 'abstractNum') this.#abstract = undefined
  }

  text(): void {}
}

function readLevelPart(level: ListLevel, name: string, value: string | undefined): void {
  if (name === 'start') level.start = wholeNumber(value) ?? 1
  // Word writes its newest formats as `custom` with an older one as fallback behind it.
  else if (name === 'numFmt' && value !== undefined && value !== 'custom') level.format = value
  else if (name === 'lvlText') level.pattern = value ?? ''
  else if (name === 'suff' && (value === 'space' || value === 'nothing')) level.suffix = value
  else if (name === 'lvlRestart') level.restartAfter = wholeNumber(value)
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false'
  else if (name === 'pStyle') level.style = value
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,8}$/.test(text) ? Number(text) : undefined
}
