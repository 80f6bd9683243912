import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { RowSpool } from '../../functions/documents/row-spool.ts'
import { collect } from '../support/collect.ts'

test('lines come back shelf after shelf, each shelf in the order it was filled', async () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: 4 }), line)), async (added) => {
      const spool = await RowSpool.open()
      for (const [shelf, text] of added) await spool.add(shelf, text)
      const expected = [0, 1, 2, 3, 4].flatMap((shelf) =>
        added.filter(([at]) => at === shelf).map(([, text]) => text),
      )
      expect(await collect(spool.read())).toEqual(expected)
      await spool.close()
    }),
    { numRuns: 40 },
  )
})

test('many lines, longer than what is read at once, lose and double nothing', async () => {
  const spool = await RowSpool.open()
  const long = '滨'.repeat(200_000)
  for (let at = 0; at < 60_000; at += 1) await spool.add(at % 2, at % 20_000 === 0 ? long : `意见 ${at}`)
  const lines = await collect(spool.read())
  const expected = (first: number) =>
    Array.from({ length: 30_000 }, (_, at) => at * 2 + first).map((at) =>
      at % 20_000 === 0 ? long : `意见 ${at}`,
    )
  expect(lines.length).toBe(60_000)
  expect(lines).toEqual([...expected(0), ...expected(1)])
  await spool.close()
})

test('no name leads to the file, even while it is open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaimen-spool-'))
  vi.stubEnv('TMPDIR', folder)
  const spool = await RowSpool.open()
  await spool.add(0, '原话')
  expect(readdirSync(folder)).toEqual([])
  await spool.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})
