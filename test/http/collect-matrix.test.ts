import { beforeAll, expect, test } from 'vitest'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { instant } from '#core/time.ts'
import { collect } from '../support/collect.ts'
import { TestDevice, type TestTab } from '../support/collect-device.ts'
import { consultationId, draftId } from '../support/example-consultation.ts'
import { openCollecting, type OpenCollecting } from '../support/open-collecting.ts'
import { throughWeather, weathers, type Network, type Weather } from '../support/weather.ts'
import type { Collector } from '../../site/src/collect/engine/collector.ts'

/*
 * Records written on devices whose pages die and whose uploads meet every weather, before the real office on the real
 * engine. `KAIMEN_RECORDS=10000` is the full matrix; `KAIMEN_SEED` chooses another course of events.
 */

const wanted = Number(process.env['KAIMEN_RECORDS'] ?? 1_000)
const perDevice = 250
const pin = 'river-2026'
const start = { consultationId, draftId } as Parameters<Collector['newOpinion']>[0]

/** Even draws that depend on the seed alone (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

let office: OpenCollecting
beforeAll(async () => {
  office = await openCollecting()
})

/** What one device finished: id → words. */
type Finished = Map<string, string>

async function write({ collector }: TestTab, verbatim: string, from?: string): Promise<string> {
  const { id, content } = from ? await collector.correctOpinion(from) : await collector.newOpinion(start)
  await collector.saveOpinion(id, { ...content, verbatim: verbatim.slice(0, 4) })
  await collector.saveOpinion(id, { ...content, verbatim })
  expect(await collector.finishOpinion(id)).toEqual([])
  return id
}

async function reopen(device: TestDevice): Promise<TestTab> {
  const tab = await device.openTab()
  expect(await tab.collector.unlock('m-collector', pin)).toBe(true)
  return tab
}

/** Lets a sending run; a network that falls silent is waited for on the device's own clock. */
async function sendThrough(tab: TestTab, network: Network): Promise<void> {
  const isSent = tab.collector.send().then(() => true)
  const pause = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), 20))
  while (!(await Promise.race([isSent, pause()]))) if (network.fellSilent()) await tab.pass(31_000)
}

/** One device's day: writing, sending, dying, coming back, in an order that `draw` gives. */
async function workThrough(nth: number, count: number, met: Map<Weather, number>): Promise<Finished> {
  const draw = drawing(nth + 1 + Number(process.env['KAIMEN_SEED'] ?? 0))
  let isFair = false
  let uploads = nth
  const pick = (): Weather =>
    isFair || draw() < 0.3 ? 'fair' : (weathers[(uploads += 1) % weathers.length] ?? 'fair')
  const real: TestDevice['fetch'] = async (url, init) =>
    office.fetchAs('collector', init.method ?? 'GET', url, {
      ...(init.body != null && { body: init.body as string }),
      headers: init.headers as Record<string, string>,
    })
  const weather = throughWeather(real, pick)
  const device = new TestDevice(weather.fetch)
  device.clockMs = Date.parse(office.deps.clock.now())
  let tab = await device.openTab()
  expect(await tab.collector.signInHere(pin)).toEqual({ ok: true })
  const finished: Finished = new Map()
  while (finished.size < count) {
    for (let n = Math.min(count - finished.size, 3 + Math.floor(draw() * 24)); n > 0; n -= 1) {
      const corrected = draw() < 0.05 ? [...finished.keys()].at(-1) : undefined
      const words = `设备 ${nth} 第 ${finished.size} 条`
      finished.set(await write(tab, words, corrected), words)
    }
    if (draw() < 0.3) {
      void tab.collector.send().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, draw() * 40))
      tab.die()
      tab = await reopen(device)
    } else await sendThrough(tab, weather)
    if (draw() < 0.3) await weather.replayLate()
  }
  isFair = true
  for (let round = 0; round < 3; round += 1) await sendThrough(tab, weather)
  await weather.replayLate()
  const standing = tab.collector.standing()
  expect(standing).toMatchObject({ unsent: 0, setAside: 0, delivered: count, trouble: undefined })
  tab.die()
  for (const [name, times] of weather.met) met.set(name, (met.get(name) ?? 0) + times)
  return finished
}

test(
  `${wanted} records under every fault: 0 lost, 0 doubled, 0 changed`,
  async () => {
    const devices = Math.ceil(wanted / perDevice)
    const finished: Finished = new Map()
    const met = new Map<Weather, number>()
    for (let nth = 0; nth < devices; nth += 2) {
      const pair = [nth, nth + 1].filter((one) => one < devices)
      // The office takes so many requests a minute: its clock goes on as the days do.
      const { clock } = office.deps
      clock.set(instant(Date.parse(clock.now()) + 61_000))
      const days = pair.map((one) => workThrough(one, Math.min(perDevice, wanted - one * perDevice), met))
      for (const day of await Promise.all(days)) for (const [id, words] of day) finished.set(id, words)
    }
    expect(finished.size).toBe(wanted)
    expect([...met.keys()].sort()).toEqual([...weathers].sort())
    const held = (await collect(office.deps.inbox.idPages(consultationId as ConsultationId))).flat()
    expect(new Set(held)).toEqual(new Set(finished.keys()))
    expect(held).toHaveLength(wanted)
    const ids = [...finished.keys()]
    for (let from = 0; from < ids.length; from += 50)
      await Promise.all(
        ids.slice(from, from + 50).map(async (id) => {
          const record = await office.deps.inbox.find(id as OpinionId)
          expect(record?.content.verbatim).toBe(finished.get(id))
        }),
      )
  },
  20 * 60_000,
)
