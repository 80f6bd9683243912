import type { TableRowVerdict, TableVerdicts } from '#contract/table-api.ts'
import { useState } from 'preact/hooks'
import { CheckField } from '../parts/fields.tsx'
import { Link } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { rowSentences } from '../rules/row-sentence.ts'

const kinds = ['applied', 'unchanged', 'conflict', 'refused'] as const

/** Counts first, then every row that needs a look, with its sentence; all rows when asked for. */
export function TableVerdictList(props: {
  verdicts: TableVerdicts
  applied: boolean
  consultationId: string
}) {
  const words = useWords()
  const { deciding } = words
  const { verdicts, applied } = props
  const [all, setAll] = useState(false)
  const names = applied ? deciding.verdictNames : deciding.dryVerdictNames
  const rows = all
    ? verdicts.rows
    : verdicts.rows.filter(({ verdict }) => verdict === 'conflict' || verdict === 'refused')
  return (
    <>
      <div class="sum">
        {kinds.map((kind) => (
          <div key={kind}>
            <b>{verdicts[kind]}</b>
            {names[kind]}
          </div>
        ))}
      </div>
      {verdicts.missing > 0 && <p>{deciding.missingRows(verdicts.missing)}</p>}
      <CheckField label={deciding.showAllRows} checked={all} onChecked={setAll} />
      {rows.length === 0 ? (
        <p>{deciding.noTroubleRows}</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{deciding.row}</th>
              <th scope="col">{deciding.verdict}</th>
              <th scope="col">{deciding.problem}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <th scope="row">{deciding.rowN(row.row)}</th>
                <td data-th={deciding.verdict}>{names[row.verdict]}</td>
                <td data-th={deciding.problem}>
                  {rowSentences(row.problems, words).map((sentence) => (
                    <p key={sentence}>{sentence}</p>
                  ))}
                  <Theirs row={row} consultationId={props.consultationId} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function Theirs(props: { row: TableRowVerdict; consultationId: string }) {
  const words = useWords()
  const { row } = props
  if (row.verdict !== 'conflict') return null
  const { theirs } = row
  return (
    <>
      <p>{words.deciding.conflictRow}</p>
      <p class="soft">
        {words.deciding.theirs}
        {words.colon}
        {theirs?.outcome ? words.outcomeNames[theirs.outcome] : words.deciding.undecided}
        {theirs?.reason ? ` · ${theirs.reason}` : ''}
      </p>
      <p>
        <Link
          to={{
            screen: 'opinions',
            consultationId: props.consultationId,
            filter: { opinion: row.opinionId },
          }}
        >
          {words.deciding.openOpinion}
        </Link>
      </p>
    </>
  )
}
