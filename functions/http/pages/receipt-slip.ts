import { html, raw } from 'hono/html'
import { encode } from 'uqr'
import { pagePaths } from '#contract/page-paths.ts'
import { printReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import type { Markup } from './shell.ts'

/** One path per code: dark modules as unit squares, a quiet zone of four (ISO/IEC 18004). */
function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  let path = ''
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`
  return { size, path }
}

/** QR of the receipt page with the code in the fragment, which no server ever sees. */
export function receiptQr(origin: string, code: ReceiptCode, label: string): Markup {
  const { size, path } = qrPath(`${origin}${pagePaths.receipt}#${code}`)
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}">
    <path d="${raw(path)}" />
  </svg>`
}

/** Six groups of four, each selectable as a whole. */
export function receiptCodeMarkup(code: ReceiptCode): Markup {
  const groups = printReceiptCode(code).split(' ')
  return html`<p class="code">
    ${groups.map((group, at) => html`<span>${group}</span>${at < 5 ? ' ' : ''}`)}
  </p>`
}
