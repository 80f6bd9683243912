import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { parseReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { attachmentPieceBytes } from '#contract/collect-api.ts'
import type { CollectingSession } from '#contract/collect-api.ts'
import { pieceBytes } from '../../site/src/collect/engine/on-device.ts'
import { isWeakPin } from '../../site/src/collect/engine/weak-pin.ts'
import { aboutTheTask, devicePin, openSignedIn, TestDevice } from '../support/collect-device.ts'
import { FaultyPortal } from '../support/collect-portal.ts'

/** Every byte of the database as text, keys and values, typed arrays opened. */
async function rawText(name: string): Promise<string> {
  const db = await openDB(name)
  const parts: string[] = []
  const look = (value: unknown): void => {
    if (value instanceof ArrayBuffer) parts.push(Buffer.from(value).toString('utf8'))
    else if (ArrayBuffer.isView(value)) parts.push(Buffer.from(value.buffer).toString('utf8'))
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) look(inner)
    else parts.push(String(value))
  }
  for (const store of db.objectStoreNames) {
    look(await db.getAllKeys(store))
    look(await db.getAll(store))
  }
  db.close()
  return parts.join('\n')
}

test('the raw database shows no text, no code, no proponent and no place', async () => {
  const { device, collector } = await openSignedIn()
  const opinion = await collector.newOpinion(aboutTheTask)
  const proponent = { kind: 'group' as const, groupName: '河西村村民', area: '河西村', headcount: 12 }
  await collector.saveOpinion(opinion.id, { ...opinion.content, verbatim: '岸边的路灯太暗', proponent })
  const session = {
    id: crypto.randomUUID(),
    consultationId: 'c-waterfront',
    place: '河西村祠堂',
    heldOn: '2026-12-01',
  }
  await collector.saveSession({
    channel: 'forum',
    headcount: 12,
    attachments: [],
    ...session,
  } as unknown as CollectingSession)
  await collector.addAttachment(session.id, new Blob(['签到表照片'], { type: 'image/jpeg' }))
  const raw = await rawText(device.database)
  for (const secret of [
    '路灯',
    '河西村',
    '祠堂',
    '签到',
    opinion.receiptCode,
    opinion.receiptCode.replaceAll(' ', ''),
    devicePin,
  ])
    expect(raw).not.toContain(secret)
  expect(raw).toContain(opinion.id)
})

test('the next person sees nothing of the one before', async () => {
  const { portal, collector } = await openSignedIn()
  await collector.newOpinion(aboutTheTask)
  await collector.lock()
  await expect(collector.opinions({})).rejects.toThrow('locked')
  portal.signedIn = 'm-zhao'
  await collector.signInHere('bridge-77')
  expect(await collector.opinions({})).toEqual([])
  expect(collector.standing()).toMatchObject({ unsent: 0 })
  await collector.lock()
  expect(await collector.unlock('m-lin', 'bridge-77')).toBe(false)
  expect(await collector.unlock('m-lin', devicePin)).toBe(true)
  expect(await collector.unfinished()).toHaveLength(1)
  // Signed in as somebody else, the records of this person stay where they are.
  const [mine] = await collector.unfinished()
  await collector.saveOpinion(mine!.id, { ...mine!.content, verbatim: '好' })
  await collector.finishOpinion(mine!.id)
  await collector.send()
  expect(portal.held.size).toBe(0)
  expect(collector.standing()).toMatchObject({ unsent: 1, trouble: 'signed-out' })
})

test('after five wrong PINs the right one has to wait, also in a new page', async () => {
  const { device, collector } = await openSignedIn()
  await collector.lock()
  for (let n = 0; n < 5; n += 1) expect(await collector.unlock('m-lin', `wrong-${n}`)).toBe(false)
  const { collector: again } = await device.openTab()
  expect(await again.unlock('m-lin', devicePin)).toBe(false)
  device.clockMs += 31_000
  expect(await again.unlock('m-lin', devicePin)).toBe(true)
})

test.each(['123456', '654321', '000000', '121212', '123123', '12345', 'aaaaaa'])(
  '%s is a weak PIN',
  (weak) => {
    expect(isWeakPin(weak)).toBe(true)
  },
)

test('a database that is gone is noticed', async () => {
  const { device } = await openSignedIn()
  const twin = new TestDevice(device.fetch)
  for (const [name, value] of device.marks)
    twin.marks.set(name.replace(device.database, twin.database), value)
  const { collector } = await twin.openTab()
  expect(collector.access()).toEqual({ state: 'empty' })
  expect(collector.standing().storage.wiped).toBe(true)
})

