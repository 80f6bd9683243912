import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import type { ReceiptStatus } from '#contract/public-api.ts'
import type { BillId } from '#core/ids.ts'
import { parseReceiptCode } from '#core/collecting/receipt.ts'
import { printDate, printDay, printInstant } from '#contract/print-time.ts'
import type { ReceiptStrings } from '../i18n/receipt.ts'
import { element } from './dom.ts'
import { showCode } from './say-receipt.ts'

/** Words and names the receipt page carries for its script. */
export interface ReceiptWords {
  text: ReceiptStrings
  outcomes: Record<string, string>
  stamps: Record<string, string>
  changeTypes: Record<string, string>
  language: Language
  offsetMinutes: number
}

function row(term: string, value: string | undefined, lang?: string): HTMLElement[] {
  if (!value) return []
  const made = element('div')
  const said = element('dd', value)
  if (lang) said.lang = lang
  made.append(element('dt', term), said)
  return [made]
}

function link(text: string, href: string, className: string): HTMLAnchorElement {
  const made = element('a', text, className)
  made.href = href
  return made
}

function headMarkup(status: ReceiptStatus, words: ReceiptWords): HTMLElement {
  const { text, language, offsetMinutes } = words
  const head = element('div', '', `when ${status.state === 'answered' ? 'answered' : ''}`)
  const code = element('p', '', 'code')
  const parsed = parseReceiptCode(status.receiptCode)
  if (parsed) showCode(code, parsed)
  const state = element('p')
  state.append(element('strong', text.states[status.state]))
  const facts = [text.receivedAt.replace('#', printInstant(status.receivedAt, language, offsetMinutes))]
  if (status.proof)
    facts.push(
      text.place.replace('#', String(status.proof.index + 1)).replace('@', String(status.proof.size)),
    )
  if (status.late) facts.push(text.late)
  head.append(code, state, element('p', facts.join(' '), 'soft'))
  if (!status.decision)
    head.append(element('p', text.expected.replace('#', printDate(status.answerExpectedOn, language))))
  return head
}

function opinionMarkup({ opinion, revision }: ReceiptStatus, words: ReceiptWords): HTMLElement {
  const { text } = words
  const made = revision ?? opinion
  const { proponent } = opinion
  const people = proponent.headcount > 1 ? text.people.replace('#', String(proponent.headcount)) : undefined
  const who = [proponent.category, proponent.area, proponent.groupName, people].filter(Boolean).join(' · ')
  const list = element('dl', '', 'answers')
  list.append(
    ...row(text.about, opinion.provisionLabel || text.whole, opinion.provisionLabel ? 'zh-CN' : undefined),
    ...row(text.changeType, words.changeTypes[opinion.changeType]),
    ...row(text.verbatim, opinion.verbatim),
    ...row(text.drafted, made.drafted),
    ...row(text.proposedText, made.proposedText),
    ...row(text.reason, made.reason),
    ...row(text.proponent, who),
    ...row(text.contactPoint, opinion.contactPointName, 'zh-CN'),
    ...row(text.contactPoint, revision && text.revised),
  )
  return list
}

function decisionMarkup(status: ReceiptStatus, words: ReceiptWords): HTMLElement[] {
  const { decision, consultation } = status
  if (!decision) return []
  const { text, language, offsetMinutes } = words
  const billId = consultation.bill.id
  const stamp = element('p')
  stamp.append(
    element('span', words.outcomes[decision.outcome] ?? '', words.stamps[decision.outcome] ?? 'stamp'),
  )
  const reason = element('p', decision.reason, 'lines')
  reason.lang = 'zh-CN'
  const published = text.answeredAt.replace('#', printDay(decision.publishedAt, language, offsetMinutes))
  const bulletin = link(
    text.bulletin,
    inLanguage(pagePaths.bulletin(billId, consultation.id), language),
    'alone',
  )
  return [
    element('h2', text.theAnswer),
    stamp,
    reason,
    ...becameMarkup(decision.resulting, billId, words),
    element('p', published, 'soft'),
    bulletin,
  ]
}

type Resulting = NonNullable<ReceiptStatus['decision']>['resulting']

function becameMarkup(resulting: Resulting, billId: BillId, words: ReceiptWords): HTMLElement[] {
  if (!resulting) return []
  const { text, language } = words
  const box = element('div', '', 'became')
  const quote = element('div', '', 'words')
  quote.lang = 'zh-CN'
  const line = element('p')
  const { before = '', after = '' } = resulting.around ?? {}
  line.append(before, element('mark', resulting.quote), after)
  quote.append(line)
  const path = inLanguage(pagePaths.draft(billId, resulting.draftId), language)
  // Whoever decided may point at an article without marking words in it.
  const says = resulting.quote === '' ? text.nowStands : text.nowReads
  box.append(
    element('p', says.replace('#', resulting.provisionLabel)),
    ...(resulting.quote === '' ? [] : [quote]),
    link(text.readThere, `${path}#${resulting.provisionId}`, 'alone'),
  )
  return [box]
}

/** What became of an opinion, as elements; every word a person wrote is set as text. */
export function statusMarkup(status: ReceiptStatus, words: ReceiptWords): HTMLElement[] {
  const { consultation } = status
  const title = element('h2', words.text.statusTitle)
  title.tabIndex = -1
  const bill = link(
    consultation.bill.title,
    inLanguage(pagePaths.bill(consultation.bill.id), words.language),
    'alone',
  )
  bill.lang = 'zh-CN'
  const where = element('p')
  where.append(bill)
  return [
    title,
    where,
    headMarkup(status, words),
    ...decisionMarkup(status, words),
    element('h2', words.text.yourWords),
    opinionMarkup(status, words),
  ]
}
