import { openDB } from 'idb'
import { expect, test } from 'vitest'
import type { CollectingSession } from '#contract/collect-api.ts'
import { wordsKeptDays } from '../../site/src/collect/engine/collector.ts'
import { pieceBytes } from '../../site/src/collect/engine/on-device.ts'
import { aboutTheTask, devicePin, openSignedIn, type TestTab } from '../support/collect-device.ts'
import type { Fault } from '../support/collect-portal.ts'

async function write({ collector }: TestTab, verbatim: string): Promise<string> {
  const { id, content } = await collector.newOpinion(aboutTheTask)
  await collector.saveOpinion(id, { ...content, verbatim })
  expect(await collector.finishOpinion(id)).toEqual([])
  return id
}

const only = (path: string, fault: Fault) => (url: string) => (url === path ? fault : 'none')

test('a finished opinion is delivered once, and its receipt and time stay', async () => {
  const { portal, tab } = await openSignedIn()
  const id = await write(tab, '岸边的路灯太暗')
  expect(tab.collector.standing()).toMatchObject({ unsent: 1, delivered: 0 })
  await tab.collector.send()
  await tab.collector.send()
  expect(portal.writes.get(id)).toBe(1)
  expect(tab.collector.standing()).toMatchObject({
    unsent: 0,
    delivered: 1,
    network: 'reached',
    clockOffsetMs: 0,
  })
  const [kept] = await tab.collector.opinions({ delivery: 'delivered' })
  expect(kept).toMatchObject({ id, delivery: { state: 'delivered', verdict: 'stored' } })
  expect(kept?.receiptCode).toMatch(/^(\w{4} ){5}\w{4}$/)
})

test.each<[Fault, string]>([
  ['lost-before', 'offline'],
  ['lost-after', 'offline'],
  ['html-200', 'captive-portal'],
  ['foreign-json', 'captive-portal'],
  ['status-500', 'server-error'],
  ['status-429', 'too-many-requests'],
  ['status-401', 'signed-out'],
  ['status-403', 'not-permitted'],
])('after %s the opinion is still queued and says %s, also after a restart', async (fault, trouble) => {
  const { portal, device, tab } = await openSignedIn()
  const id = await write(tab, '请多设几张长椅')
  portal.nextFault = only('/office/api/opinions', fault)
  await tab.collector.send()
  tab.die()
  const later = await device.openTab()
  expect(await later.collector.unlock('m-lin', devicePin)).toBe(true)
  const [kept] = await later.collector.opinions({ delivery: 'queued' })
  expect(kept).toMatchObject({ id, delivery: { state: 'queued', trouble, tries: 1 } })
  expect(later.collector.standing()).toMatchObject({ unsent: 1, trouble })
  portal.nextFault = () => 'none'
  await later.collector.send()
  expect(portal.writes.get(id)).toBe(1)
  expect(later.collector.standing()).toMatchObject({ unsent: 0, delivered: 1, trouble: undefined })
})

test('the icon says how many wait, also while the device is locked, and nothing once all are delivered', async () => {
  const { device, tab } = await openSignedIn()
  await write(tab, '一')
  await write(tab, '二')
  tab.collector.standing()
  expect(device.badge).toBe(2)
  await tab.collector.lock()
  tab.collector.standing()
  expect(device.badge).toBe(2)
  await tab.collector.unlock('m-lin', devicePin)
  await tab.collector.send()
  tab.collector.standing()
  expect(device.badge).toBe(0)
})

test('one bad record of fifty is put aside and forty-nine arrive', async () => {
  const { portal, tab } = await openSignedIn()
  portal.verdictOn = (verbatim) => (verbatim === '坏的' ? 'refused' : undefined)
  for (let n = 0; n < 49; n += 1) await write(tab, `第 ${n} 条`)
  await write(tab, '坏的')
  await tab.collector.send()
  expect(tab.collector.standing()).toMatchObject({ unsent: 0, delivered: 49, setAside: 1 })
  expect(portal.held.size).toBe(49)
})