test('a wiped database is said until somebody says they have read it, whoever signs in', async () => {
  const { device } = await openSignedIn()
  const twin = new TestDevice(device.fetch)
  for (const [name, value] of device.marks)
    twin.marks.set(name.replace(device.database, twin.database), value)
  const { collector } = await twin.openTab()
  await collector.signInHere(devicePin)
  expect(collector.standing().storage.wiped).toBe(true)
  const later = await twin.openTab()
  expect(later.collector.standing().storage.wiped).toBe(true)
  later.collector.acknowledgeWiped()
  expect(later.collector.standing().storage.wiped).toBe(false)
  expect((await twin.openTab()).collector.standing().storage.wiped).toBe(false)
})

test('the device keeps the dates of the legislature’s own time zone', async () => {
  const portal = new FaultyPortal()
  portal.utcOffsetMinutes = 360
  const { collector } = await new TestDevice(portal.fetch).openTab()
  await collector.signInHere(devicePin)
  expect(collector.access()).toMatchObject({ state: 'open', kit: { utcOffsetMinutes: 360 } })
})

test('a photo that was never finished is swept; one being kept and one that is kept are not', async () => {
  const { device, collector } = await openSignedIn()
  const photo = new Blob([new Uint8Array(3 * pieceBytes)], { type: 'image/jpeg' })
  const whole = await collector.addAttachment('s-1', photo)
  const pieces = async () => {
    const db = await openDB(device.database)
    const keys = (await db.getAllKeys('pieces')) as [string, number][]
    db.close()
    return Map.groupBy(keys, ([id]) => id)
  }
  const dying = await device.openTab()
  expect(await dying.collector.unlock('m-lin', devicePin)).toBe(true)
  // Its second piece never comes from the camera.
  const slice = (from = 0) => ({
    arrayBuffer: () => (from === 0 ? Promise.resolve(new ArrayBuffer(8)) : new Promise<never>(() => {})),
  })
  void dying.collector.addAttachment('s-1', { ...photo, size: 3 * pieceBytes, slice } as unknown as Blob)
  await expect.poll(async () => (await pieces()).size).toBe(2)
  await device.openTab()
  dying.die()
  expect((await pieces()).size).toBe(2)
  await device.openTab()
  await expect.poll(async () => [...(await pieces()).keys()]).toEqual([whole])
  expect((await pieces()).get(whole)).toHaveLength(3)
})

test('what another window wrote meanwhile is not overwritten unseen, neither a session nor an opinion', async () => {
  const { device, collector } = await openSignedIn()
  const session = {
    id: crypto.randomUUID(),
    consultationId: 'c-waterfront',
    channel: 'forum',
    place: '河西村',
    heldOn: '2026-12-01',
    headcount: 12,
    attachments: [],
  } as unknown as CollectingSession
  await collector.saveSession(session)
  const { id, content } = await collector.newOpinion(aboutTheTask)
  const otherTab = await device.openTab()
  const other = otherTab.collector
  expect(await other.unlock('m-lin', devicePin)).toBe(true)
  await other.saveSession({ ...session, place: '河西村祠堂' }, session)
  await other.addAttachment(session.id, new Blob(['签到表'], { type: 'image/jpeg' }))
  await expect(collector.saveSession({ ...session, place: '礼堂' }, session)).rejects.toThrow(
    'changed-elsewhere',
  )
  const [seen] = await collector.sessions('c-waterfront')
  expect(seen?.session.place).toBe('河西村祠堂')
  await collector.saveSession({ ...session, place: '礼堂' }, seen?.session)
  await expect
    .poll(async () => (await other.sessions('c-waterfront'))[0])
    .toMatchObject({ session: { place: '礼堂' }, attachments: [{ bytes: 9 }] })

  await other.saveOpinion(id, { ...content, verbatim: '灯太暗' }, content)
  await expect(collector.saveOpinion(id, content, content)).rejects.toThrow('open-elsewhere')
  await otherTab.pass(20_000)
  await expect(collector.saveOpinion(id, { ...content, verbatim: '路太滑' }, content)).rejects.toThrow(
    'changed-elsewhere',
  )
  expect((await collector.opinion(id))?.content.verbatim).toBe('灯太暗')
})

test('a code printed on a slip is used as it is, once on this device', async () => {
  const { collector } = await openSignedIn()
  const { id, receiptCode } = await collector.newOpinion(aboutTheTask)
  expect(id).toBe(opinionIdOf(parseReceiptCode(receiptCode)!))
  await expect(collector.newOpinion(aboutTheTask, receiptCode)).rejects.toThrow('code-in-use')
  await expect(collector.newOpinion(aboutTheTask, 'not a code')).rejects.toThrow('not-a-code')
})

test('pieces of attachments are as long as the server takes them', () => {
  expect(pieceBytes).toBe(attachmentPieceBytes)
})
