import { applyGroupMoves, proposedGroupId, type GroupId, type GroupMove } from './group-moves.ts'
import type { GroupedLog } from './grouped-log.ts'

/** A group as counted: its members' places in the log, ascending. Superseded entries are in none. */
export interface CountedGroup {
  id: GroupId
  places: number[]
  people: number
  undecided: number
}

/**
 * Every current opinion in exactly one group: the proposals with people's moves over them. `decided`: by place, 0 where
 * there is no outcome.
 */
export function countGroups(
  log: GroupedLog,
  moves: readonly GroupMove[],
  decided: Uint8Array,
): Map<GroupId, CountedGroup> {
  const { placed, resolve } = applyGroupMoves(moves)
  const superseded = log.superseded()
  const moved = new Map([...log.ids.placesOf(placed.keys())].map(([id, place]) => [place, placed.get(id)]))
  const byFounder = new Map<number, CountedGroup>()
  const groups = new Map<GroupId, CountedGroup>()
  const groupOf = (asked: GroupId) => {
    const id = resolve(asked)
    const group = groups.get(id) ?? { id, places: [], people: 0, undecided: 0 }
    groups.set(id, group)
    return group
  }
  for (let place = 0; place < log.size; place += 1) {
    if (superseded[place] === 1) continue
    const founder = log.proposer.founderOf(place)
    const own = moved.get(place)
    const group =
      own === undefined ? (byFounder.get(founder) ?? groupOf(proposedGroupId(founder))) : groupOf(own)
    if (own === undefined) byFounder.set(founder, group)
    group.places.push(place)
    group.people += log.peopleOf(place)
    if ((decided[place] ?? 0) === 0) group.undecided += 1
  }
  return groups
}
