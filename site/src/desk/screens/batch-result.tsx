import type { BatchAnswer, BatchRowAnswer } from '#contract/batch-api.ts'
import { pagePaths } from '#contract/page-paths.ts'
import { parseReceiptCode, printReceiptCode } from '#core/receipt.ts'
import type { Ref } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { rowSentence } from '../rules/row-sentence.ts'

/** Counts first, then what to mend by row and column, then the receipts to hand out. */
export function BatchResult(props: {
  answer: BatchAnswer
  heading: Ref<HTMLHeadingElement>
  billTitle: string
}) {
  const { collecting, deciding, listSeparator } = useWords()
  const { answer } = props
  const { stored, repeated, revised, refused } = answer
  const isRepeat = stored === 0 && revised === 0 && refused === 0 && repeated > 0
  const toMend = answer.rows.filter(({ problems }) => problems.length > 0)
  return (
    <div class="batch-result">
      <h3 tabIndex={-1} ref={props.heading}>
        {collecting.resultTitle}
      </h3>
      {isRepeat ? (
        <p role="status" class="told">
          {collecting.same}
        </p>
      ) : (
        <p role="status">{collecting.counts(stored, repeated, revised, refused)}</p>
      )}
      <div class="sum">
        {(
          [
            ['stored', stored],
            ['repeated', repeated],
            ['revised', revised],
            ['refused', refused],
          ] as const
        ).map(([verdict, count]) => (
          <div key={verdict}>
            <b>{count}</b>
            {collecting.verdictNames[verdict]}
          </div>
        ))}
      </div>
      {answer.ignoredColumns.length > 0 && (
        <p class="soft">{collecting.ignored(answer.ignoredColumns.join(listSeparator))}</p>
      )}
      {toMend.length > 0 && (
        <>
          <h3>{collecting.problemsTitle(toMend.length)}</h3>
          <p>{collecting.problemsSay}</p>
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">{collecting.row}</th>
                <th scope="col">{collecting.what}</th>
              </tr>
            </thead>
            <tbody>
              {toMend.map((row) => (
                <MendRow key={row.row} row={row} rowName={deciding.rowN(row.row)} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <Receipts rows={answer.rows} billTitle={props.billTitle} />
    </div>
  )
}

function MendRow(props: { row: BatchRowAnswer; rowName: string }) {
  const words = useWords()
  return (
    <tr>
      <th scope="row">{props.rowName}</th>
      <td data-th={words.collecting.what}>
        {props.row.problems.map((problem, place) => (
          <p key={place}>
            {problem.column && <b>{words.deciding.column(problem.column)}</b>} {rowSentence(problem, words)}
          </p>
        ))}
      </td>
    </tr>
  )
}

/** One line per opinion held: enough to give each person their own code, and no more. */
function Receipts(props: { rows: BatchAnswer['rows']; billTitle: string }) {
  const { collecting } = useWords()
  const [copied, setCopied] = useState(false)
  const rows = props.rows.filter(({ receiptCode }) => receiptCode !== undefined)
  if (rows.length === 0) return null
  const code = (row: BatchRowAnswer) => {
    const read = parseReceiptCode(row.receiptCode ?? '')
    return read ? printReceiptCode(read) : (row.receiptCode ?? '')
  }
  const copy = async () => {
    const lines = rows.map((row) => [row.row, row.firstWords ?? '', code(row)].join('\t'))
    await navigator.clipboard.writeText(lines.join('\n'))
    setCopied(true)
  }
  return (
    <div class="receipts">
      <h3>{collecting.receiptsTitle}</h3>
      <p class="print-only">{props.billTitle}</p>
      <p>{collecting.receiptsSay}</p>
      <p class="print-only">{collecting.receiptsWhere(`${location.origin}${pagePaths.receipt}`)}</p>
      <div class="buttons no-print">
        <Button kind="quiet" onPress={() => window.print()}>
          {collecting.printReceipts}
        </Button>
        <Button kind="quiet" onPress={() => void copy()}>
          {collecting.copyReceipts}
        </Button>
        {copied && <span role="status">{collecting.copied}</span>}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{collecting.row}</th>
            <th scope="col">{collecting.firstWords}</th>
            <th scope="col">{collecting.receiptCode}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">{row.row}</th>
              <td>{row.firstWords ?? ''}</td>
              <td class="receipt-code">{code(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
