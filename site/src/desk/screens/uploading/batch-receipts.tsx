import type { BatchRowAnswer } from '#contract/batch-api.ts'
import { pagePaths } from '#contract/page-paths.ts'
import { parseReceiptCode } from '#core/collecting/receipt.ts'
import { useState } from 'preact/hooks'
import { receiptAddress } from '../../../paper/paper-address.ts'
import { QrCode } from '../../../paper/qr-code.tsx'
import { Button } from '../../../parts/button.tsx'
import { useDrawnAtPrint } from '../../parts/drawn-at-print.ts'
import { useWords } from '../../parts/language.tsx'

const rowsAtFirst = 20
const rowsMore = 100

/** Receipts to hand out: as slips on paper, and on screen a handful at a time. */
export function BatchReceipts(props: { rows: readonly BatchRowAnswer[]; billTitle: string }) {
  const { collecting, uploading } = useWords()
  const [shown, setShown] = useState(rowsAtFirst)
  const rows = props.rows.filter(({ receiptCode }) => receiptCode !== undefined)
  const titles = [collecting.row, collecting.firstWords, collecting.receiptCode]
  if (rows.length === 0) return null
  const left = rows.length - shown
  return (
    <div class="receipts">
      <h3>{collecting.receiptsTitle}</h3>
      <p class="no-print">{collecting.receiptsSay}</p>
      <div class="buttons no-print">
        <Button kind="quiet" onPress={() => window.print()}>
          {uploading.printSlips}
        </Button>
      </div>
      <details class="no-print">
        <summary>{uploading.receiptsFold(rows.length)}</summary>
        <table>
          <thead>
            <tr>
              {titles.map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ row, firstWords, receiptCode }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td>{firstWords ?? ''}</td>
                <td class="receipt-code">{receiptCode}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {left > 0 && (
          <Button kind="quiet" onPress={() => setShown(shown + rowsMore)}>
            {uploading.more(Math.min(left, rowsMore))}
          </Button>
        )}
      </details>
      <Slips rows={rows} billTitle={props.billTitle} />
    </div>
  )
}

/** Five thousand QR codes on screen would help nobody. */
function Slips(props: { rows: readonly BatchRowAnswer[]; billTitle: string }) {
  const { collecting } = useWords()
  const where = collecting.receiptsWhere(`${location.origin}${pagePaths.receipt}`)
  const place = useDrawnAtPrint(
    () => <SlipSheet {...props} where={where} />,
    () => null,
  )
  return <div class="batch-slips" ref={place} />
}

function SlipSheet(props: { rows: readonly BatchRowAnswer[]; billTitle: string; where: string }) {
  return (
    <>
      {props.rows.map((row) => {
        const code = parseReceiptCode(row.receiptCode ?? '')
        return (
          code && (
            <div class="batch-slip" key={row.row}>
              <QrCode text={receiptAddress(location.origin, code)} label={row.receiptCode ?? ''} />
              <div>
                <p lang="zh-CN">{props.billTitle}</p>
                <p class="receipt-code">{row.receiptCode}</p>
                <p lang="zh-CN">
                  {row.row} · {row.firstWords}
                </p>
                <p>{props.where}</p>
              </div>
            </div>
          )
        )
      })}
    </>
  )
}
