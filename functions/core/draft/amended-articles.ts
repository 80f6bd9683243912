import { newProvision } from './new-provision.ts'
import { writeNumeral } from './numerals.ts'
import type { Provision } from './provision.ts'
import type { PlaceNumber } from './provision-place.ts'

/** An article while a statute is being amended. */
export interface ArticleSlot {
  article: Provision
  /** The children it stands among; `undefined` for a new article, which joins the one before it. */
  home: Provision[] | undefined
  /** Its number in the old text. */
  was: PlaceNumber | undefined
  /** The number the decision gives it. */
  becomes: PlaceNumber | undefined
}

/** Whether both are known and the same, 之一 and its like included. */
export const sameNumber = (a: PlaceNumber | undefined, b: PlaceNumber | undefined) =>
  a !== undefined && b !== undefined && a.number === b.number && (a.insertion ?? 0) === (b.insertion ?? 0)

/** The articles of a statute in reading order; those of annexes are not touched by decisions. */
export function slotsOf(provisions: Provision[]): ArticleSlot[] {
  const slots: ArticleSlot[] = []
  const visit = (children: Provision[]) => {
    for (const each of children) {
      if (each.kind === 'article')
        slots.push({ article: each, home: children, was: numberOf(each), becomes: undefined })
      else if (each.kind !== 'annex') visit(each.children)
    }
  }
  visit(provisions)
  return slots
}

function numberOf({ number, insertion }: Provision): PlaceNumber | undefined {
  if (number === null) return undefined
  return insertion === undefined ? { number } : { number, insertion }
}

/** A slot for a new article. */
export function newSlot(children: Provision[], becomes: PlaceNumber): ArticleSlot {
  const article = newProvision('article', becomes.number, '', '')
  article.children = children
  return { article, home: undefined, was: undefined, becomes }
}

/**
 * The articles in their new order. Numbers that the decision gives stand; the others keep their order and fill what
 * is left, as 「条文顺序作相应调整」 has it. Where the decision only adds 之一, nothing else moves.
 */
export function orderSlots(slots: readonly ArticleSlot[]): ArticleSlot[] {
  const shifts = slots.some(({ becomes }) => becomes !== undefined && becomes.insertion === undefined)
  const ordered = shifts ? fillNumbers(slots) : [...slots]
  for (const slot of slots.filter(({ becomes }) => becomes?.insertion !== undefined)) {
    if (ordered.includes(slot)) ordered.splice(ordered.indexOf(slot), 1)
    const after = ordered.findLastIndex(
      ({ article }) =>
        article.number === slot.becomes?.number && (article.insertion ?? 0) < (slot.becomes?.insertion ?? 0),
    )
    slot.article.number = slot.becomes?.number ?? null
    slot.article.insertion = slot.becomes?.insertion
    ordered.splice(after < 0 ? ordered.length : after + 1, 0, slot)
  }
  return ordered
}

function fillNumbers(slots: readonly ArticleSlot[]): ArticleSlot[] {
  const given = new Map<number, ArticleSlot>()
  for (const slot of slots)
    if (slot.becomes && slot.becomes.insertion === undefined) given.set(slot.becomes.number, slot)
  const rest = slots.filter(({ becomes }) => becomes === undefined)
  const ordered: ArticleSlot[] = []
  let number = 0
  while (given.size > 0 || rest.length > 0) {
    const inserted = rest[0]?.article.insertion
    if (inserted !== undefined && number > 0) {
      rest[0]!.article.number = number
      ordered.push(rest.shift()!)
      continue
    }
    number += 1
    // Beyond the last article a number that was given still comes, with the gap it leaves.
    if (rest.length === 0 && !given.has(number)) number = Math.min(...given.keys())
    const slot = given.get(number) ?? rest.shift()!
    given.delete(number)
    slot.article.number = number
    delete slot.article.insertion
    ordered.push(slot)
  }
  return ordered
}

/**
 * Puts the articles back among their 章 and 节. A new one joins the article before it, and so does one that was moved
 * out of the order of the 章. Labels follow the numbers.
 */
export function placeSlots(provisions: Provision[], ordered: readonly ArticleSlot[]): void {
  const containers = [provisions, ...containersIn(provisions)]
  const homes = new Map<Provision[], Provision[]>()
  let home = ordered.find((slot) => slot.home)?.home ?? provisions
  for (const [place, slot] of ordered.entries()) {
    const next = ordered.slice(place + 1).find(({ was, becomes }) => was && !becomes)?.home
    if (slot.home && (!slot.becomes || isBetween(containers, slot.home, home, next))) home = slot.home
    const articles = homes.get(home) ?? []
    articles.push(slot.article)
    homes.set(home, articles)
    relabel(slot.article)
  }
  for (const children of containers) putArticles(children, homes.get(children) ?? [])
}

function containersIn(provisions: readonly Provision[]): Provision[][] {
  return provisions
    .filter(({ kind }) => kind === 'part' || kind === 'chapter' || kind === 'section')
    .flatMap(({ children }) => [children, ...containersIn(children)])
}

function isBetween(
  containers: Provision[][],
  own: Provision[],
  last: Provision[],
  next: Provision[] | undefined,
): boolean {
  const at = containers.indexOf(own)
  return at >= containers.indexOf(last) && (next === undefined || at <= containers.indexOf(next))
}

/** Articles stand where the first of them stood; 章 and 节 beside them stay. */
function putArticles(children: Provision[], articles: readonly Provision[]): void {
  const first = children.findIndex(({ kind }) => kind === 'article')
  const others = children.filter(({ kind }) => kind !== 'article')
  const at = first < 0 ? others.length : first
  children.splice(0, children.length, ...others.toSpliced(at, 0, ...articles))
}

function relabel(article: Provision): void {
  const suffix = article.insertion === undefined ? '' : `之${writeNumeral(article.insertion)}`
  const stop = /[:：]$/.exec(article.label)?.[0] ?? ''
  article.label = `第${writeNumeral(article.number ?? 0)}条${suffix}${stop}`
  for (const [place, paragraph] of article.children.entries()) paragraph.number = place + 1
}