test('two tabs send each record in one request only', async () => {
  const { portal, device, tab } = await openSignedIn()
  const other = await device.openTab()
  await other.collector.unlock('m-lin', devicePin)
  for (let n = 0; n < 30; n += 1) await write(n % 2 ? tab : other, `第 ${n} 条`)
  await Promise.all([tab.collector.send(), other.collector.send()])
  await tab.collector.send()
  const sent = portal.requests.flatMap(({ opinions }) => opinions.map(({ receiptCode }) => receiptCode))
  expect(sent).toHaveLength(30)
  expect(new Set(sent).size).toBe(30)
})

test('a tab nobody told reads what another delivered before it sends', async () => {
  const { portal, device, tab } = await openSignedIn()
  for (let n = 0; n < 3; n += 1) await write(tab, `第 ${n} 条`)
  const other = await device.openTab()
  await other.collector.unlock('m-lin', devicePin)
  device.tabsAreDeaf = true
  await tab.collector.send()
  await other.collector.send()
  expect(portal.requests.flatMap(({ opinions }) => opinions)).toHaveLength(3)
  expect(other.collector.standing()).toMatchObject({ unsent: 0, delivered: 3 })
})

test('a tab nobody told sends what another wrote and could not send itself', async () => {
  const { portal, device, tab } = await openSignedIn()
  await write(tab, '已经送到的一条')
  await tab.collector.send()
  const other = await device.openTab()
  await other.collector.unlock('m-lin', devicePin)
  device.tabsAreDeaf = true
  const id = await write(other, '另一个窗口写的一条')
  other.die()
  await tab.collector.send()
  expect(portal.writes.get(id)).toBe(1)
  expect(tab.collector.standing()).toMatchObject({ unsent: 0, delivered: 2 })
})

test('thirty days after delivery the device keeps receipt, article and times, and not a word', async () => {
  const { tab } = await openSignedIn()
  const { collector } = tab
  const { id, content, receiptCode } = await collector.newOpinion({
    ...aboutTheTask,
    provisionId: 'art-4' as never,
  })
  const proponent = { kind: 'group' as const, headcount: 12, groupName: '河西村村民', area: '河西村' }
  await collector.saveOpinion(id, { ...content, verbatim: '岸边的路灯太暗', reason: '老人摔过', proponent })
  await collector.finishOpinion(id)
  await collector.send()
  const correction = await collector.correctOpinion(id)
  await tab.pass((wordsKeptDays - 1) * 86_400_000)
  await collector.send()
  expect((await collector.opinion(id))?.content.verbatim).toBe('岸边的路灯太暗')
  await tab.pass(86_400_000)
  await collector.send()
  const kept = await collector.opinion(id)
  expect(kept).toMatchObject({
    receiptCode,
    wordsDropped: true,
    content: { provisionId: 'art-4', collectedAt: content.collectedAt, verbatim: '' },
    delivery: { state: 'delivered', verdict: 'stored' },
  })
  expect(JSON.stringify(kept)).not.toMatch(/路灯|摔过|河西村/)
  expect((await collector.opinion(correction.id))?.content.verbatim).toBe('岸边的路灯太暗')
  expect(collector.standing()).toMatchObject({ delivered: 1, unsent: 0 })
})

test('a photo is on the device no longer than until the portal has all of it', async () => {
  const { portal, device, tab } = await openSignedIn()
  const session = { id: crypto.randomUUID(), consultationId: 'c-waterfront', attachments: [] }
  await tab.collector.saveSession(session as unknown as CollectingSession)
  const photo = new Blob([new Uint8Array(pieceBytes + 1)], { type: 'image/jpeg' })
  const id = await tab.collector.addAttachment(session.id, photo)
  const pieces = async () => {
    const db = await openDB(device.database)
    const count = await db.count('pieces')
    db.close()
    return count
  }
  portal.nextFault = (url) => (url.includes(`${id}/1?`) ? 'lost-before' : 'none')
  await tab.collector.send()
  expect(await pieces()).toBe(2)
  portal.nextFault = () => 'none'
  await tab.collector.send()
  expect(await pieces()).toBe(0)
  const [stored] = await tab.collector.sessions('c-waterfront')
  expect(stored?.attachments).toMatchObject([{ id, sentPieces: 2, ofPieces: 2 }])
  expect(tab.collector.backupContents()).toMatchObject({ photos: 0 })
})
