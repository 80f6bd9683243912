import { ContactPoint } from '#core/contact-point.ts'
import { Member } from '#core/member.ts'
import type { Deps } from '#core/ports.ts'
import type { Demo } from './demo/demo-type.ts'
import { unlessDone } from './unless-done.ts'

/** Puts contact points and members in, as an administrator of a new deployment would. */
export async function seedPeople(
  deps: Pick<Deps, 'contactPoints' | 'members'>,
  demo: Pick<Demo, 'contactPoints' | 'members'>,
): Promise<void> {
  for (const point of demo.contactPoints)
    await unlessDone(deps.contactPoints.put(ContactPoint.parse({ ...point, rev: 0 }), 0))
  for (const member of demo.members)
    await unlessDone(deps.members.put(Member.parse({ ...member, active: true, rev: 0 }), 0))
}
