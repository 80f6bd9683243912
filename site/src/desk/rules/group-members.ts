import type { GroupMember } from '#contract/groups-api.ts'

/** A group's members as they are read: those to be looked at one by one, and the copies nobody need read twice. */
export interface ReadMembers {
  /** The leader, and everyone whose words differ from its. */
  own: GroupMember[]
  /** Word for word the leader's. */
  copies: GroupMember[]
  /** What the leader does not say, each sentence once (R16). */
  more: MoreSaid[]
}

/** Sentences the leader lacks, and who says all of them: a merged form letter is told once, not once a copy. */
export interface MoreSaid {
  sentences: string[]
  /** In the order of the group. */
  by: GroupMember['opinion'][]
}

/** Sorts members for reading; their order is kept. `leaderId`: the group's first text. */
export function readMembers(members: readonly GroupMember[], leaderId: string): ReadMembers {
  const isCopy = ({ opinion, differences }: GroupMember) =>
    opinion.id !== leaderId && differences.every(({ kind }) => kind === 'same')
  return {
    own: members.filter((member) => !isCopy(member)),
    copies: members.filter(isCopy),
    more: moreSaid(members),
  }
}

/** What many say stands first. */
function moreSaid(members: readonly GroupMember[]): MoreSaid[] {
  const sayers = new Map<string, GroupMember['opinion'][]>()
  for (const { opinion, leftovers } of members)
    for (const sentence of new Set(leftovers))
      sayers.set(sentence, [...(sayers.get(sentence) ?? []), opinion])
  const together = Map.groupBy(sayers, ([, by]) => by.map(({ id }) => id).join(' '))
  return [...together.values()]
    .map((said) => ({ sentences: said.map(([sentence]) => sentence), by: said[0]?.[1] ?? [] }))
    .toSorted((a, b) => b.by.length - a.by.length)
}

/** With less of a text in common, marks between the words hide more than they show. */
const leastInCommon = 0.4

/** Whether a member is worded so unlike the leader that it is read as it stands. */
export function isWordedOtherwise(differences: GroupMember['differences']): boolean {
  const lengthOf = (kinds: readonly string[]) =>
    differences.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? text.length : 0), 0)
  return lengthOf(['same']) < leastInCommon * lengthOf(['same', 'added'])
}

/** Takes ids into a selection, or out of it when all of them are in it already. */
export function toggled(chosen: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const next = new Set(chosen)
  const isAll = ids.every((id) => chosen.has(id))
  for (const id of ids)
    if (isAll) next.delete(id)
    else next.add(id)
  return next
}

/** Of two groups that become one, which goes into which: an answer is kept, else the larger one stays. */
export function mergeOrder<G extends { id: string; size: number; answer?: unknown }>(
  a: G,
  b: G,
): { from: G; into: G } {
  const weight = ({ size, answer }: G) => (answer === undefined ? 0 : 1_000_000_000) + size
  return weight(b) > weight(a) ? { from: a, into: b } : { from: b, into: a }
}
