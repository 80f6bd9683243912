import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NumberedSpool } from '../../functions/documents/numbered-spool.ts'

describe('texts set aside under numbers', () => {
  let spool: NumberedSpool
  beforeEach(async () => {
    spool = await NumberedSpool.open()
  })
  afterEach(() => spool.close())

  it('come back one by one, in any order, while more are added', async () => {
    const numbers = [0, 1, 4095, 4096, 9000]
    const text = fc.string({ unit: 'binary' }).map((words) => JSON.stringify(words))
    const step = fc.record({ number: fc.constantFrom(...numbers), text })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const own = await NumberedSpool.open()
        const kept = new Map<number, string>()
        for (const each of steps) {
          await own.add(each.number, each.text)
          kept.set(each.number, each.text)
          expect(await own.get(each.number)).toBe(each.text)
        }
        for (const number of numbers) expect(await own.get(number)).toBe(kept.get(number))
        await own.close()
      }),
      { numRuns: 50 },
    )
  })

  it('are more than it holds in memory, and the last one under a number counts', async () => {
    const text = (at: number) => `第${at}条：${'云'.repeat(at % 90_000)}`
    for (let at = 0; at < 120; at += 1) await spool.add(at * 997, text(at * 1501))
    await spool.add(997, '改过')
    for (const at of [119, 0, 30, 2]) expect(await spool.get(at * 997)).toBe(text(at * 1501))
    expect(await spool.get(997)).toBe('改过')
    expect([await spool.get(5), await spool.get(900_000)]).toEqual([undefined, undefined])
  })
})
