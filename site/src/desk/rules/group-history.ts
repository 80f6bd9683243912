import type { GroupMoveShown } from '#contract/groups-api.ts'
import { standingMoves } from '#core/grouping/standing-moves.ts'
import type { Strings } from '../words/strings.zh.ts'

/** A change in the history: whether it stands, and the undo that took it back when it does not. */
export interface HistoryLine {
  move: GroupMoveShown
  stands: boolean
  /** The change that took it back: undoing that makes it again. */
  undoneBy?: GroupMoveShown
}

/** People's changes, newest first; undoing is told with the change it took back, not as one of its own. */
export function historyLines(moves: readonly GroupMoveShown[]): HistoryLine[] {
  const standing = new Set(standingMoves(moves).map(({ rev }) => rev))
  const inForce = undosInForce(moves)
  return moves
    .filter(({ change }) => change.kind !== 'undo')
    .toReversed()
    .map((move) => {
      const undoneBy = inForce.find(({ change }) => change.kind === 'undo' && change.undoes === move.rev)
      return { move, stands: standing.has(move.rev), ...(undoneBy && { undoneBy }) }
    })
}

/** Undos that no later undo took back, newest first. */
function undosInForce(moves: readonly GroupMoveShown[]): GroupMoveShown[] {
  const gone = new Set<number>()
  return moves.toReversed().filter(({ rev, change }) => {
    if (change.kind !== 'undo' || gone.has(rev)) return false
    gone.add(change.undoes)
    return true
  })
}

/** What was changed, in one sentence: 「把第 3 号、第 9 号另成一组」. */
export function sayMove({ change, numbers, rev }: GroupMoveShown, words: Strings): string {
  const { grouping } = words
  if (change.kind === 'merge')
    return grouping.merged(nameGroup(change.from, words), nameGroup(change.into, words))
  if (change.kind === 'undo') return grouping.undid(change.undoes)
  const who = grouping.numbers(numbers)
  return change.to === 'new'
    ? grouping.splitOff(who, rev)
    : grouping.movedTo(who, nameGroup(change.to, words))
}

/** `g-17` was founded by the opinion number 18; `s-4` was split off by the fourth change. */
function nameGroup(groupId: string, { grouping }: Strings): string {
  const place = Number(groupId.slice(2))
  return groupId.startsWith('g-') ? grouping.groupOf(place + 1) : grouping.groupOfChange(place)
}
