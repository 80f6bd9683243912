import type { DraftItem } from './draft-items.ts'
import type { DraftProblem } from './draft-problem.ts'
import { newProvision } from './new-provision.ts'
import type { Provision } from './provision.ts'

/**
 * How well a list must be numbered: 项 of an article follow words and count up (`strict`); in an English article and
 * below the title of any they may also stand first (`may-begin`); what stands in an annex is free.
 */
export type ListRule = 'strict' | 'may-begin' | 'free'

/** The 款 项 目 of one article, annex or 序言 while its lines come in. */
export class DraftParagraphs {
  readonly #siblings: Provision[]
  readonly #strict: boolean
  readonly #mayBegin: boolean
  readonly #problems: DraftProblem[]
  readonly #lineOf: Map<Provision, number>
  #count = 0
  /** 款, 项, 目 now open, outermost first. */
  #open: Provision[] = []
  /** The open 款 before this one, kept while this one may turn out to be the rest of its last 项. */
  #before: Provision[] = []
  #style = ''

  constructor(
    siblings: Provision[],
    rule: ListRule,
    problems: DraftProblem[],
    lineOf: Map<Provision, number>,
  ) {
    this.#siblings = siblings
    this.#strict = rule !== 'free'
    this.#mayBegin = rule !== 'strict'
    this.#problems = problems
    this.#lineOf = lineOf
  }

  /** Opens a 款. */
  addText(text: string, line: number): void {
    if (this.#open.length > 1) this.#before = this.#open
    const paragraph = newProvision('paragraph', (this.#count += 1), '', text)
    this.#siblings.push(paragraph)
    this.#lineOf.set(paragraph, line)
    this.#open = [paragraph]
    this.#style = ''
  }

  /** Gives a line to a 项 whose number stands alone on the line above; false where none waits for words. */
  fillsLast(text: string): boolean {
    const last = this.#open.at(-1)
    if (!last || last.kind === 'paragraph' || last.text !== '') return false
    last.text = text
    return true
  }

  /** Whether 「一、」 is a 项 here: the 款 announces a list or has 一、 already. */
  expects(item: DraftItem): boolean {
    const [paragraph, last] = this.#open
    if (!paragraph) return false
    if (item.number === 1) return last === undefined && /[：:]$|[下左]列|如[下左]/u.test(paragraph.text)
    const before =
      last ?? this.#before.find(({ kind, number }) => kind === 'item' && number === item.number - 1)
    return before !== undefined && before.label.endsWith('、') && before.number === item.number - 1
  }

  /** Opens a 项 or 目; false where the mark is not one of this list and the line is plain text. */
  addItem(read: DraftItem, line: number): boolean {
    const item = this.#belowEnumerated(read)
    this.#resume(item)
    if (this.#isDeeper(item)) return true
    if (item.mark === 'subitem' && item.number !== 1 && !this.#runsOn(item) && !this.#strict) return false
    if (this.#open.length === 0) {
      this.addText('', line)
      if (!this.#mayBegin) this.#problem(line, 'orphan-item', { label: item.label })
    }
    const depth = item.mark === 'item' || this.#open[1]?.kind !== 'item' ? 1 : 2
    const parent = this.#open[depth - 1]
    const last = parent?.children.at(-1)
    if (this.#strict) this.#compare(last?.kind === item.mark ? (last.number ?? 0) : 0, item, line)
    const provision = newProvision(item.mark, item.number, item.label, item.text)
    parent?.children.push(provision)
    this.#lineOf.set(provision, line)
    this.#open = [...this.#open.slice(0, depth), provision]
    if (item.mark === 'subitem') this.#style = styleOf(item)
    else this.#style = ''
    return true
  }

  /** （一） below 一、 is what 目 are below （一）. */
  #belowEnumerated(item: DraftItem): DraftItem {
    const isBelow = item.mark === 'item' && this.#open[1]?.label.endsWith('、') === true
    return isBelow && item.label.startsWith('（') ? { ...item, mark: 'subitem' } : item
  }

  /** Words of a list too deep for a kind of its own stay with what they stand under. */
  addToLast(text: string): void {
    const last = this.#open.at(-1)
    if (last) last.text += `\n${text}`
  }

  #runsOn(item: DraftItem): boolean {
    return this.#open.some(({ children }) => children.at(-1)?.number === item.number - 1)
  }

  /** （1） below an open 1. has no kind of its own: it stays in the words of that 目. */
  #isDeeper(item: DraftItem): boolean {
    const last = this.#open.at(-1)
    if (item.mark !== 'subitem' || last?.kind !== 'subitem' || this.#style === styleOf(item)) return false
    last.text += `\n${item.label}${item.text}`
    return true
  }

  /**
   * A plain line after a 项 opens a 款, unless the next mark goes on with the list before it: then the line was the
   * second half of a 项, and joins it.
   */
  #resume(item: DraftItem): void {
    if (item.number === 1 || this.#open.length !== 1 || this.#before.length === 0) return
    const open = this.#before.find(({ kind, number }) => kind === item.mark && number === item.number - 1)
    const owner = this.#before[0]
    if (!open || !owner) return
    const from = this.#siblings.indexOf(owner) + 1
    const strays = this.#siblings.splice(from)
    const last = this.#before.at(-1)
    if (last) last.text += strays.map(({ text }) => `\n${text}`).join('')
    for (const stray of strays) this.#lineOf.delete(stray)
    this.#count -= strays.length
    this.#open = this.#before
    this.#before = []
  }

  #compare(last: number, item: DraftItem, line: number): void {
    if (item.number === last + 1) return
    const code = item.number > last ? 'item-gap' : 'item-repeated'
    this.#problem(line, code, { label: item.label, after: last })
  }

  #problem(line: number, code: DraftProblem['code'], facts: DraftProblem['facts']): void {
    this.#problems.push({ line, code, facts })
  }
}

/** Bracketed or not; a list that mixes 2. and 3、 is still one list. */
function styleOf({ label }: DraftItem): string {
  return label.startsWith('（') ? 'bracketed' : 'stopped'
}
