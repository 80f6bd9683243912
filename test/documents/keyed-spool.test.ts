import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KeyedSpool } from '../../functions/documents/keyed-spool.ts'

describe('texts set aside under keys', () => {
  let spool: KeyedSpool
  beforeEach(async () => {
    spool = await KeyedSpool.open()
  })
  afterEach(() => spool.close())

  it('come back one by one, in any order, while more are added', async () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), text: fc.string({ unit: 'binary' }) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const own = await KeyedSpool.open()
        const kept = new Map<string, string>()
        for (const { key, text } of steps) {
          await own.add(key, text)
          kept.set(key, text)
          expect(await own.get(key)).toBe(text)
        }
        for (const key of ['a', 'b', 'c', 'd']) {
          expect(own.has(key)).toBe(kept.has(key))
          expect(await own.get(key)).toBe(kept.get(key))
        }
        await own.close()
      }),
      { numRuns: 50 },
    )
  })

  it('are more than it holds in memory', async () => {
    const text = (at: number) => `第${at}条：${'云'.repeat(at % 90_000)}`
    for (let at = 0; at < 60; at += 1) await spool.add(`k${at}`, text(at * 1501))
    for (const at of [59, 0, 30, 1]) expect(await spool.get(`k${at}`)).toBe(text(at * 1501))
    expect(await spool.get('k60')).toBeUndefined()
  })
})
