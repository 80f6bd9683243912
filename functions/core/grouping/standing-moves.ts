import type { GroupMove } from './group-moves.ts'

/** The moves that stand: those no standing undo names. */
export function standingMoves<M extends Pick<GroupMove, 'rev' | 'change'>>(moves: readonly M[]): M[] {
  const undone = new Set<number>()
  return moves
    .toReversed()
    .filter(({ rev, change }) => {
      if (undone.has(rev)) return false
      if (change.kind === 'undo') undone.add(change.undoes)
      return change.kind !== 'undo'
    })
    .toReversed()
}
