import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { streamingNodeFlags } from '../../infra/constructs/streaming-node-flags.ts'
import type { BenchResult } from './bench.ts'

const child = fileURLToPath(new URL('support-bulletin-million.ts', import.meta.url))

/**
 * A bulletin of 1,000,000 answered opinions published as the worker does it, open data included, and the page of it, in a
 * process of its own under the flags of the deployment: `publish-bulletin` has 2 GB and a quarter of an hour;
 * `groundRssMb` is the bench's own log. Network stubbed, objects in a temporary folder.
 */
export function bench(): BenchResult {
  const output = execFileSync(process.execPath, [...streamingNodeFlags, child], { maxBuffer: 1 << 24 })
  return {
    figures: JSON.parse(output.toString()) as Record<string, number>,
    budgets: { publishCpuSeconds: 400, maxRssMb: 1024, pageKb: 400 },
  }
}
