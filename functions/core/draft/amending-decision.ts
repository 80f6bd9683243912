import type { ProvisionId } from '../ids.ts'
import { articlesOf, provisionWords, type Provision } from './provision.ts'
import { placePattern, placeWithin, readPlace, type ProvisionPlace } from './provision-place.ts'
import { takeQuotes } from '../text/quoted-text.ts'

/**
 * What an amending decision (修改决定, 修正案) orders.
 * `replace` whole provisions · `insert` new ones · `delete` · `move` to another number · `replaceWords` inside one ·
 * `unread`: an order that was not understood and needs a person.
 */
export type AmendmentAction = 'replace' | 'insert' | 'delete' | 'move' | 'replaceWords' | 'unread'

/** One order of a decision. */
export interface Amendment {
  /** The clause 一、二、三、 of the decision that gives it. */
  clause: ProvisionId
  action: AmendmentAction
  /** What is changed; for `insert` the provision it goes into or behind, when the words say so. */
  target?: ProvisionPlace
  /** The number it has afterwards: 「作为第十三条」, 「改为第十五条」. */
  becomes?: ProvisionPlace
  /** New words of whole provisions, one line each, as quoted. */
  newText: string[]
  /** With `replaceWords`; `newWords` is '' where words are struck. */
  oldWords?: string
  newWords?: string
}

/** Clauses that order nothing of a text: entry into force, publication anew, order of articles. */
const ordersNothing = /起施行|公布之日|重新公布|条文顺序|作相应(?:调整|修改)|根据本决定/u

/**
 * Reads the orders of an amending decision from its clauses, in their order. A clause that orders something and is
 * not understood comes as `unread`; nothing is guessed. The text is read by `parseDraft` first.
 */
export function readAmendments(decision: readonly Provision[]): Amendment[] {
  const clauses = articlesOf(decision)
  // A decision of a single order prints no 一、: its words are an opening 款.
  const sources = clauses.length > 0 ? clauses : decision.slice(0, 1)
  const whole = clauses.length > 0 ? undefined : decision.map(provisionWords).join('\n')
  return sources.flatMap((clause) => readClause(clause.id, whole ?? provisionWords(clause)))
}

/** Whether a text amends another: at least one of its clauses orders something that is understood. */
export function isAmendingDecision(decision: readonly Provision[]): boolean {
  return readAmendments(decision).some(({ action }) => action !== 'unread')
}

const token = new RegExp(
  `(?<place>${placePattern})|⟦(?<quote>\\d+)⟧|(?<verb>修改为|改为|增加(?=[一二三四五六七八九十两]+[编章节条款项目])|作为|删去|删除)|(?<stop>[。；;]|(?<![：:])\\n)`,
  'gu',
)

function readClause(clause: ProvisionId, words: string): Amendment[] {
  const { frame, quotes } = takeQuotes(words)
  const reader = new ClauseReader(clause)
  let end = 0
  for (const { 0: found, index, groups } of frame.matchAll(token)) {
    const between = frame.slice(end, index)
    end = index + found.length
    if (groups?.['place'] !== undefined) reader.place(readPlace(groups['place']), between)
    else if (groups?.['quote'] !== undefined) reader.quote(quotes[Number(groups['quote'])] ?? [])
    else if (groups?.['verb'] !== undefined) reader.verb(groups['verb'])
    else reader.stop()
  }
  reader.stop()
  const orders = reader.amendments
  const speaks =
    orders.length === 0 && !ordersNothing.test(frame) && /修改|增加|删|改为|合并|分为|移/u.test(frame)
  return speaks ? [{ clause, action: 'unread', newText: [words] }] : orders
}

/** Follows one clause from left to right; each order ends at 。 or ；. */
class ClauseReader {
  readonly amendments: Amendment[] = []
  readonly #clause: ProvisionId
  #targets: ProvisionPlace[] = []
  #becomes: ProvisionPlace[] = []
  #verb = ''
  #inserts = false
  #oldWords: string | undefined
  /** Places cited by the deletion that is open. */
  #deleted: ProvisionPlace[] = []

  constructor(clause: ProvisionId) {
    this.#clause = clause
  }

  place(place: ProvisionPlace | undefined, between: string): void {
    if (!place) return
    const goesOn = /^(?:、|和|及|以及|与)$/u.test(between.trim())
    if (this.#verb === '删')
      this.#deleted.push(placeWithin(place, this.#deleted.at(-1) ?? this.#targets.at(-1)))
    else if (this.#verb === '作为' || this.#verb === '改为') {
      const becomes = placeWithin(place, this.#becomes.at(-1) ?? this.#targets.at(-1))
      this.#becomes = goesOn ? [...this.#becomes, becomes] : [becomes]
      if (this.#verb === '改为' && !goesOn) this.#move()
    } else {
      const target = placeWithin(place, this.#targets.at(-1))
      this.#targets = goesOn ? [...this.#targets, target] : [target]
    }
  }

  verb(verb: string): void {
    if (verb === '删去' || verb === '删除') {
      // 将…中的“甲”删去
      if (this.#oldWords !== undefined) this.#replaceWords('')
      this.#verb = '删'
      return
    }
    if (verb === '增加') {
      this.#inserts = true
      this.#becomes = []
    }
    // 增加一款作为第二款，将该条修改为：“…”: the whole article is given anew, the new 款 in it.
    if (verb === '修改为') this.#inserts = false
    this.#verb = verb
  }

  quote(lines: string[]): void {
    const words = lines.join('\n')
    if (this.#verb === '删') {
      // 删去第十条中的“甲”: not the article, its words.
      const targets = this.#deleted.length > 0 ? this.#deleted : this.#targets
      this.#deleted = []
      this.#targets = targets
      this.#oldWords = words
      this.#replaceWords('')
    } else if (this.#inserts) this.#insert(lines)
    else if (this.#verb === '修改为' || this.#verb === '改为') {
      if (this.#oldWords === undefined) this.#replace(lines)
      else this.#replaceWords(words)
    } else this.#oldWords = words
  }

  stop(): void {
    for (const target of this.#deleted) this.#add('delete', { target })
    if (this.#deleted.length > 0) this.#targets = this.#deleted.slice(-1)
    this.#deleted = []
    this.#verb = ''
    this.#inserts = false
    this.#becomes = []
    this.#oldWords = undefined
  }

  #move(): void {
    const [becomes] = this.#becomes
    const target = this.#targets.at(-1)
    if (!target || !becomes) return
    this.#add('move', { target, becomes })
    this.#targets = [becomes]
    this.#becomes = []
    this.#verb = ''
  }

  #insert(newText: string[]): void {
    const target = this.#targets.at(-1)
    const [becomes] = this.#becomes
    this.#add('insert', { ...(target ? { target } : {}), ...(becomes ? { becomes } : {}), newText })
    if (becomes) this.#targets = [becomes]
    this.#inserts = false
    this.#verb = ''
  }

  #replace(newText: string[]): void {
    for (const target of this.#targets.slice(-1)) this.#add('replace', { target, newText })
    this.#verb = ''
  }

  #replaceWords(newWords: string): void {
    const oldWords = this.#oldWords
    if (oldWords === undefined) return
    const targets: (ProvisionPlace | undefined)[] = this.#targets.length > 0 ? this.#targets : [undefined]
    for (const target of targets)
      this.#add('replaceWords', { ...(target ? { target } : {}), oldWords, newWords })
    this.#oldWords = undefined
    this.#verb = ''
  }

  #add(action: AmendmentAction, rest: Partial<Amendment>): void {
    this.amendments.push({ clause: this.#clause, action, newText: [], ...rest })
  }
}
