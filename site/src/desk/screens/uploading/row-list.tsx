import type { BatchRowAnswer } from '#contract/batch-api.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { rowSentence, warningSentence } from '../../rules/row-sentence.ts'

const rowsAtFirst = 10
const rowsMore = 50

/** Rows with what there is to say of each, ten at first; nothing at all when there are none. */
export function RowList(props: {
  title: string
  say?: string
  rows: readonly BatchRowAnswer[]
  children?: ComponentChildren
  action?: (row: BatchRowAnswer) => ComponentChildren
}) {
  const { collecting, deciding, uploading } = useWords()
  const [shown, setShown] = useState(rowsAtFirst)
  const { rows, action } = props
  if (rows.length === 0) return null
  const left = rows.length - shown
  return (
    <section class="row-list">
      <h4>{props.title}</h4>
      {props.say && <p>{props.say}</p>}
      {props.children}
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{collecting.row}</th>
            <th scope="col">{collecting.what}</th>
            {action && <td />}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.row}>
              <th scope="row">{deciding.rowN(row.row)}</th>
              <td data-th={collecting.what}>
                <RowSays row={row} />
              </td>
              {action && <td>{action(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button kind="quiet" onPress={() => setShown(shown + rowsMore)}>
          {left > rowsMore ? uploading.more(rowsMore) : uploading.allOfThem(rows.length)}
        </Button>
      )}
    </section>
  )
}

function RowSays({ row }: { row: BatchRowAnswer }) {
  const words = useWords()
  const said = [
    ...row.problems.map((problem) => ({ column: problem.column, text: rowSentence(problem, words) })),
    ...(row.warnings ?? []).map((warning) => ({
      column: warning.column,
      text: warningSentence(warning, words),
    })),
  ]
  const flags = row.flags.filter((flag) => flag !== 'mojibake' || said.length === 0)
  return (
    <>
      {said.map(({ column, text }, place) => (
        <p key={place}>
          {column && <b>{words.deciding.column(column)}</b>} {text}
        </p>
      ))}
      {flags.length > 0 && (
        <p class="soft">{flags.map((flag) => words.flagNames[flag]).join(words.listSeparator)}</p>
      )}
    </>
  )
}
