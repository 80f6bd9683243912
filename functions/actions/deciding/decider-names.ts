import { limits } from '#contract/limits.ts'
import type { MemberId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Deps } from '#core/ports.ts'

/** What those who decided are called, each looked up once. For colleagues of the legislature alone. */
export async function deciderNames(
  { members }: Pick<Deps, 'members'>,
  decided: Iterable<{ decidedBy: MemberId }>,
): Promise<Map<MemberId, string>> {
  const ids = [...new Set(Array.from(decided, ({ decidedBy }) => decidedBy))]
  const found = await eachInFlight(ids, limits.maxPutsInFlight, (id) => members.find(id))
  return new Map(found.flatMap((member) => (member === undefined ? [] : [[member.id, member.name] as const])))
}
