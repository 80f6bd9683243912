import { limits } from '#contract/limits.ts'
import { applyGroupMoves, type GroupId, type MovedGroups } from '#core/grouping/group-moves.ts'
import { GroupSizes } from '#core/grouping/group-sizes.ts'
import { groupingMethod, readFounders } from '#core/grouping/group-segment.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { LogFacts } from '#core/log/log-facts.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { RepeatedWords } from './repeated-words.ts'

/** Groups as they stand: who founded each entry's, as far as the log was grouped, and what people moved. */
export interface StandingGroups {
  founders: Uint32Array
  moved: MovedGroups
}

/** How often reading begins again when segments are replaced under its feet. */
const attempts = 5

/** Reads what is grouped, without grouping any further. Nothing was grouped yet: no founders. */
export async function readStandingGroups(
  { groups }: Pick<Deps, 'groups'>,
  id: ConsultationId,
): Promise<StandingGroups> {
  const moved = applyGroupMoves(await groups.listMoves(id))
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const head = await groups.head(id)
    if (head?.method !== groupingMethod) return { founders: new Uint32Array(), moved }
    const founders = new Uint32Array(head.size)
    let read = 0
    for (const { key } of head.segments) {
      const bytes = await groups.findSegment(key)
      if (bytes === undefined) break
      const segment = readFounders(bytes)
      founders.set(segment.founders, segment.from)
      read += segment.founders.length
    }
    if (read === head.size) return { founders, moved }
  }
  throw new PortalError('busy', { store: 'log-segments' })
}

/**
 * Sizes of the groups of a log whose facts are known, for a page of a list. `undefined` where more than
 * `maxGroupedInList` entries are grouped: a page must not read them all.
 */
export async function readGroupSizes(
  deps: Pick<Deps, 'groups'>,
  id: ConsultationId,
  facts: LogFacts,
): Promise<GroupSizes | undefined> {
  if (((await deps.groups.head(id))?.size ?? 0) > limits.maxGroupedInList) return undefined
  const { founders, moved } = await readStandingGroups(deps, id)
  const movedPlaces = new Map<number, GroupId>()
  for (const [opinionId, place] of facts.ids.placesOf(moved.placed.keys()))
    movedPlaces.set(place, moved.placed.get(opinionId) as GroupId)
  return new GroupSizes({ founders, moved, movedPlaces, superseded: correctedPlaces(facts) })
}

/** Places of what was corrected. */
export function correctedPlaces(facts: LogFacts): Set<number> {
  const marks = facts.superseded()
  const places = new Set<number>()
  for (let place = 0; place < facts.size; place += 1) if (marks[place] === 1) places.add(place)
  return places
}

/**
 * 相同意见数 of each entry of a log that is read from its beginning: how many current opinions are of the same kind, itself
 * included. That is the size of its group as the desk has grouped it; where nothing was grouped yet, how many say the same
 * words on the same article. Some 38 bytes an opinion.
 */
export class SameKinds {
  readonly #words = new RepeatedWords()
  readonly #groups: StandingGroups
  #sizes: GroupSizes | undefined

  constructor(groups: StandingGroups) {
    this.#groups = groups
  }

  /** Takes the entry at the next place. */
  add(place: number, logged: LoggedOpinion): void {
    this.#words.add(place, logged)
  }

  /** The opinions a person placed: where they stand must be known to `settle`. */
  get placed(): ReadonlyMap<OpinionId, GroupId> {
    return this.#groups.moved.placed
  }

  /** The log was read to its end: takes out what was corrected. */
  settle(superseded: ReadonlySet<number>, placesOfPlaced: Iterable<readonly [number, OpinionId]>): void {
    for (const place of superseded) this.#words.remove(place)
    const movedPlaces = new Map<number, GroupId>()
    for (const [place, id] of placesOfPlaced) {
      const group = this.placed.get(id)
      if (group !== undefined) movedPlaces.set(place, group)
    }
    const { founders, moved } = this.#groups
    this.#sizes = new GroupSizes({ founders, moved, movedPlaces, superseded })
  }

  countAt(place: number): number {
    return this.#sizes?.at(place) ?? this.#words.countAt(place)
  }
}
