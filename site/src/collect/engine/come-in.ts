import type { DataKeyAnswer } from '#contract/collect-api.ts'
import { bytesOfBase64 } from './bytes-text.ts'
import type { Trouble } from './collector.ts'
import { enrol, fetchKit, type HeardKit } from './kit.ts'
import type { Members } from './members.ts'
import { ask } from './portal-line.ts'
import type { Vault } from './vault.ts'
import { isWeakPin } from './weak-pin.ts'
import type { World } from './world.ts'

/** Why somebody could not come in by their PIN. */
export type PinTrouble = 'wrong-pin' | 'weak-pin'
/** Somebody's vault, opened with the portal's word on who they are. */
export type CameIn = { vault: Vault; heard: HeardKit } | { trouble: Trouble } | { pin: PinTrouble }

/** Opens the signed-in member's vault under their PIN, or makes it when they are new on this device. */
export async function signIn(world: World, members: Members, pin: string): Promise<CameIn> {
  const heard = await fetchKit(world)
  if (!heard.ok) return heard
  const { member, sealingKey } = heard.body
  const isKnown = members.has(member.id)
  if (!isKnown && isWeakPin(pin)) return { pin: 'weak-pin' }
  const vault = isKnown ? await members.unlock(member.id, pin) : await members.add(member, pin, sealingKey)
  return vault === undefined ? { pin: 'wrong-pin' } : { vault, heard }
}

/** Sets a new PIN for a member who is signed in and forgot the old one; the records stay. */
export async function renewPin(world: World, members: Members, pin: string): Promise<CameIn> {
  if (isWeakPin(pin)) return { pin: 'weak-pin' }
  const heard = await fetchKit(world)
  if (!heard.ok) return heard
  const { member, sealingKey } = heard.body
  const escrow = members.escrowOf(member.id)
  if (escrow === undefined) return { trouble: 'not-permitted' }
  // The portal opens nothing for a device it does not know.
  await enrol(world, members.device)
  const body = JSON.stringify({ deviceId: members.device.id, ...escrow })
  const key = await ask(
    world,
    '/office/api/collect/data-key',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body },
    (answer): answer is DataKeyAnswer =>
      typeof (answer as Partial<DataKeyAnswer> | null)?.dataKey === 'string',
  )
  if (!key.ok) return key
  const raw = bytesOfBase64(key.body.dataKey)
  return { vault: await members.renew(member, pin, { raw, sealingKey }), heard }
}
