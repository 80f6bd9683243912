import type { Language } from '#contract/page-paths.ts'
import { outcomes, type Outcome } from '#core/deciding/outcome.ts'
import type { ArticleCounts } from '#core/bulletin/long-bulletin.ts'
import { bulletinStrings } from '../i18n/bulletin.ts'
import { outcomeNamesIn } from '../i18n/names.ts'
import { strings } from '../i18n/strings.ts'
import { escapeHtml } from '../law/render-law.ts'
import { barRoom, figure } from './plots.ts'

/** Drawn as filled, hatched and empty: told apart without any colour, with its number in every piece. */
const kindOf: Record<Outcome, 0 | 1 | 2> = {
  adopted: 0,
  partlyAdopted: 0,
  adoptedInSubstance: 0,
  alreadyCovered: 1,
  referred: 1,
  deferred: 1,
  notAdopted: 2,
  outOfScope: 2,
}
const fills = ['full', 'hatched', 'empty'] as const

/** Bars shown; the table has every article. */
const mostBars = 10

interface ArticleOutcomes extends Pick<ArticleCounts, 'count' | 'byOutcome'> {
  name: string
  href: string
}

function ofKind({ byOutcome }: ArticleOutcomes, kind: number): number {
  const held = outcomes.filter((outcome) => kindOf[outcome] === kind)
  return held.reduce((sum, outcome) => sum + (byOutcome[outcome] ?? 0), 0)
}

/** What became of the opinions on each article, most discussed first: a bar of three kinds, the eight outcomes beside. */
export function outcomePlot(articles: readonly ArticleOutcomes[], language: Language): string {
  const t = bulletinStrings[language]
  const ranked = articles.toSorted((a, b) => b.count - a.count)
  const plot = bars(ranked.slice(0, mostBars), t.kinds)
  const legend = t.kinds.map(
    (kind, at) =>
      `<li><svg viewBox="0 0 18 14" aria-hidden="true"><rect class="piece ${fills[at]}" x="1" y="1" width="16" height="12"/></svg>${escapeHtml(kind)}</li>`,
  )
  return figure(
    t.outcomesByArticle,
    `<ul class="legend">${legend.join('')}</ul>${plot}`,
    table(articles, language),
  )
}

function bars(articles: readonly ArticleOutcomes[], kinds: readonly string[]): string {
  const step = 34
  const most = Math.max(1, ...articles.map(({ count }) => count))
  const drawn = articles.map((article, at) => {
    const { name, href, count: all } = article
    let x = 140
    const pieces = fills.map((fill, kind) => {
      const count = ofKind(article, kind)
      const width = (count / most) * barRoom(most, 220)
      const from = x
      x += width
      if (count === 0) return ''
      const number =
        width < 18
          ? ''
          : `<text class="middle on-${fill}" x="${(from + width / 2).toFixed(1)}" y="${at * step + 22}">${count}</text>`
      return `<rect class="piece ${fill}" x="${from.toFixed(1)}" y="${at * step + 5}" width="${width.toFixed(1)}" height="24"/>${number}`
    })
    return (
      `<a href="${escapeHtml(href)}"><text x="0" y="${at * step + 22}">${escapeHtml(name)}</text></a>${pieces.join('')}` +
      `<text class="soft" x="${(x + 6).toFixed(1)}" y="${at * step + 22}">${all}</text>`
    )
  })
  const spoken = articles.map((article) => {
    const counts = kinds.map((kind, at) => `${kind} ${ofKind(article, at)}`)
    return `${article.name}：${counts.join('、')}`
  })
  return (
    `<svg viewBox="0 0 400 ${articles.length * step}" role="group" aria-label="${escapeHtml(spoken.join('；'))}">` +
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V5"/></pattern></defs>' +
    `${drawn.join('')}</svg>`
  )
}

function table(articles: readonly ArticleOutcomes[], language: Language): string {
  const t = bulletinStrings[language]
  const met = outcomes.filter((outcome) => articles.some(({ byOutcome }) => (byOutcome[outcome] ?? 0) > 0))
  const heads = [...met.map((outcome) => outcomeNamesIn[language][outcome]), t.sum]
  const lines = articles.map(({ name, href, count: all, byOutcome }) => {
    const counts = [...met.map((outcome) => byOutcome[outcome] ?? 0), all]
    return `<tr><th scope="row"><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></th>${counts.map((count) => `<td class="num">${count}</td>`).join('')}</tr>`
  })
  return (
    `<details><summary>${escapeHtml(strings[language].bill.lookData)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(t.outcomesByArticle)}"><table><thead><tr><th scope="col">${escapeHtml(t.article)}</th>` +
    `${heads.map((head) => `<th scope="col" class="num">${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div></details>`
  )
}
