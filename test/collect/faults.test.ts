import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aboutTheTask,
  devicePin,
  openSignedIn,
  type TestDevice,
  type TestTab,
} from '../support/collect-device.ts'
import type { Fault } from '../support/collect-portal.ts'

const faults: Fault[] = [
  'none',
  'lost-before',
  'lost-after',
  'html-200',
  'foreign-json',
  'status-500',
  'status-429',
  'status-401',
  'status-403',
]

/** A fault that meets one upload, after so many good ones. */
function faultOnUpload(fault: Fault, after: number): (url: string) => Fault {
  let uploads = -1
  return (url) => {
    if (url === '/office/api/opinions') uploads += 1
    return url === '/office/api/opinions' && uploads === after ? fault : 'none'
  }
}

/** Opens the device anew in a page of its own. */
async function reopen(device: TestDevice): Promise<TestTab> {
  const tab = await device.openTab()
  expect(await tab.collector.unlock('m-lin', devicePin)).toBe(true)
  return tab
}

async function write({ collector }: TestTab, verbatim: string): Promise<string> {
  const { id, content } = await collector.newOpinion(aboutTheTask)
  await collector.saveOpinion(id, { ...content, verbatim })
  await collector.finishOpinion(id)
  return id
}

test('whatever befalls requests and pages, every finished opinion arrives once', async () => {
  const step = fc.record({
    writes: fc.nat(30),
    /** One sending each: the fault meets the request with opinions that comes after so many good ones. */
    faults: fc.array(fc.record({ fault: fc.constantFrom(...faults), after: fc.nat(1) }), { maxLength: 4 }),
    /** The page dies so many milliseconds after sending began; none: it lives on. */
    diesAfterMs: fc.option(fc.nat(12), { nil: undefined }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const opened = await openSignedIn()
      const { portal, device } = opened
      let { tab } = opened
      const finished: string[] = []
      for (const { writes, faults, diesAfterMs } of steps) {
        for (let n = 0; n < writes; n += 1) finished.push(await write(tab, `第 ${finished.length} 条`))
        for (const { fault, after } of faults) {
          portal.nextFault = faultOnUpload(fault, after)
          await tab.collector.send()
        }
        portal.nextFault = faultOnUpload('lost-after', 0)
        const sent = tab.collector.send()
        if (diesAfterMs === undefined) await sent
        else {
          await new Promise((resolve) => setTimeout(resolve, diesAfterMs))
          tab.die()
          tab = await reopen(device)
        }
      }
      portal.nextFault = () => 'none'
      await tab.collector.send()
      await tab.collector.send()
      expect(new Set(portal.held.keys())).toEqual(new Set(finished))
      expect([...portal.writes.values()].every((times) => times === 1)).toBe(true)
      expect(tab.collector.standing()).toMatchObject({ unsent: 0, setAside: 0, delivered: finished.length })
      tab.die()
    }),
    { numRuns: 25 },
  )
})

test('a silent network is given up after its patience and tried again with less', async () => {
  const { portal, tab } = await openSignedIn()
  for (let n = 0; n < 20; n += 1) await write(tab, `第 ${n} 条`)
  const asked = Promise.withResolvers<void>()
  portal.nextFault = (url) => {
    if (url !== '/office/api/opinions') return 'none'
    asked.resolve()
    return 'silent-after'
  }
  const sent = tab.collector.send()
  await asked.promise
  await tab.pass(30_000)
  await sent
  expect(tab.collector.standing()).toMatchObject({ trouble: 'timeout', unsent: 20, network: 'unreachable' })
  portal.nextFault = () => 'none'
  await tab.collector.send()
  expect(portal.requests.filter(({ opinions }) => opinions.length > 0)[1]?.opinions).toHaveLength(10)
  expect([...portal.writes.values()]).toEqual(Array.from({ length: 20 }, () => 1))
})
