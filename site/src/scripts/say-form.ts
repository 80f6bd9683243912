import {
  receiptCode,
  receiptCodeBytes,
  printReceiptCode,
  type ReceiptCode,
} from '#core/collecting/receipt.ts'
import { all, clockTime, need } from './dom.ts'
import { dropDraft, keepDraft, readDraft, type KeptDraft } from './say-draft.ts'
import { clearProblems, findProblems, readAnswers, showProblems, writeAnswers } from './say-fields.ts'
import { fillReceipt, listenReceipt } from './say-receipt.ts'
import { sendOpinion, type Sending } from './say-send.ts'
import type { SayPage } from './say-words.ts'

type Step = 'write' | 'check' | 'receipt'

/** Which article a form stands beneath: `''` is the draft as a whole. */
export interface SayPlace {
  id: string
  label: string
  headingLevel: number
  quote?: string | undefined
}

/** One opinion being written beneath its article: write → check → receipt, every change kept on this device. */
export class SayForm {
  readonly root: HTMLElement
  readonly #page: SayPage
  readonly #place: SayPlace
  readonly #form: HTMLFormElement
  readonly #onClose: () => void
  #draft: KeptDraft

  constructor(page: SayPage, place: SayPlace, onClose: () => void) {
    this.#page = page
    this.#place = place
    this.#onClose = onClose
    this.#draft = readDraft(page.consultationId, place.id) ?? { answers: {}, savedAtMs: 0 }
    this.root = need(page.template.content.cloneNode(true) as DocumentFragment, '.say')
    this.#form = need<HTMLFormElement>(this.root, 'form')
    this.#makeIdsUnique()
    this.#fill()
    this.#listen()
  }

  /** Opens on the step that fits what is kept: a receipt not yet put away, or the form. */
  start(): void {
    const { code, receivedAt } = this.#draft
    if (code && receivedAt) this.#showReceipt(code, receivedAt)
    else this.#show('write')
  }

