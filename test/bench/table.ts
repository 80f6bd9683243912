import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { streamingNodeFlags } from '../../infra/constructs/streaming-node-flags.ts'
import type { BenchResult } from './bench.ts'

const rows = 1_000_000
const writer = fileURLToPath(new URL('support-table-writer.ts', import.meta.url))
const publicTable = fileURLToPath(new URL('support-public-table.ts', import.meta.url))

interface Run {
  cpuSeconds: number
  maxRssMb: number
}

/** The consolidated table of a million rows, each format in a process of its own under the flags of the deployment. */
export function bench(): BenchResult {
  const [xlsx, docx, csv, json] = [run('xlsx'), run('docx'), run('csv'), run('json')]
  const released = run('csv', publicTable)
  return {
    figures: {
      xlsxCpuSeconds: xlsx.cpuSeconds,
      docxCpuSeconds: docx.cpuSeconds,
      csvCpuSeconds: csv.cpuSeconds,
      jsonCpuSeconds: json.cpuSeconds,
      maxRssMb: Math.max(xlsx.maxRssMb, docx.maxRssMb, csv.maxRssMb, json.maxRssMb),
      // with the log and the answers of a long edition read and joined, which the budgets of writing do not count
      publicCsvCpuSeconds: released.cpuSeconds,
      publicMaxRssMb: released.maxRssMb,
    },
    budgets: { xlsxCpuSeconds: 30, docxCpuSeconds: 25, csvCpuSeconds: 8, jsonCpuSeconds: 8, maxRssMb: 160 },
  }
}

function run(format: string, child = writer): Run {
  const output = execFileSync(process.execPath, [...streamingNodeFlags, child, format, String(rows)])
  return JSON.parse(output.toString()) as Run
}
