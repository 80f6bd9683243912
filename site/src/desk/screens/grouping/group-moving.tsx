import type { GroupMember, GroupMoveShown, OfficeGroup } from '#contract/groups-api.ts'
import type { GroupChange, GroupMove } from '#core/grouping/group-moves.ts'
import { useState } from 'preact/hooks'
import { deskGroups } from '../../api/groups.ts'
import { Trouble } from '../../api/trouble.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { mergeOrder } from '../../rules/group-members.ts'
import { FindGroup } from './find-group.tsx'
import { MoveConflict } from './move-conflict.tsx'

interface MovingProps {
  consultationId: string
  group: OfficeGroup
  movesRev: number
  members: readonly GroupMember[]
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
  /** What to say, and where to go on; here when that is not given. */
  onMoved: (sentence: string, goTo: string | undefined) => void
  /** Reads the group again and keeps the selection. */
  onAgain: () => void
}

/** A change a person asked for: what it is, what to say when it is made, and where to go then. */
interface AskedChange {
  change: GroupChange
  sentence: string
  goTo?: string | undefined
}

/** What can be done with those selected, and with the whole group; always in reach at the foot of the screen. */
export function GroupMoving(props: MovingProps) {
  const { grouping } = useWords()
  const { group, chosen, members } = props
  const [asking, setAsking] = useState<'move' | 'merge'>()
  const moving = useMoving(props, () => setAsking(undefined))
  const here = new Set(members.map(({ opinion }) => opinion.id as string))
  const gone = [...chosen].filter((id) => !here.has(id)).length
  const opinionIds = [...chosen] as (typeof group.leader.id)[]
  const isAll = opinionIds.length === group.size && gone === 0
  const many = opinionIds.length
  if (moving.overtaken)
    return (
      <MoveConflict
        theirs={moving.overtaken.theirs}
        chosen={many}
        gone={gone}
        busy={moving.busy}
        onAnyway={moving.anyway}
        onLeave={moving.leave}
      />
    )
  if (asking)
    return (
      <FindGroup
        consultationId={props.consultationId}
        group={group}
        title={asking === 'move' ? grouping.moveTitle(many) : grouping.mergeTitle}
        hint={asking === 'merge' ? grouping.mergeHint : undefined}
        busy={moving.busy}
        trouble={moving.trouble}
        onFound={(other) => {
          if (asking === 'merge') {
            const { from, into } = mergeOrder(group, other)
            const goTo = into.id === group.id ? undefined : into.id
            const change = { kind: 'merge' as const, from: from.id, into: into.id }
            moving.make({ change, sentence: grouping.mergedDone, goTo })
          } else {
            const change = { kind: 'move' as const, opinionIds, to: other.id }
            moving.make({ change, sentence: grouping.moved(many), goTo: isAll ? other.id : undefined })
          }
        }}
        onClose={() => setAsking(undefined)}
      />
    )
  return (
    <div class={many > 0 ? 'moving stuck' : 'moving'} role="group" aria-label={grouping.chosen(many)}>
      {many > 0 && (
        <p role="status">
          <b>{grouping.chosen(many)}</b>
          {gone > 0 && <span class="soft"> {grouping.notHere(gone)}</span>}
        </p>
      )}
      <TroubleBox trouble={moving.trouble} onRetry={props.onAgain} />
      <div class="buttons">
        {many > 0 && (
          <>
            {!isAll && (
              <Button
                kind="quiet"
                busy={moving.busy}
                busyWords={grouping.moving}
                onPress={() =>
                  moving.make({
                    change: { kind: 'move', opinionIds, to: 'new' },
                    sentence: grouping.splitDone(many),
                  })
                }
              >
                {grouping.split}
              </Button>
            )}
            <Button kind="quiet" onPress={() => setAsking('move')}>
              {grouping.moveTo}
            </Button>
            <Button kind="text" onPress={() => props.onChosen(new Set())}>
              {grouping.clear}
            </Button>
          </>
        )}
        {many === 0 && (
          <Button kind="quiet" onPress={() => setAsking('merge')}>
            {grouping.merge}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Makes a change; when a colleague was first, keeps it and shows theirs. */
function useMoving(props: MovingProps, onDone: () => void) {
  const doing = useDoing()
  const [overtaken, setOvertaken] = useState<{
    asked: AskedChange
    rev: number
    theirs: GroupMoveShown | undefined
  }>()
  const make = (asked: AskedChange, rev = props.movesRev) =>
    doing.run(async () => {
      try {
        await deskGroups.move(props.consultationId, asked.change, rev)
        setOvertaken(undefined)
        onDone()
        props.onMoved(asked.sentence, asked.goTo)
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        const theirs = thrown.problem?.facts?.['theirs'] as GroupMove | undefined
        const { movesRev, moves } = await deskGroups.moves(props.consultationId)
        setOvertaken({ asked, rev: movesRev, theirs: moves.find((move) => move.rev === theirs?.rev) })
        props.onAgain()
      }
    })
  const anyway = () => overtaken && make(overtaken.asked, overtaken.rev)
  const leave = () => {
    setOvertaken(undefined)
    onDone()
  }
  return { busy: doing.busy, trouble: doing.trouble, overtaken, make, anyway, leave }
}
