import type { OpinionListQuery } from '#contract/opinion-filter.ts'
import { readOpinionCounts } from '../../functions/actions/deciding/count-opinions.ts'
import { listOpinions } from '../../functions/actions/deciding/list-opinions.ts'
import type { BenchResult } from './bench.ts'
import {
  listedConsultation,
  listedCount,
  listingDeps,
  listingReader,
  makeMillion,
} from './support-listed-million.ts'

const asked: Partial<OpinionListQuery>[] = [
  { order: 'draft' },
  { order: 'draft', undecided: true },
  { order: 'draft', article: 'art-7', undecided: true },
  { order: 'draft', area: '第12居委会', channel: 'forum' },
  { order: 'draft', cursor: '30.500000' },
  { order: 'log', cursor: '900000' },
]

/**
 * Pages of forty out of 1,000,000 opinions of one consultation, network stubbed: CPU and objects read of a page once
 * the process is warm, of its first one (facts read back from their segments), of all counts, and of one call of a
 * search that finds nothing (400 bundles, a tenth of the log).
 */
export async function bench(): Promise<BenchResult> {
  const { store, spent, facts } = makeMillion()
  const { deps, segmentBytes } = listingDeps(store, facts)
  const cpuMsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const [made, before] = [spent.makingUs, process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(before)
    return (user + system - (spent.makingUs - made)) / 1000
  }
  const page = (query: Partial<OpinionListQuery>) => () =>
    listOpinions(deps, listingReader, listedConsultation, { limit: 40, ...query })
  const coldPageCpuMs = await cpuMsOf(page({ order: 'draft' }))
  const costs: number[] = []
  let objectsPerPage = 0
  for (let run = 0; run < 3; run += 1)
    for (const query of asked) {
      const before = spent.objects
      costs.push(await cpuMsOf(page(query)))
      objectsPerPage = Math.max(objectsPerPage, spent.objects - before)
    }
  const countsCpuMs = await cpuMsOf(() => readOpinionCounts(deps, listingReader, listedConsultation, {}))
  const searchCpuMsPerCall = await cpuMsOf(page({ q: '从来没有人写过的字' }))
  return {
    figures: {
      cpuMsPerPage: costs.reduce((sum, cost) => sum + cost, 0) / costs.length,
      maxCpuMsPerPage: Math.max(...costs),
      objectsPerPage,
      coldPageCpuMs,
      countsCpuMs,
      searchCpuMsPerCall,
      factsBytesPerOpinion: segmentBytes / listedCount,
    },
    budgets: {
      cpuMsPerPage: 150,
      objectsPerPage: 80,
      coldPageCpuMs: 1500,
      countsCpuMs: 400,
      searchCpuMsPerCall: 400,
      factsBytesPerOpinion: 40,
    },
  }
}
