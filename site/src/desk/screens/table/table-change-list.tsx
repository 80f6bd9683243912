import type { TableCellChange } from '#contract/table-api.ts'
import { diffWords } from '#core/text/word-diff.ts'
import { useWords } from '../../parts/language.tsx'

/** Cell by cell what stands now and what would stand, with the words that differ marked. */
export function TableChangeList(props: { changes: readonly TableCellChange[]; isConflict: boolean }) {
  const words = useWords()
  const { table } = words
  if (props.changes.length === 0) return null
  const from = props.isConflict ? table.colleagueHas : table.now
  const to = props.isConflict ? table.fileHas : table.becomes
  return (
    <dl class="table-cells">
      {props.changes.map((change) => (
        <div key={change.column}>
          <dt>{words.table.columns[change.column] ?? change.column}</dt>
          <dd>
            <span class="soft">{from}</span> <Side {...change} side="from" />
          </dd>
          <dd>
            <span class="soft">{to}</span> <Side {...change} side="to" />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** One side in full; words the other side does not have are marked by more than their colour. */
function Side(props: TableCellChange & { side: 'from' | 'to' }) {
  const { table } = useWords()
  const { from, to, side } = props
  const own = side === 'from' ? from : to
  if (own === '') return <span class="soft">{table.emptyCell}</span>
  const hidden = side === 'from' ? 'added' : 'removed'
  return (
    <span class="table-words">
      {diffWords(from, to)
        .filter(({ kind }) => kind !== hidden)
        .map(({ kind, text }, at) =>
          kind === 'same' ? text : side === 'to' ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>,
        )}
    </span>
  )
}
