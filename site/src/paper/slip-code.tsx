import { printReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { receiptAddress } from './paper-address.ts'
import type { PaperWords } from './paper.zh.ts'
import { QrCode } from './qr-code.tsx'

/** Six groups of four, in two lines of three or one of six. */
export function CodeGroups(props: { code: ReceiptCode }) {
  const groups = printReceiptCode(props.code).split(' ')
  return (
    <span class="p-code" lang="zxx">
      {groups.map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </span>
  )
}

/** The QR of a slip, or the place where it will be. */
export function SlipQr(props: { origin: string; code: ReceiptCode | undefined; words: PaperWords }) {
  const { origin, code, words } = props
  if (code === undefined) return <span class="p-qr p-none">{words.codeAtPrinting}</span>
  return <QrCode text={receiptAddress(origin, code)} label={words.qrSlip} />
}

/** The code of a slip; before printing, the shape it will have. */
export function SlipCode(props: { code: ReceiptCode | undefined }) {
  if (props.code) return <CodeGroups code={props.code} />
  return (
    <span class="p-code p-none" aria-hidden="true">
      {Array.from({ length: 6 }, (_, at) => (
        <span key={at}>••••</span>
      ))}
    </span>
  )
}

/** Twenty-four cells in six groups, to write a code by hand. */
export function CodeCells() {
  return (
    <span class="p-cells" aria-hidden="true">
      {Array.from({ length: 6 }, (_, group) => (
        <span key={group}>
          {Array.from({ length: 4 }, (_, cell) => (
            <i key={cell} />
          ))}
        </span>
      ))}
    </span>
  )
}
