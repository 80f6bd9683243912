import type { ConsultationId } from '#core/ids.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { sequenceOpinions } from '../../functions/actions/log/sequence-opinions.ts'
import { plainItem } from '../../functions/store/attribute-values.ts'
import { inboxItem } from '../../functions/store/inbox-item.ts'
import { readRecords } from '../../functions/store/inbox-scan.ts'
import { buildOpinion, opinionIdFor } from '../support/build-opinion.ts'
import { streamImage } from '../support/stream-image.ts'
import type { BenchResult } from './bench.ts'
import { testSettings } from '../support/test-settings.ts'

const opinionCount = 50_000
/** What one call is given: the event source on AWS hands over up to 1,000 records. */
const batchSize = 1000

/** Keeps files and heads in memory: what is measured is our own work, network stubbed. */
function storeInMemory(): LogStore {
  const objects = new Map<string, Uint8Array>()
  const heads = new Map<ConsultationId, LogState>()
  return {
    objects: {
      find: async (key) => objects.get(key),
      put: async (key, bytes) => void objects.set(key, bytes),
      remove: async (keys) => keys.forEach((key) => objects.delete(key)),
    },
    find: async (c) => heads.get(c),
    commit: async (c, state, readRev) => {
      heads.set(c, { ...state, rev: readRev + 1 })
      return { ...state, rev: readRev + 1 }
    },
    // one signature a commit, not an opinion
    signCheckpoint: (_c, size) => `bench\n${size}\n`,
  }
}

/** Opinions as people write them, every twentieth a correction of an earlier one. */
function makeOpinions(): OpinionRecord[] {
  return Array.from({ length: opinionCount }, (_, i) =>
    buildOpinion(
      `bench-${i}`,
      {
        channel: ['web', 'qr', 'forum', 'visit'][i % 4],
        contactPointId: i % 4 > 1 ? `point-${i % 25}` : undefined,
        receivedAt: new Date(Date.parse('2026-11-20T00:00:00Z') + i * 1000).toISOString(),
        supersedes: i % 20 === 19 ? opinionIdFor(`bench-${i - 7}`) : undefined,
      },
      {
        provisionId: `art-${1 + (i % 60)}`,
        verbatim: `${i}：我家住河边三十年了，早晚都去走一走。一刀切不让钓鱼，老人家想不通，能不能划一段出来，定个时间，大家都好过。`,
        proponent: { kind: 'person', category: '沿河居民', area: '东桥街道', headcount: 1 },
      },
    ),
  )
}

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
  const opinions = makeOpinions()
  const randomness = { bytes: (length: number) => new Uint8Array(length) }
  const runs: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const deps = { logStore: storeInMemory(), settings: testSettings, randomness }
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
