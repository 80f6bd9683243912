import { useEffect, useState } from 'preact/hooks'
import { deskGroups } from '../../api/groups.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { historyLines, sayMove, type HistoryLine } from '../../rules/group-history.ts'
import { localMoment } from '../../rules/local-time.ts'

/** Who changed what, when; each change can be undone, and what was undone made again. Nothing is ever lost. */
export function GroupHistory(props: {
  consultationId: string
  /** Another number reads again. */
  round: number
  onChanged: () => void
}) {
  const words = useWords()
  const { grouping } = words
  const { me } = useSession()
  const { consultationId } = props
  const loaded = useLoaded(() => deskGroups.moves(consultationId), `moves ${consultationId}`)
  const doing = useDoing()
  const [said, setSaid] = useState('')
  const { data, trouble, reload, replace } = loaded
  useEffect(reload, [props.round])
  if (!data) return trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />
  const undo = (undoes: number, sentence: string) =>
    doing.run(async () => {
      await deskGroups.move(consultationId, { kind: 'undo', undoes }, data.movesRev)
      // Read before the next one can be pressed: it must name the changes that were seen.
      replace(await deskGroups.moves(consultationId))
      setSaid(sentence)
      props.onChanged()
    })
  const lines = historyLines(data.moves)
  return (
    <>
      {said && <Done>{said}</Done>}
      <TroubleBox trouble={doing.trouble} onRetry={reload} />
      {lines.length === 0 && <p class="soft">{grouping.noHistory}</p>}
      <ol class="history group-moves">
        {lines.map((line) => (
          <li key={line.move.rev}>
            <Line line={line} />
            {me.role === 'legislator' && (
              <Button
                kind="text"
                busy={doing.busy}
                label={(line.stands ? grouping.undoOf : grouping.redoOf)(sayMove(line.move, words))}
                onPress={() =>
                  line.undoneBy
                    ? undo(line.undoneBy.rev, grouping.redone)
                    : undo(line.move.rev, grouping.undone)
                }
              >
                {line.stands ? grouping.undo : grouping.redo}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Line(props: { line: HistoryLine }) {
  const words = useWords()
  const { offset } = useSession()
  const { move, stands, undoneBy } = props.line
  const what = sayMove(move, words)
  return (
    <p>
      {stands ? what : <s>{what}</s>}
      <span class="soft">
        {' '}
        {[
          words.grouping.nth(move.rev),
          move.by,
          localMoment(move.madeAt, offset),
          ...(undoneBy ? [words.grouping.undoneBy(undoneBy.by, localMoment(undoneBy.madeAt, offset))] : []),
        ].join(' · ')}
      </span>
    </p>
  )
}
