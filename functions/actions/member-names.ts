import { limits } from '#contract/limits.ts'
import type { MemberId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Deps } from '#core/ports.ts'

/** What these members are called, each looked up once; who is no member any more is left out. For their colleagues alone. */
export async function memberNames(
  { members }: Pick<Deps, 'members'>,
  ids: Iterable<MemberId>,
): Promise<Map<MemberId, string>> {
  const found = await eachInFlight([...new Set(ids)], limits.maxPutsInFlight, (id) => members.find(id))
  return new Map(found.flatMap((member) => (member === undefined ? [] : [[member.id, member.name] as const])))
}
