import { printReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { printInstant } from '#contract/print-time.ts'
import { element, need } from './dom.ts'
import type { qrSvg as drawQr } from './qr.ts'
import type { SayPage } from './say-words.ts'

type QrSvg = typeof drawQr

/** A file of its own (stable-assets.ts), so that nobody loads it before there is a receipt. */
const qrModule: string = '/assets/qr.js'

/** Writes a code as six groups of four; a group never breaks. */
export function showCode(into: Element, code: ReceiptCode): void {
  const groups = printReceiptCode(code).split(' ')
  into.replaceChildren(
    ...groups.flatMap((group, at) => (at === 0 ? [element('span', group)] : [' ', element('span', group)])),
  )
}

function printOnly(receipt: HTMLElement): void {
  const root = document.documentElement
  receipt.classList.add('print-this')
  root.dataset['printing'] = ''
  window.addEventListener(
    'afterprint',
    () => {
      receipt.classList.remove('print-this')
      delete root.dataset['printing']
    },
    { once: true },
  )
  window.print()
}

async function showQr(step: HTMLElement, address: string): Promise<void> {
  const place = need(step, '[data-qr]')
  try {
    const { qrSvg } = (await import(qrModule)) as { qrSvg: QrSvg }
    place.replaceChildren(qrSvg(address, place.dataset['label'] ?? ''))
  } catch {
    place.replaceChildren() // without the picture the code itself is still the receipt
  }
}

async function copyCode(page: SayPage, step: HTMLElement, button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(need(step, '[data-code]').textContent ?? '')
  button.textContent = page.words['copied'] ?? ''
}

/** Makes the ways to keep a receipt work; once for a form. */
export function listenReceipt(page: SayPage, step: HTMLElement, onDone: () => void): void {
  need(step, '[data-print]').addEventListener('click', () => printOnly(need(step, '.receipt')))
  need(step, '[data-done]').addEventListener('click', onDone)
  const copy = need(step, '[data-copy]')
  copy.hidden = !navigator.clipboard
  copy.addEventListener('click', () => void copyCode(page, step, copy))
}

/** Fills the receipt step: code, time, and a QR with the code in the fragment. */
export function fillReceipt(
  page: SayPage,
  step: HTMLElement,
  held: { code: ReceiptCode; receivedAt: string },
): void {
  const address = `${location.origin}${page.receiptPath}#${held.code}`
  showCode(need(step, '[data-code]'), held.code)
  const at = printInstant(held.receivedAt, page.language, page.offsetMinutes)
  need(step, '[data-received-at]').textContent = at
  need<HTMLAnchorElement>(step, '[data-check]').href = address
  void showQr(step, address)
}
