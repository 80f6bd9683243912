import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { streamingNodeFlags } from '../../infra/constructs/streaming-node-flags.ts'

const child = fileURLToPath(new URL('../support/measure-table-memory.ts', import.meta.url))

interface Measured {
  count: number
  rows: number
  isInOrder: boolean
  said: number
  maxRssMb: number
}

/** In a process of its own, under the flags of the deployment. */
function measure(opinions: number): Measured {
  const output = execFileSync(process.execPath, [...streamingNodeFlags, child, String(opinions)])
  return JSON.parse(output.toString()) as Measured
}

test(
  'a table is put in the draft’s order without holding its log: ten times the opinions are not ten times the memory',
  { timeout: 120_000 },
  () => {
    const small = measure(20_000)
    const large = measure(200_000)
    // Every tenth opinion corrects the one before it.
    expect(small).toMatchObject({ count: 18_000, rows: 18_000, isInOrder: true })
    expect(large).toMatchObject({ count: 180_000, rows: 180_000, isInOrder: true })
    // 180,000 more opinions are 180 MB of text as they are read; 40 bytes each are 7 MB.
    expect(large.maxRssMb - small.maxRssMb).toBeLessThan(60)
    expect(large.maxRssMb).toBeLessThan(220)
  },
)
