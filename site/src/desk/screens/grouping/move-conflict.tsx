import type { GroupMoveShown } from '#contract/groups-api.ts'
import { ConflictBox } from '../../parts/conflict-box.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { sayMove } from '../../rules/group-history.ts'
import { localMoment } from '../../rules/local-time.ts'

/** A colleague moved something of this group first: what they did, and one choice. The selection is kept. */
export function MoveConflict(props: {
  theirs: GroupMoveShown | undefined
  chosen: number
  gone: number
  busy: boolean
  onAnyway: () => void
  onLeave: () => void
}) {
  const words = useWords()
  const { grouping } = words
  const { offset } = useSession()
  const { theirs, gone } = props
  return (
    <ConflictBox
      title={grouping.conflictTitle}
      theirs={{ name: grouping.leave, onChoose: props.onLeave }}
      mine={{
        name: grouping.anyway,
        onChoose: props.onAnyway,
        busy: props.busy,
        busyWords: grouping.moving,
      }}
    >
      <p>
        {theirs
          ? grouping.conflictSay(theirs.by, localMoment(theirs.madeAt, offset), sayMove(theirs, words))
          : grouping.conflictRaw}
      </p>
      <p>
        {grouping.conflictAsk} {gone > 0 ? grouping.notHere(gone) : ''}
      </p>
    </ConflictBox>
  )
}
