import type { GroupMoveList } from '#contract/groups-api.ts'
import {
  applyGroupMoves,
  type GroupChange,
  type GroupId,
  type GroupMove,
  subjectsOf,
} from '#core/grouping/group-moves.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { followGroups, type GroupMemory } from '../log/follow-groups.ts'
import { type GroupDeps, readGroups } from './read-groups.ts'
import { writeAudit } from '../write-audit.ts'

/** How often a move that lost the race for its place in the history begins again. */
const attempts = 20

/** The whole history of people's moves, oldest first. Refuses `not-permitted`, `not-found`. */
export async function listGroupMoves(
  deps: GroupDeps & Pick<Deps, 'members'>,
  member: Member,
  id: ConsultationId,
  memory: GroupMemory,
): Promise<GroupMoveList> {
  requirePermission(member, 'opinion.readAll')
  const { log } = await followGroups(deps, await deps.consultations.get(id), memory)
  const [moves, members] = await Promise.all([deps.groups.listMoves(id), deps.members.list()])
  const names = new Map(members.map((one) => [one.id, one.name]))
  const moved = moves.flatMap(({ change }) => (change.kind === 'move' ? change.opinionIds : []))
  const places = log.ids.placesOf(moved)
  const shown = moves.map((move) => ({
    ...move,
    by: names.get(move.madeBy) ?? '',
    numbers: idsOf(move).flatMap((opinionId) => {
      const place = places.get(opinionId)
      return place === undefined ? [] : [place + 1]
    }),
  }))
  return { movesRev: moves.length, moves: shown }
}

const idsOf = ({ change }: GroupMove) => (change.kind === 'move' ? change.opinionIds : [])

/**
 * Merges, splits or moves opinions among groups, or undoes such a move; the history keeps all of it. `readRev`: how
 * many moves the person had seen. Moves made since on other groups and opinions do not matter; one on the same refuses
 * this one and is shown: `changed-meanwhile` (facts: `rev`, `theirs`). Also refuses `not-permitted`, `not-found`, and
 * `invalid-fields` for a group or opinion that is not there.
 */
export async function moveGroup(
  deps: GroupDeps,
  member: Member,
  id: ConsultationId,
  change: GroupChange,
  readRev: number,
  now: Instant,
  memory: GroupMemory,
): Promise<GroupMove> {
  requirePermission(member, 'group.move')
  for (let attempt = 0; ; attempt += 1) {
    const read = await readGroups(deps, id, memory)
    const rev = read.moves.length + 1
    const move: GroupMove = { consultationId: id, rev, change, madeBy: member.id, madeAt: now }
    refuseOvertaken(read.moves, move, readRev)
    const field = problemOf(read, change)
    if (field !== undefined) throw new PortalError('invalid-fields', { fields: [field] })
    try {
      await deps.groups.appendMove(move)
      const facts = { consultationId: id, kind: change.kind, rev }
      await writeAudit(deps, member, { action: 'group.move', subject: id, facts }, now)
      return move
    } catch (error) {
      if (!isRefusal(error, 'already-exists') || attempt === attempts) throw error
    }
  }
}

/** A colleague's move on the same group or opinion, made since the person looked, is shown and not passed over. */
function refuseOvertaken(moves: readonly GroupMove[], move: GroupMove, readRev: number): void {
  const { resolve } = applyGroupMoves(moves)
  const reach = (of: Pick<GroupMove, 'rev' | 'change'>) => {
    const touched =
      of.change.kind === 'undo'
        ? moves.find(({ rev }) => of.change.kind === 'undo' && rev === of.change.undoes)
        : undefined
    const names = [...subjectsOf(of), ...(touched === undefined ? [] : subjectsOf(touched))]
    return names.flatMap((name) => [name, isGroupId(name) ? resolve(name) : name])
  }
  const mine = new Set(reach(move))
  const theirs = moves.slice(readRev).find((other) => reach(other).some((name) => mine.has(name)))
  if (theirs !== undefined) throw new PortalError('changed-meanwhile', { rev: moves.length, theirs })
  if (readRev > moves.length) throw new PortalError('changed-meanwhile', { rev: moves.length })
}

function isGroupId(name: string): name is GroupId {
  return /^[gs]-\d+$/.test(name)
}

function problemOf(
  { groups, moves, log }: Awaited<ReturnType<typeof readGroups>>,
  change: GroupChange,
): { field: string; code: string } | undefined {
  const { resolve } = applyGroupMoves(moves)
  const exists = (group: GroupId) => groups.has(resolve(group))
  if (change.kind === 'merge') {
    if (!exists(change.from)) return { field: 'change.from', code: 'unknown-choice' }
    if (!exists(change.into)) return { field: 'change.into', code: 'unknown-choice' }
    return resolve(change.from) === resolve(change.into)
      ? { field: 'change.into', code: 'repeated' }
      : undefined
  }
  if (change.kind === 'undo')
    return change.undoes > moves.length ? { field: 'change.undoes', code: 'unknown-choice' } : undefined
  if (change.to !== 'new' && !exists(change.to)) return { field: 'change.to', code: 'unknown-choice' }
  const known = log.ids.placesOf(change.opinionIds)
  return change.opinionIds.every((opinionId) => known.has(opinionId))
    ? undefined
    : { field: 'change.opinionIds', code: 'unknown-choice' }
}
