import type { ConsultationId } from '#core/ids.ts'
import type { LogState, LogStore } from '#core/log/log-ports.ts'
import type { OpinionRecord } from '#core/opinion.ts'
import { buildOpinion, opinionIdFor } from '../support/build-opinion.ts'

/** What AWS would charge for; `headUnits`: write units of the heads, a kilobyte of JSON each. */
interface Counts {
  puts: number
  gets: number
  commits: number
  headUnits: number
}

/** Keeps files and heads in memory, so that what is measured is our own work, and counts what leaves. */
export function logInMemory(): { store: LogStore; counts: Counts } {
  const counts: Counts = { puts: 0, gets: 0, commits: 0, headUnits: 0 }
  const objects = new Map<string, Uint8Array>()
  const heads = new Map<ConsultationId, LogState>()
  const store: LogStore = {
    objects: {
      find: async (key) => {
        counts.gets += 1
        return objects.get(key)
      },
      put: async (key, bytes) => {
        counts.puts += 1
        objects.set(key, bytes)
      },
      remove: async (keys) => keys.forEach((key) => objects.delete(key)),
    },
    find: async (c) => heads.get(c),
    commit: async (c, state, readRev) => {
      counts.commits += 1
      counts.headUnits += Math.ceil(Buffer.byteLength(JSON.stringify(state)) / 1024)
      heads.set(c, { ...state, rev: readRev + 1 })
      return { ...state, rev: readRev + 1 }
    },
    // one signature a commit, not an opinion
    signCheckpoint: (_c, size) => `bench\n${size}\n`,
  }
  return { store, counts }
}

/** Opinions as people write them, every twentieth a correction of an earlier one. */
export function makeOpinions(count: number): OpinionRecord[] {
  return Array.from({ length: count }, (_, i) =>
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
