import type { DeviceId } from '#core/ids.ts'
import { office } from '../api/office.ts'
import { Trouble } from '../api/trouble.ts'

/*
 * A browser at a contact point's desk is a device like any other: what it sends can be traced to it, and it can be
 * retired. It carries no file for anybody, so its private key is made and thrown away; nothing kept here is secret.
 */

interface DeskDevice {
  id: DeviceId
  publicKey: string
  enrolled: boolean
}

const keyOf = (contactPointId: string) => `kaimen-desk-device ${contactPointId}`

function readDevice(contactPointId: string): DeskDevice | undefined {
  try {
    const found = localStorage.getItem(keyOf(contactPointId))
    return found === null ? undefined : (JSON.parse(found) as DeskDevice)
  } catch {
    return undefined
  }
}

function keepDevice(contactPointId: string, device: DeskDevice): void {
  try {
    localStorage.setItem(keyOf(contactPointId), JSON.stringify(device))
  } catch {
    // Enrolled again next time.
  }
}

async function newDevice(): Promise<DeskDevice> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  return {
    id: crypto.randomUUID() as string as DeviceId,
    publicKey: btoa(String.fromCharCode(...spki)),
    enrolled: false,
  }
}

/** The id under which this browser sends for a contact point; enrols it the first time. Throws `Trouble`. */
export async function deskDeviceId(contactPointId: string, name: string): Promise<DeviceId> {
  const known = readDevice(contactPointId)
  if (known?.enrolled) return known.id
  const device = known ?? (await newDevice())
  keepDevice(contactPointId, device)
  const { id, publicKey } = device
  await office.enrolDevice({ id, name: name.slice(0, 60), publicKey })
  keepDevice(contactPointId, { ...device, enrolled: true })
  return id
}

/** After the server said that it does not know this device: the next sending enrols it anew. */
export function forgetDeskDevice(contactPointId: string, trouble: unknown): boolean {
  const code = trouble instanceof Trouble ? trouble.problem?.code : undefined
  if (code !== 'device-not-enrolled' && code !== 'already-exists') return false
  try {
    localStorage.removeItem(keyOf(contactPointId))
  } catch {
    // Nothing was kept either.
  }
  return true
}