  #makeIdsUnique(): void {
    const prefix = `say-${this.#place.id || 'whole'}-`
    for (const node of all(this.root, '[id]')) node.id = prefix + node.id
    for (const label of all<HTMLLabelElement>(this.root, 'label[for]')) label.htmlFor = prefix + label.htmlFor
    for (const node of all(this.root, '[aria-describedby]')) {
      const ids = (node.getAttribute('aria-describedby') ?? '').split(' ')
      node.setAttribute('aria-describedby', ids.map((id) => prefix + id).join(' '))
    }
    for (const field of all(this.root, 'fieldset')) field.id = `${prefix}changeType`
  }

  #fill(): void {
    const { words } = this.#page
    const { id, label, headingLevel, quote } = this.#place
    for (const title of all(this.root, '.say-title')) title.setAttribute('aria-level', String(headingLevel))
    need(this.root, '[data-title]').textContent = (words['title'] ?? '').replace('#', label)
    for (const about of all(this.root, '[data-about]')) about.textContent = label
    // 删去 makes no sense of a whole draft, 总的看法 none of one article.
    for (const choice of all(this.root, `[data-choice="${id === '' ? 'delete' : 'general'}"]`))
      choice.remove()
    writeAnswers(this.#form, this.#draft.answers)
    if (quote && !this.#draft.answers.quote) this.#draft.answers.quote = quote
    this.#showQuote()
    this.#showSaved(true)
  }

  #showQuote(): void {
    const { quote } = this.#draft.answers
    const place = need(this.root, '[data-quote]')
    place.hidden = !quote
    need(place, 'blockquote').textContent = quote ?? ''
  }

  #listen(): void {
    const click = (selector: string, act: () => void): void => {
      need(this.root, selector).addEventListener('click', act)
    }
    this.#form.addEventListener('input', () => this.#save())
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#check()
    })
    click('[data-close]', this.#onClose)
    click('[data-clear]', () => this.#clear())
    click('[data-drop-quote]', () => {
      delete this.#draft.answers.quote
      this.#showQuote()
      this.#save()
    })
    click('[data-change]', () => this.#show('write'))
    click('[data-send]', () => void this.#send())
    listenReceipt(this.#page, need(this.root, '[data-step="receipt"]'), () => {
      this.#clear()
      this.#onClose()
    })
  }

  #save(): void {
    const { quote } = this.#draft.answers
    this.#draft.answers = { ...readAnswers(this.#form), ...(quote && { quote }) }
    this.#draft.savedAtMs = Date.now()
    this.#showSaved(keepDraft(this.#page.consultationId, this.#place.id, this.#draft))
  }

  #showSaved(isKept: boolean): void {
    const { savedAtMs } = this.#draft
    const { words } = this.#page
    const text = isKept ? (words['saved'] ?? '') + clockTime(savedAtMs) : (words['notSaved'] ?? '')
    need(this.root, '[data-saved]').textContent = savedAtMs === 0 ? '' : text
  }

  #clear(): void {
    dropDraft(this.#page.consultationId, this.#place.id)
    this.#draft = { answers: {}, savedAtMs: 0 }
    this.#form.reset()
    clearProblems(this.#form)
    this.#showQuote()
    this.#showSaved(true)
    this.#show('write')
  }

  #check(): void {
    const problems = findProblems(this.#form, this.#page)
    if (problems.length > 0) return showProblems(this.#form, problems)
    clearProblems(this.#form)
    this.#save()
    const { answers } = this.#draft
    for (const row of all(this.root, '[data-answer]')) {
      const name = row.dataset['answer'] as keyof typeof answers
      const value = answers[name]
      row.hidden = !value
      const shown =
        name === 'changeType'
          ? this.#form.querySelector(`[data-choice="${value}"]`)?.textContent?.trim()
          : value
      need(row, 'dd').textContent = shown ?? ''
    }
    need(this.root, '[data-trouble]').hidden = true
    need(this.root, '[data-send]').textContent = this.#page.words['send'] ?? ''
    this.#show('check')
  }

  async #send(): Promise<void> {
    const button = need<HTMLButtonElement>(this.root, '[data-send]')
    if (button.getAttribute('aria-disabled') === 'true') return
    // The receipt exists before the network is asked (R2), and stays through every retry.
    this.#draft.code ??= receiptCode(crypto.getRandomValues(new Uint8Array(receiptCodeBytes)))
    const { code } = this.#draft
    this.#save()
    button.setAttribute('aria-disabled', 'true')
    button.textContent = this.#page.words['sending'] ?? ''
    const sending = await sendOpinion(this.#page, this.#place.id, this.#draft.answers, code)
    button.removeAttribute('aria-disabled')
    button.textContent = this.#page.words['retry'] ?? ''
    this.#answer(sending, code)
  }

  #answer(sending: Sending, code: ReceiptCode): void {
    if (sending.kind === 'delivered') {
      this.#draft = { answers: {}, savedAtMs: Date.now(), code, receivedAt: sending.receivedAt }
      keepDraft(this.#page.consultationId, this.#place.id, this.#draft)
      return this.#showReceipt(code, sending.receivedAt)
    }
    if (sending.kind === 'mend') {
      this.#show('write')
      return showProblems(this.#form, sending.problems)
    }
    this.#showTrouble(sending, code)
  }

  #showTrouble(sending: Exclude<Sending, { kind: 'delivered' | 'mend' }>, code: ReceiptCode): void {
    const { words } = this.#page
    const texts = {
      taken: [words['takenTitle'], words['takenText']],
      closed: [words['closedTitle'], words['closedText']],
      busy: [words['failedTitle'], words['busyText']],
      undelivered: [words['failedTitle'], words['failedText']],
      refused: sending.kind === 'refused' ? [sending.title, sending.detail] : [],
    }[sending.kind]
    const trouble = need(this.root, '[data-trouble]')
    need(trouble, '[data-trouble-title]').textContent = texts[0] ?? ''
    need(trouble, '[data-trouble-text]').textContent = texts[1] ?? ''
    need(trouble, '[data-trouble-code]').hidden = sending.kind === 'closed' || sending.kind === 'refused'
    need(trouble, '[data-code-line]').textContent = printReceiptCode(code)
    if (sending.kind === 'taken') {
      // What arrived keeps its code; what was changed since is another opinion with a code of its own.
      delete this.#draft.code
      this.#save()
      need(this.root, '[data-send]').textContent = words['sendAnother'] ?? ''
    }
    trouble.hidden = false
    trouble.focus()
  }

  #showReceipt(code: ReceiptCode, receivedAt: string): void {
    const step = need(this.root, '[data-step="receipt"]')
    fillReceipt(this.#page, step, { code, receivedAt })
    this.#show('receipt')
  }

  #show(step: Step): void {
    for (const part of all(this.root, '[data-step]')) part.hidden = part.dataset['step'] !== step
    need(this.root, `[data-step="${step}"] .say-title`).focus()
  }
}
