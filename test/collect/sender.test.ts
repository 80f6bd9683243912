import { expect, test } from 'vitest'
import type { Collector } from '../../site/src/collect/engine/collector.ts'
import { TestDevice, type TestTab } from '../support/collect-device.ts'
import { FaultyPortal, type Fault } from '../support/collect-portal.ts'

const pin = 'river-2026'
const start = { consultationId: 'c-waterfront', draftId: 'waterfront-1' } as Parameters<
  Collector['newOpinion']
>[0]

async function openDevice() {
  const portal = new FaultyPortal()
  const device = new TestDevice(portal.fetch)
  const tab = await device.openTab()
  expect(await tab.collector.signInHere(pin)).toEqual({ ok: true })
  return { portal, device, tab }
}

async function write({ collector }: TestTab, verbatim: string): Promise<string> {
  const { id, content } = await collector.newOpinion(start)
  await collector.saveOpinion(id, { ...content, verbatim })
  expect(await collector.finishOpinion(id)).toEqual([])
  return id
}

const only = (path: string, fault: Fault) => (url: string) => (url === path ? fault : 'none')

test('a finished opinion is delivered once, and its receipt and time stay', async () => {
  const { portal, tab } = await openDevice()
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
  const { portal, device, tab } = await openDevice()
  const id = await write(tab, '请多设几张长椅')
  portal.nextFault = only('/office/api/opinions', fault)
  await tab.collector.send()
  tab.die()
  const later = await device.openTab()
  expect(await later.collector.unlock('m-lin', pin)).toBe(true)
  const [kept] = await later.collector.opinions({ delivery: 'queued' })
  expect(kept).toMatchObject({ id, delivery: { state: 'queued', trouble, tries: 1 } })
  expect(later.collector.standing()).toMatchObject({ unsent: 1, trouble })
  portal.nextFault = () => 'none'
  await later.collector.send()
  expect(portal.writes.get(id)).toBe(1)
  expect(later.collector.standing()).toMatchObject({ unsent: 0, delivered: 1, trouble: undefined })
})

test('one bad record of fifty is put aside and forty-nine arrive', async () => {
  const { portal, tab } = await openDevice()
  portal.verdictOn = (verbatim) => (verbatim === '坏的' ? 'refused' : undefined)
  for (let n = 0; n < 49; n += 1) await write(tab, `第 ${n} 条`)
  await write(tab, '坏的')
  await tab.collector.send()
  expect(tab.collector.standing()).toMatchObject({ unsent: 0, delivered: 49, setAside: 1 })
  expect(portal.held.size).toBe(49)
})

test('two tabs send each record in one request only', async () => {
  const { portal, device, tab } = await openDevice()
  const other = await device.openTab()
  await other.collector.unlock('m-lin', pin)
  for (let n = 0; n < 30; n += 1) await write(n % 2 ? tab : other, `第 ${n} 条`)
  await Promise.all([tab.collector.send(), other.collector.send()])
  await tab.collector.send()
  const sent = portal.requests.flatMap(({ opinions }) => opinions.map(({ receiptCode }) => receiptCode))
  expect(sent).toHaveLength(30)
  expect(new Set(sent).size).toBe(30)
})
