import { type GroupId, type MovedGroups, proposedGroupId } from './group-moves.ts'

/** What sizes are counted from: who founded each entry's group, what people moved, and what no longer counts. */
export interface GroupSizesGround {
  /** By place in the log, as far as it was grouped. */
  founders: Uint32Array
  moved: MovedGroups
  /** Places of the opinions that a person placed. */
  movedPlaces: ReadonlyMap<number, GroupId>
  /** Places of opinions that another one corrects. */
  superseded: ReadonlySet<number>
}

/**
 * How many current opinions stand in the group of each entry, as people at the desk left the groups: the proposals, with
 * their moves over them. Eight bytes an entry; names of groups are made only for those that people touched.
 */
export class GroupSizes {
  readonly #ground: GroupSizesGround
  /** By founder: those that are where they were proposed. */
  readonly #proposed: Uint32Array
  /** What came into a group by a person's hand. */
  readonly #joined = new Map<GroupId, number>()

  constructor(ground: GroupSizesGround) {
    this.#ground = ground
    const { founders, moved, movedPlaces, superseded } = ground
    this.#proposed = new Uint32Array(founders.length)
    for (let place = 0; place < founders.length; place += 1) {
      if (superseded.has(place)) continue
      const own = movedPlaces.get(place)
      if (own === undefined) this.#proposed[founders[place] as number] = this.#proposedAt(place) + 1
      else this.#join(moved.resolve(own), 1)
    }
    for (const id of moved.gone.keys()) {
      const founder = founderIn(id)
      if (founder !== undefined) this.#join(moved.resolve(id), this.#proposed[founder] ?? 0)
    }
  }

  /** `undefined`: not grouped yet. */
  at(place: number): number | undefined {
    const { founders, moved, movedPlaces } = this.#ground
    const founder = founders[place]
    if (founder === undefined) return undefined
    const group = moved.resolve(movedPlaces.get(place) ?? proposedGroupId(founder))
    const own = founderIn(group)
    return (own === undefined ? 0 : (this.#proposed[own] ?? 0)) + (this.#joined.get(group) ?? 0)
  }

  #proposedAt(place: number): number {
    return this.#proposed[this.#ground.founders[place] as number] as number
  }

  #join(group: GroupId, count: number): void {
    this.#joined.set(group, (this.#joined.get(group) ?? 0) + count)
  }
}

/** `g-17` was founded by entry 17; a group split off by a person has no founder. */
function founderIn(id: GroupId): number | undefined {
  return id.startsWith('g-') ? Number(id.slice(2)) : undefined
}
