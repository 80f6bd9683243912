import type { GroupMoveShown } from '#contract/groups-api.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { sayMove } from '../rules/group-history.ts'
import { localMoment } from '../rules/local-time.ts'

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
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h3>{grouping.conflictTitle}</h3>
      <p>
        {theirs
          ? grouping.conflictSay(theirs.by, localMoment(theirs.madeAt, offset), sayMove(theirs, words))
          : grouping.conflictRaw}
      </p>
      <p>
        {grouping.conflictAsk} {gone > 0 ? grouping.notHere(gone) : ''}
      </p>
      <div class="buttons">
        <Button kind="quiet" onPress={props.onLeave}>
          {grouping.leave}
        </Button>
        <Button kind="quiet" onPress={props.onAnyway} busy={props.busy} busyWords={grouping.moving}>
          {grouping.anyway}
        </Button>
      </div>
    </div>
  )
}
