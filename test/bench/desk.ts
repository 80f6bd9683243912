import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { streamingNodeFlags } from '../../infra/constructs/streaming-node-flags.ts'
import type { BenchResult } from './bench.ts'

const child = fileURLToPath(new URL('support-desk-million.ts', import.meta.url))

/**
 * What the desk asks of a consultation of 1,000,000 opinions and as many decisions, network stubbed, in a process of its
 * own under the flags of the deployment: readiness of the bulletin in a process that starts cold and in one that is warm;
 * the roll-up of who collected how much; the look through the inbox before publishing; all answers, and all decisions
 * for a table; the followed ones causes are named from (100,000), one contact point's report (13,000), the history of one
 * opinion. The office function has 512 MB and 29 seconds; `groundRssMb` is the bench's own log, facts included.
 */
export function bench(): BenchResult {
  const output = execFileSync(process.execPath, [...streamingNodeFlags, child])
  return {
    figures: JSON.parse(output.toString()) as Record<string, number>,
    budgets: {
      coldReadinessCpuMs: 2000,
      readinessCpuMs: 500,
      rollUpCpuMs: 1500,
      waitingCpuMs: 5000,
      answersCpuMs: 8000,
      decisionsCpuMs: 8000,
      causesCpuMs: 1500,
      reportCpuMs: 3000,
      historyCpuMs: 500,
      maxRssMb: 512,
    },
  }
}
