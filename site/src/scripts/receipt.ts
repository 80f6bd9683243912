import type { ReceiptStatus } from '#contract/public-api.ts'
import { parseReceiptCode, printReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { element, need } from './dom.ts'
import { statusMarkup, type ReceiptWords } from './receipt-status.ts'

const patienceMs = 20_000
const form = need<HTMLFormElement>(document, '[data-receipt-form]')
const answer = need(document, '[data-receipt-answer]')
const field = need<HTMLInputElement>(form, '#receiptCode')
const words = JSON.parse(form.dataset['words'] ?? '{}') as ReceiptWords

function say(message: string, isError: boolean): void {
  const box = element('div', '', isError ? 'error-summary' : 'notice')
  box.setAttribute('role', isError ? 'alert' : 'status')
  box.append(element('p', message))
  answer.replaceChildren(box)
  if (isError) answer.focus()
}

/** Asks in the body of a POST: the code never stands in a path, a query or a record. */
async function lookUp(code: ReceiptCode): Promise<void> {
  say(words.text.looking, false)
  try {
    const response = await fetch(`/api/receipts?lang=${words.language}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ receiptCode: code }),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.status === 404) return say(words.text.unknown, true)
    if (!response.ok) return say(words.text.unreachable, true)
    const status = (await response.json()) as ReceiptStatus
    answer.replaceChildren(...statusMarkup(status, words), ...mailOffer(status))
    need(form, 'button').textContent = words.text.another
    need(answer, 'h2').focus()
  } catch {
    say(words.text.unreachable, true)
  }
}

/** The page's own form for an address, with this receipt in it; sent like any form, so that it works in one way only. */
function mailOffer({ mailOffered, receiptCode }: ReceiptStatus): Node[] {
  if (!mailOffered) return []
  const offered = need<HTMLTemplateElement>(document, '[data-mail-offer]').content.cloneNode(
    true,
  ) as DocumentFragment
  need<HTMLInputElement>(offered, '[name="receiptCode"]').value = receiptCode
  return [offered]
}

function ask(text: string): void {
  const code = parseReceiptCode(text)
  if (code) {
    field.value = printReceiptCode(code)
    void lookUp(code)
  } else say(text.trim() === '' ? words.text.empty : words.text.malformed, true)
}

function readFragment(): void {
  const fragment = decodeURIComponent(location.hash.slice(1))
  if (parseReceiptCode(fragment)) ask(fragment)
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask(field.value)
})
addEventListener('hashchange', readFragment)
readFragment()
