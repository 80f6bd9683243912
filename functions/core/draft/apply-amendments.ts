import { newSlot, orderSlots, placeSlots, sameNumber, slotsOf, type ArticleSlot } from './amended-articles.ts'
import type { Amendment } from './amending-decision.ts'
import { assignIds } from './draft-ids.ts'
import { writeNumeral } from './numerals.ts'
import { parseDraft } from './parse-draft.ts'
import { articlesOf, walkProvisions, type Provision } from './provision.ts'
import type { ProvisionPlace } from './provision-place.ts'

/** A statute after a decision. */
export interface AmendedStatute {
  provisions: Provision[]
  /** Orders that could not be carried out for certain: a person has to. */
  unapplied: Amendment[]
}

/**
 * Carries the orders of a decision out on the text they amend, and leaves the given tree as it is. Articles that the
 * decision does not number move up or down in their order. References from article to article are not rewritten:
 * decisions order that themselves. Whatever is not certain is left undone and named in `unapplied`.
 */
export function applyAmendments(
  statute: readonly Provision[],
  amendments: readonly Amendment[],
): AmendedStatute {
  const provisions = structuredClone(statute) as Provision[]
  const slots = slotsOf(provisions)
  const unapplied: Amendment[] = []
  let clause: Amendment['clause'] | undefined
  let moved: ArticleSlot[] = []
  for (const amendment of amendments) {
    if (amendment.clause !== clause) moved = []
    clause = amendment.clause
    if (!applyOne(slots, moved, amendment)) unapplied.push(amendment)
  }
  placeSlots(provisions, orderSlots(slots))
  renewIds(provisions)
  return { provisions, unapplied }
}

function applyOne(slots: ArticleSlot[], moved: ArticleSlot[], amendment: Amendment): boolean {
  const { action, target, becomes, newText } = amendment
  if (action === 'insert' && becomes?.article && !becomes.paragraph && !becomes.item) {
    const children = readWords(newText)
    if (!children || slots.some((slot) => sameNumber(slot.becomes, becomes.article))) return false
    slots.push(newSlot(children, becomes.article))
    return true
  }
  const slot = findSlot(slots, moved, action === 'insert' ? (becomes ?? target) : target)
  if (!slot || !target) return false
  if (action === 'move') {
    if (!becomes?.article || slots.some((other) => sameNumber(other.becomes, becomes.article))) return false
    slot.becomes = becomes.article
    moved.push(slot)
    return true
  }
  if (action === 'insert') return becomes !== undefined && insertInto(slot.article, becomes, newText)
  if (action === 'delete') return remove(slots, slot, target)
  if (action === 'replace') return replace(slot.article, target, newText)
  if (action === 'replaceWords') return replaceWords(slot.article, target, amendment)
  return false
}

/** By its new number only within the clause that gave it; else by its old one. */
function findSlot(
  slots: readonly ArticleSlot[],
  moved: readonly ArticleSlot[],
  place: ProvisionPlace | undefined,
): ArticleSlot | undefined {
  const article = place?.article
  return (
    moved.find(({ becomes }) => sameNumber(becomes, article)) ??
    slots.find(({ was }) => sameNumber(was, article))
  )
}

/** The 款 that new words make, without the number they are quoted with. */
function readWords(lines: readonly string[]): Provision[] | undefined {
  const words = lines.join('\n').replace(/^\s*第[^条\s]{1,12}条(?:之[一二三四五六七八九十]{1,3})?[　 ]*/u, '')
  const read = articlesOf(parseDraft(`某法\n第一条　${words}`).provisions)
  return read.length === 1 && words !== '' ? read[0]?.children : undefined
}

function replace(
  article: Provision,
  { paragraph, item, subitem }: ProvisionPlace,
  lines: readonly string[],
): boolean {
  const children = readWords(lines)
  if (!children || subitem) return false
  if (!paragraph && !item) article.children = children
  else if (item) return replaceItem(itemsOf(article, { paragraph, item }), item.number, lines)
  else if (paragraph && article.children[paragraph.number - 1])
    article.children.splice(paragraph.number - 1, 1, ...children)
  else return false
  return true
}

function replaceItem(items: Provision[] | undefined, number: number, lines: readonly string[]): boolean {
  const held = items?.[number - 1]
  if (!held || lines.length !== 1) return false
  held.text = withoutLabel(lines[0] ?? '')
  held.children = []
  return true
}

const withoutLabel = (line: string) => line.replace(/^\s*[（(][一二三四五六七八九十]{1,3}[)）]\s*/u, '')

/** The 项 of the 款 that is named, or of the only 款 that has any. */
function itemsOf(article: Provision, { paragraph }: ProvisionPlace): Provision[] | undefined {
  const holders = paragraph
    ? article.children.slice(paragraph.number - 1, paragraph.number)
    : article.children.filter(({ children }) => children.length > 0)
  const [holder] = holders
  return holders.length === 1 && holder?.children.every(({ kind }) => kind === 'item')
    ? holder.children
    : undefined
}

function insertInto(
  article: Provision,
  { paragraph, item, subitem }: ProvisionPlace,
  lines: readonly string[],
): boolean {
  if (subitem) return false
  if (item) {
    const items = itemsOf(article, { ...(paragraph ? { paragraph } : {}), item })
    const model = items?.[0]
    if (!items || !model || lines.length !== 1 || item.number > items.length + 1) return false
    items.splice(item.number - 1, 0, { ...model, text: withoutLabel(lines[0] ?? ''), children: [] })
    return renumber(items)
  }
  const children = readWords(lines)
  if (!paragraph || !children || paragraph.number > article.children.length + 1) return false
  article.children.splice(paragraph.number - 1, 0, ...children)
  return true
}

function remove(slots: ArticleSlot[], slot: ArticleSlot, place: ProvisionPlace): boolean {
  const { paragraph, item, subitem } = place
  if (subitem) return false
  if (item) {
    const items = itemsOf(slot.article, place)
    if (!items?.[item.number - 1]) return false
    items.splice(item.number - 1, 1)
    return renumber(items)
  }
  if (!paragraph) slots.splice(slots.indexOf(slot), 1)
  else if (slot.article.children[paragraph.number - 1]) slot.article.children.splice(paragraph.number - 1, 1)
  else return false
  return true
}

function renumber(items: Provision[]): boolean {
  for (const [place, item] of items.entries()) {
    item.number = place + 1
    item.label = `（${writeNumeral(place + 1)}）`
  }
  return true
}

function replaceWords(
  article: Provision,
  place: ProvisionPlace,
  { oldWords = '', newWords = '' }: Amendment,
): boolean {
  const { paragraph, item, subitem } = place
  const within = paragraph ? article.children.slice(paragraph.number - 1, paragraph.number) : article.children
  const nodes = item ? [itemsOf(article, place)?.[item.number - 1]] : within
  if (subitem || oldWords === '') return false
  let found = false
  for (const node of walkProvisions(nodes.filter((each) => each !== undefined))) {
    if (!node.text.includes(oldWords)) continue
    node.text = node.text.replaceAll(oldWords, () => newWords)
    found = true
  }
  return found
}

/** 附则 and 序言 keep the name they had, since they print no number. */
function renewIds(provisions: Provision[]): void {
  const names = new Map<Provision, string>()
  for (const each of walkProvisions(provisions))
    if (each.number === null && each.kind !== 'annex')
      names.set(each, each.id.split('.').at(-1)?.replace(/~\d+$/, '') ?? '')
  assignIds(provisions, names)
}
