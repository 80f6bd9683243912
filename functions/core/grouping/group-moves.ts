import * as z from 'zod'
import { ConsultationId, MemberId, OpinionId } from '../ids.ts'
import { standingMoves } from './standing-moves.ts'
import { Instant } from '../time.ts'

/** A group 同类意见: `g-<place>` as proposed, named by its founder's place in the log; `s-<rev>` as split off by a move. */
export const GroupId = z
  .string()
  .regex(/^[gs]-(?:0|[1-9]\d{0,8})$/)
  .brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>

/** What people do with groups; nothing of it touches an opinion (R16). */
export const GroupChange = z.discriminatedUnion('kind', [
  /** All that is in one group, and all that comes to it later, belongs to the other one. */
  z.strictObject({ kind: z.literal('merge'), from: GroupId, into: GroupId }),
  /** Some opinions go to another group, or with `new` to one of their own: a split. */
  z.strictObject({
    kind: z.literal('move'),
    opinionIds: z.array(OpinionId).min(1).max(500),
    to: GroupId.or(z.literal('new')),
  }),
  /** An earlier move is as if it had not been made; to undo an undo makes it again. */
  z.strictObject({ kind: z.literal('undo'), undoes: z.int().min(1) }),
])
export type GroupChange = z.infer<typeof GroupChange>

/** A change with who made it and when. `rev` is its place in the consultation's history, from 1, without gaps. */
export const GroupMove = z.strictObject({
  consultationId: ConsultationId,
  rev: z.int().min(1),
  change: GroupChange,
  madeBy: MemberId,
  madeAt: Instant,
})
export type GroupMove = z.infer<typeof GroupMove>

/** Where moves lead. */
export interface MovedGroups {
  /** Opinions that a person placed. */
  placed: ReadonlyMap<OpinionId, GroupId>
  /** Groups that are part of another one now. */
  gone: ReadonlyMap<GroupId, GroupId>
  /** The group a group has become part of; itself when none. */
  resolve(group: GroupId): GroupId
}

/**
 * Applies moves over the proposals, in their order. Whatever is proposed later, and whatever is undone, each opinion is
 * in exactly one group: where the last person put it, else where it is proposed; then where that group has gone.
 */
export function applyGroupMoves(moves: readonly GroupMove[]): MovedGroups {
  const placed = new Map<OpinionId, GroupId>()
  const gone = new Map<GroupId, GroupId>()
  const resolve = (group: GroupId): GroupId => {
    let at = group
    for (let next = gone.get(at); next !== undefined; next = gone.get(at)) at = next
    return at
  }
  for (const { rev, change } of standingMoves(moves)) {
    if (change.kind === 'merge') {
      const [from, into] = [resolve(change.from), resolve(change.into)]
      if (from !== into) gone.set(from, into)
    } else if (change.kind === 'move') {
      const to = change.to === 'new' ? splitGroupId(rev) : change.to
      for (const id of change.opinionIds) placed.set(id, to)
    }
  }
  return { placed, gone, resolve }
}

/** The group of the entry at `place` and those it leads, as proposed. */
export function proposedGroupId(founder: number): GroupId {
  return `g-${founder}` as GroupId
}

/** The group that the move `rev` split off. */
export function splitGroupId(rev: number): GroupId {
  return `s-${rev}` as GroupId
}

/** The groups and moves a change is about: two changes that share one must not pass each other unseen. */
export function subjectsOf(move: Pick<GroupMove, 'rev' | 'change'>): string[] {
  const { rev, change } = move
  if (change.kind === 'merge') return [change.from, change.into]
  if (change.kind === 'undo') return [`move ${change.undoes}`]
  return [...change.opinionIds, change.to === 'new' ? splitGroupId(rev) : change.to]
}
