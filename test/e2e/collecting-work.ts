import { expect } from 'vitest'
import { openDevice, sendNow, startSession, takeTasks, type Device } from './collecting-device.ts'
import type { Field } from './collecting-field.ts'
import { PortalClient } from '../support/portal-client.ts'
import { until } from '../support/until.ts'

/** Where a device's records go up. */
export const uploads = '**/office/api/opinions'

/** A device in a session, and how many opinions the log held before it began. */
export interface AtWork extends Device {
  before: number
}

interface Receipt {
  state: string
}

/** What a resident reads who types the code in. */
export const lookUp = (origin: string, code: string) =>
  new PortalClient(origin).read<Receipt>('/api/receipts', { json: { receiptCode: code } })

/** How many opinions of the consultation are in the log: each counted once. */
export async function received({ portal, asked }: Field): Promise<number> {
  const client = new PortalClient(portal.origin)
  const { tallies } = await client.read<{ tallies: { received: number; entries: number } }>(
    `/api/consultations/${asked.id}`,
  )
  expect(tallies.entries).toBe(tallies.received)
  return tallies.received
}

/** Waits until the log holds so many: whoever sent something leaves no opinion on its way to the next test. */
export const untilLogged = (field: Field, count: number) =>
  until(`${count} opinions in the log`, async () => (await received(field)) === count)

/** A collector in a session on the field's consultation. */
export async function inSession(
  { portal, browser, asked }: Field,
  options: { origin?: string; patienceMs?: number } = {},
): Promise<Device> {
  const device = await openDevice(browser, { origin: portal.origin, ...options })
  await takeTasks(device)
  await startSession(device.page, asked.id, '河西村文化礼堂')
  return device
}

/** The same, where opinions are counted. */
export async function atWork(field: Field, options?: Parameters<typeof inSession>[1]): Promise<AtWork> {
  const before = await received(field)
  return { ...(await inSession(field, options)), before }
}

/** Once the network is good again everything arrives, and once. */
export async function arrives(
  field: Field,
  { page }: Device,
  codes: string[],
  before: number,
): Promise<void> {
  await sendNow(page, '已全部送达')
  for (const code of codes)
    await until(`receipt ${codes.indexOf(code)}`, async () => {
      const { state } = await lookUp(field.portal.origin, code)
      return state !== 'unknown'
    })
  await untilLogged(field, before + codes.length)
}
