import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, type Provision } from '#core/draft/provision.ts'
import { exampleProvisions } from '../support/example-law.ts'
import { hasLaws, readStatute, statutes } from '../support/statutes.ts'
import type { BenchResult } from './bench.ts'

const size = 700

/**
 * Aligning 700 × 700 articles: the articles of real statutes one behind the other (an invented one repeated where they
 * are not there), against themselves renumbered with every third article shortened, every eleventh gone and every
 * seventeenth at the end, filled up with other articles. CPU of one process, the median of three after one that warms up.
 */
export async function bench(): Promise<BenchResult> {
  const articles = manyArticles()
  const older = renumbered(articles.slice(0, size))
  const kept = redrafted(older)
  const newer = renumbered([...kept, ...articles.slice(size, 2 * size - kept.length)])
  const runs: number[] = []
  let linked = 0
  for (let run = 0; run < 4; run += 1) {
    const before = process.cpuUsage()
    const links = alignDrafts(older, newer)
    const { user, system } = process.cpuUsage(before)
    runs.push((user + system) / 1e6)
    linked = links.filter(({ from, to }) => from.length > 0 && to.length > 0).length
  }
  const [, cpuSeconds = 0] = runs.slice(1).sort((a, b) => a - b)
  return {
    figures: { cpuSeconds, articlesFrom: older.length, articlesTo: newer.length, linked },
    budgets: { cpuSeconds: 2 },
  }
}

function manyArticles(): Provision[] {
  const texts = hasLaws
    ? statutes.map(({ name }) => parseDraft(readStatute(name)).provisions)
    : [exampleProvisions(2 * size)]
  return texts.flatMap((provisions) => articlesOf(provisions))
}

function redrafted(articles: Provision[]): Provision[] {
  const kept = articles.filter((_, place) => place % 11 !== 0)
  const late = kept.filter((_, place) => place % 17 === 0)
  const rest = kept.filter((_, place) => place % 17 !== 0)
  return [...rest, ...late].map((article, place) => (place % 3 === 0 ? shortened(article) : article))
}

/** The third quarter of the first 款's words is cut out. */
function shortened(article: Provision): Provision {
  const [first, ...others] = article.children
  if (first === undefined) return article
  const at = Math.floor(first.text.length / 2)
  const text = first.text.slice(0, at) + first.text.slice(Math.floor(at * 1.5))
  return { ...article, children: [{ ...first, text }, ...others] }
}

function renumbered(articles: readonly Provision[]): Provision[] {
  return articles.map((article, place) => ({
    ...article,
    id: `art-${place + 1}` as Provision['id'],
    number: place + 1,
    insertion: undefined,
  }))
}
