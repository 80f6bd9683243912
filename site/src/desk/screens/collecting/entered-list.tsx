import { citeProvision } from '#core/draft/cite.ts'
import type { Provision } from '#core/draft/provision.ts'
import { printReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { sumRows, type EnteredRow } from '../../rules/entered-rows.ts'

/** What was entered, the newest first, each with what the server said; the sums stand above. */
export function EnteredList(props: {
  rows: readonly EnteredRow[]
  provisions: readonly Provision[]
  onMend: (row: EnteredRow) => void
}) {
  const { transcribing } = useWords()
  const sums = sumRows(props.rows)
  return (
    <section class="entered">
      <h2>{transcribing.list}</h2>
      <p role="status" class="entered-sums">
        {(['entered', 'stored', 'repeated', 'mend', 'waiting'] as const).map((name) => (
          <span key={name} class={sums[name] > 0 && (name === 'mend' || name === 'waiting') ? 'on' : ''}>
            {transcribing.sum[name]} <b>{sums[name]}</b>
          </span>
        ))}
      </p>
      {props.rows.length === 0 ? (
        <p class="soft">{transcribing.listNone}</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              {(['n', 'code', 'clause', 'words', 'verdict'] as const).map((name) => (
                <th scope="col" key={name}>
                  {transcribing.columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.toReversed().map((row) => (
              <EnteredLine key={row.place} row={row} provisions={props.provisions} onMend={props.onMend} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function EnteredLine(props: {
  row: EnteredRow
  provisions: readonly Provision[]
  onMend: (row: EnteredRow) => void
}) {
  const words = useWords()
  const { transcribing } = words
  const { row } = props
  const { columns } = transcribing
  return (
    <tr>
      <th scope="row">{row.place}</th>
      <td data-th={columns.code} class="receipt-code">
        {printReceiptCode(row.opinion.receiptCode as ReceiptCode)}
      </td>
      <td data-th={columns.clause} lang="zh-CN">
        {citeProvision(props.provisions, row.opinion.provisionId) || words.whole}
      </td>
      <td data-th={columns.words}>{Array.from(row.opinion.verbatim).slice(0, 24).join('')}</td>
      <td data-th={columns.verdict}>
        <Verdict row={row} onMend={props.onMend} />
      </td>
    </tr>
  )
}

function Verdict(props: { row: EnteredRow; onMend: (row: EnteredRow) => void }) {
  const words = useWords()
  const { transcribing } = words
  const { answer, state } = props.row
  const verdict = answer?.verdict
  const isOpen = state === 'waiting' || verdict === 'conflict' || verdict === 'refused'
  return (
    <>
      <b>{transcribing.states[verdict ?? (state === 'answered' ? 'waiting' : state)]}</b>
      {answer?.problems.map(({ field, code }) => (
        <p key={`${field} ${code}`}>
          {transcribing.fields[field] && `${transcribing.fields[field]}${words.colon}`}
          {transcribing.problems[code] ?? transcribing.unknownProblem(code)}
        </p>
      ))}
      {answer?.flags.map((flag) => (
        <span class="flag" key={flag}>
          {words.flagNames[flag]}
        </span>
      ))}
      {isOpen && (
        <Button kind="text" onPress={() => props.onMend(props.row)}>
          {transcribing.mend}
        </Button>
      )}
    </>
  )
}
