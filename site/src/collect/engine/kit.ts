import type { CollectKit } from '#contract/collect-api.ts'
import type { DraftText } from '#core/bill.ts'
import type { TaskOnDevice, Trouble } from './collector.ts'
import { instantOf, type DraftOnDevice, type KitOnDevice } from './on-device.ts'
import { ask, type Heard } from './portal-line.ts'
import type { Records } from './records.ts'
import type { DeviceKeys } from './vault.ts'
import type { World } from './world.ts'

const draftKey = (memberId: string, draftId: string) => `draft:${memberId}:${draftId}`
const kitKey = (memberId: string) => `kit:${memberId}`

type EnrolDeviceInput = Record<'id' | 'name' | 'publicKey', string> & { code?: string }

/** A kit as it was heard. */
export type HeardKit = Extract<Heard<CollectKit>, { ok: true }>

export function fetchKit(world: World): Promise<Heard<CollectKit>> {
  const isKit = (body: unknown): body is CollectKit => {
    const read = body as Partial<CollectKit> | null | undefined
    return typeof read?.serverTime === 'string' && Array.isArray(read.tasks) && read.member !== undefined
  }
  return ask(world, '/office/api/collect/kit', { method: 'GET' }, isKit)
}

/** Keeps the kit and fetches the drafts it names that are not here yet; drafts are immutable (R8). */
export async function keepKit(world: World, records: Records, kit: CollectKit): Promise<Trouble | undefined> {
  const { memberId } = records.vault
  const held: KitOnDevice = { kit, kitAt: instantOf(world.nowMs()) }
  await records.put('kit', kitKey(memberId), held)
  let missing: Trouble | undefined
  for (const draftId of new Set(kit.tasks.map(({ draft }) => draft.id as string))) {
    const key = draftKey(memberId, draftId)
    if (records.find(key) !== undefined) continue
    const isDraft = (body: unknown): body is DraftText =>
      (body as Partial<DraftText> | null)?.id === draftId && Array.isArray((body as DraftText).provisions)
    const path = `/office/api/drafts/${encodeURIComponent(draftId)}`
    const heard = await ask(world, path, { method: 'GET' }, isDraft)
    if (heard.ok) {
      const draft: DraftOnDevice = { draft: heard.body, savedAt: instantOf(world.nowMs()) }
      await records.put('draft', key, draft)
    } else missing ??= heard.trouble
  }
  return missing
}

export function kitOf(records: Records): KitOnDevice | undefined {
  return records.find<KitOnDevice>(kitKey(records.vault.memberId))
}

export function draftOf(records: Records, draftId: string): DraftOnDevice | undefined {
  return records.find<DraftOnDevice>(draftKey(records.vault.memberId, draftId))
}

export function tasksOf(records: Records): TaskOnDevice[] {
  const tasks = kitOf(records)?.kit.tasks ?? []
  return tasks.map((task) => ({
    ...task,
    savedAt: draftOf(records, task.draft.id)?.savedAt,
    newerDraft: tasks.some(({ bill, draft }) => bill.id === task.bill.id && draft.date > task.draft.date),
  }))
}

/**
 * Makes the device known under its key, so that a file it signs can be carried. A code that has run out is left aside:
 * the signed-in person enrols it just as well. Failing here blocks nothing.
 */
export async function enrol(world: World, { id, publicKey }: DeviceKeys): Promise<void> {
  const device = { id, name: world.deviceName.slice(0, 60) || 'device', publicKey }
  const { enrolmentCode: code } = world
  const heard = await postDevice(world, { ...device, ...(code !== undefined && { code }) })
  if (!heard && code !== undefined) await postDevice(world, device)
}

async function postDevice(world: World, device: EnrolDeviceInput): Promise<boolean> {
  const headers = { 'content-type': 'application/json' }
  const heard = await ask(
    world,
    '/office/api/devices',
    { method: 'POST', headers, body: JSON.stringify(device) },
    (answer): answer is unknown => (answer as { id?: unknown } | null)?.id === device.id,
  )
  return heard.ok
}
