import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const child = fileURLToPath(new URL('../../support/measure-table-memory.ts', import.meta.url))

interface Measured {
  count: number
  rows: number
  isInOrder: boolean
  said: number
  mostInUseMb: number
}

/** In a process of its own. */
function measure(opinions: number): Measured {
  const output = execFileSync(process.execPath, ['--expose-gc', child, String(opinions)])
  return JSON.parse(output.toString()) as Measured
}

test('a table is put in the draft’s order without holding its log: ten times the opinions are not ten times the memory', () => {
  const small = measure(20_000)
  const large = measure(200_000)
  // Every tenth opinion corrects the one before it.
  expect(small).toMatchObject({ count: 18_000, rows: 18_000, isInOrder: true })
  expect(large).toMatchObject({ count: 180_000, rows: 180_000, isInOrder: true })
  // 180,000 more opinions are 180 MB of text as they are read; some 70 bytes each of place and identity are 12 MB.
  expect(large.mostInUseMb - small.mostInUseMb).toBeLessThan(20)
})
