import { buildSite } from '../support/build-site.ts'
import { thousandBills } from '../support/example-published.ts'
import type { BenchResult } from './bench.ts'

/** CPU of the whole build with a thousand bills of 40 articles, each page in two languages. */
export async function bench(): Promise<BenchResult> {
  const built = await buildSite(thousandBills())
  built.remove()
  return { figures: { bills1000CpuSeconds: built.cpuSeconds }, budgets: { bills1000CpuSeconds: 20 } }
}
