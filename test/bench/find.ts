import { passagesOf } from '#core/draft/draft-passages.ts'
import { findInDraft, indexDraft, type Passage } from '#core/draft/find-in-draft.ts'
import { foldText } from '#core/text/folded-text.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { exampleProvisions } from '../support/example-law.ts'
import { hasLaws, readStatute } from '../support/statutes.ts'
import type { BenchResult } from './bench.ts'

/** Cut from passages of the draft itself: as it stands there, or with its middle character wrong. */
function questions(passages: readonly Passage[], spoil: boolean): { id: string; query: string }[] {
  return passages
    .filter(({ words }) => words.length > 24)
    .map(({ id, words }, at) => {
      const from = at % 10
      const query = words.slice(from, from + 9)
      return { id, query: spoil ? `${query.slice(0, 4)}龘${query.slice(5)}` : query }
    })
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Getting the criminal law's 505 articles ready (an invented law of as many where it is not there), and asking it. */
export function bench(): Promise<BenchResult> {
  const passages = passagesOf(
    hasLaws ? parseDraft(readStatute('criminal-law')).provisions : exampleProvisions(505),
  )
  let index = indexDraft([])
  const indexCpuMs = cpuMs(() => {
    index = indexDraft(passages)
  })
  const exact = questions(passages, false)
  const spoiled = questions(passages, true).slice(0, 200)
  let found = 0
  const exactCpuMs = cpuMs(() => {
    for (const { id, query } of exact) {
      const sought = foldText(query).folded
      if (sought === '' || findInDraft(index, query).some((hit) => hit.id === id)) found += 1
    }
  })
  const likeCpuMs = cpuMs(() => {
    for (const { query } of spoiled) findInDraft(index, query)
  })
  return Promise.resolve({
    figures: {
      articles: 505,
      characters: passages.reduce((sum, { words }) => sum + words.length, 0),
      indexCpuMs,
      exactCpuMsPerQuery: exactCpuMs / exact.length,
      likeCpuMsPerQuery: likeCpuMs / spoiled.length,
      exactRecall: found / exact.length,
    },
    budgets: { indexCpuMs: 200, exactCpuMsPerQuery: 20, likeCpuMsPerQuery: 20, exactRecall: 1 },
    floor: ['exactRecall'],
  })
}
