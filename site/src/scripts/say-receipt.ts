import { printReceiptCode, type ReceiptCode } from '#core/receipt.ts'
import { printInstant } from '../i18n/dates.ts'
import { all, element, need } from './dom.ts'
import type { SayPage } from './say-words.ts'

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

async function showQr(page: SayPage, step: HTMLElement, address: string): Promise<void> {
  const place = need(step, '[data-qr]')
  try {
    const { qrSvg } = (await import(qrModule)) as typeof import('./qr.ts')
    place.replaceChildren(qrSvg(address, place.dataset['label'] ?? ''))
  } catch {
    place.remove() // without the picture the code itself is still the receipt
  }
}

/** Fills the receipt step: code, time, QR with the code in the fragment, and the ways to keep it. */
export function fillReceipt(
  page: SayPage,
  step: HTMLElement,
  held: { code: ReceiptCode; receivedAt: string },
  onDone: () => void,
): void {
  const address = `${location.origin}${page.receiptPath}#${held.code}`
  showCode(need(step, '[data-code]'), held.code)
  need(step, '[data-received-at]').textContent = printInstant(
    held.receivedAt,
    page.language,
    page.offsetMinutes,
  )
  need<HTMLAnchorElement>(step, '[data-check]').href = address
  need(step, '[data-print]').onclick = () => printOnly(need(step, '.receipt'))
  need(step, '[data-done]').onclick = onDone
  for (const button of all<HTMLButtonElement>(step, '[data-copy]')) {
    button.hidden = !navigator.clipboard
    button.onclick = () =>
      void navigator.clipboard.writeText(printReceiptCode(held.code)).then(() => {
        button.textContent = page.words['copied'] ?? ''
      })
  }
  void showQr(page, step, address)
}
