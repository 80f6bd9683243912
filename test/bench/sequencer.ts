import { sequenceOpinions } from '../../functions/actions/log/sequence-opinions.ts'
import { plainItem } from '../../functions/store/attribute-values.ts'
import { inboxItem } from '../../functions/store/inbox-item.ts'
import { readRecords } from '../../functions/store/inbox-scan.ts'
import { streamImage } from '../support/stream-image.ts'
import type { BenchResult } from './bench.ts'
import { logInMemory, makeOpinions } from './support-log-in-memory.ts'
import { testSettings } from '../support/test-settings.ts'

const opinionCount = 50_000
/** What one call is given: the event source on AWS hands over up to 1,000 records. */
const batchSize = 1000

/** CPU microseconds of this process for some work. */
async function cpuUsOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/**
 * Logging 50,000 opinions of one consultation in batches of 1,000, by one sequencer that stays warm: CPU per
 * opinion of all of `sequenceOpinions`. Beside it, without a budget, what it costs to read the records from the
 * stream's own format through the schema, which Lambda's entry does before.
 */
export async function bench(): Promise<BenchResult> {
  const opinions = makeOpinions(opinionCount)
  const randomness = { bytes: (length: number) => new Uint8Array(length) }
  const runs: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const deps = { logStore: logInMemory().store, settings: testSettings, randomness }
    const memory = new Map()
    runs.push(
      await cpuUsOf(async () => {
        for (let from = 0; from < opinions.length; from += batchSize) {
          const { logged } = await sequenceOpinions(deps, opinions.slice(from, from + batchSize), memory)
          if (logged !== batchSize) throw new Error(`${logged} of ${batchSize} opinions were logged`)
        }
      }),
    )
  }
  const images = opinions.slice(0, 5000).map((opinion) => streamImage(inboxItem(opinion)))
  const readUs = await cpuUsOf(async () => {
    const { unreadable } = readRecords(images.map(plainItem))
    if (unreadable > 0) throw new Error(`${unreadable} records could not be read`)
  })
  const [, median = 0] = runs.sort((a, b) => a - b)
  return {
    figures: { cpuUsPerOpinion: median / opinionCount, readCpuUsPerOpinion: readUs / images.length },
    budgets: { cpuUsPerOpinion: 15 },
  }
}
