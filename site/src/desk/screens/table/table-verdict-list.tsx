import type { TableRowVerdict, TableVerdicts } from '#contract/table-api.ts'
import { useState } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { rowSentences } from '../../rules/row-sentence.ts'
import { TableChangeList } from './table-change-list.tsx'

/** So many rows are listed before somebody asks for more. */
const shownFirst = 100

/** Which rows are to be written; missing once they are. */
export interface RowChoice {
  left: ReadonlySet<number>
  onLeft: (left: ReadonlySet<number>) => void
}

/** What a table that came back would change, or has changed: counts, then old and new of every row that differs. */
export function TableVerdictList(props: {
  verdicts: TableVerdicts
  consultationId: string
  choice?: RowChoice
}) {
  const { deciding, table } = useWords()
  const { verdicts, choice } = props
  const names = choice ? deciding.dryVerdictNames : deciding.verdictNames
  const kinds = [
    'applied',
    ...(choice ? [] : ['skipped' as const]),
    'unchanged',
    'conflict',
    'refused',
  ] as const
  const rowsOf = (verdict: TableRowVerdict['verdict']) =>
    verdicts.rows.filter((row) => row.verdict === verdict)
  const parts = [
    { rows: rowsOf('applied'), title: table.changedRows, choice },
    { rows: rowsOf('conflict'), title: table.conflictRows },
    { rows: rowsOf('refused'), title: table.refusedRows },
  ]
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
      {verdicts.decidedMeanwhile > 0 && <p>{deciding.meanwhileRows(verdicts.decidedMeanwhile)}</p>}
      {verdicts.missing > 0 && <p>{deciding.missingRows(verdicts.missing)}</p>}
      {parts.map(
        (part) =>
          part.rows.length > 0 && (
            <RowList key={part.title} {...part} consultationId={props.consultationId} />
          ),
      )}
    </>
  )
}

function RowList(props: {
  rows: readonly TableRowVerdict[]
  title: string
  consultationId: string
  choice?: RowChoice | undefined
}) {
  const { table } = useWords()
  const [shown, setShown] = useState(shownFirst)
  const { rows, choice } = props
  const chosen = choice ? rows.filter(({ row }) => !choice.left.has(row)).length : 0
  return (
    <section class="table-rows">
      <h4>{props.title}</h4>
      {choice && (
        <p class="buttons">
          <span role="status">{table.chosen(chosen, rows.length)}</span>
          <Button kind="text" onPress={() => choice.onLeft(new Set())}>
            {table.chooseAll}
          </Button>
          <Button kind="text" onPress={() => choice.onLeft(new Set(rows.map(({ row }) => row)))}>
            {table.chooseNone}
          </Button>
        </p>
      )}
      <ol class="table-changes">
        {rows.slice(0, shown).map((row) => (
          <ChangedRow key={row.row} row={row} consultationId={props.consultationId} choice={choice} />
        ))}
      </ol>
      {rows.length > shown && (
        <Button kind="quiet" onPress={() => setShown(shown + shownFirst)}>
          {table.moreRows(Math.min(shownFirst, rows.length - shown))}
        </Button>
      )}
    </section>
  )
}

function ChangedRow(props: { row: TableRowVerdict; consultationId: string; choice?: RowChoice | undefined }) {
  const words = useWords()
  const { row, choice } = props
  const choose = (chosen: boolean) => {
    const left = new Set(choice?.left)
    if (chosen) left.delete(row.row)
    else left.add(row.row)
    choice?.onLeft(left)
  }
  return (
    <li class={choice?.left.has(row.row) ? 'left-out' : undefined}>
      <div class="table-change-head">
        {choice && (
          <input
            type="checkbox"
            aria-label={words.table.chooseRow(row.row)}
            checked={!choice.left.has(row.row)}
            onChange={(event) => choose(event.currentTarget.checked)}
          />
        )}
        <b>{words.deciding.rowN(row.row)}</b>
        {row.about && (
          <span class="soft">
            {row.about.provisionLabel || words.whole}
            {words.colon}
            {row.about.excerpt}
          </span>
        )}
      </div>
      {rowSentences(row.problems, words).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <TableChangeList changes={row.changes} isConflict={row.verdict === 'conflict'} />
      {row.gaps.length > 0 && (
        <p class="table-gaps">
          {words.table.stillMissing}
          {row.gaps.map((gap) => words.deciding.gaps[gap]).join(words.listSeparator)}
        </p>
      )}
      {row.verdict === 'conflict' && <ToOpinion {...props} />}
    </li>
  )
}

function ToOpinion(props: { row: TableRowVerdict; consultationId: string }) {
  const { deciding } = useWords()
  const { consultationId, row } = props
  return (
    <p>
      {deciding.conflictRow}{' '}
      <Link to={{ screen: 'opinions', consultationId, filter: { opinion: row.opinionId } }}>
        {deciding.openOpinion}
      </Link>
    </p>
  )
}
