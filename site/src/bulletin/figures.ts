import { printDate } from '#contract/print-time.ts'
import { articlesIn } from '#core/bulletin/bulletin-answers.ts'
import { leastCount, suppressSmall } from '#core/bulletin/suppress-small.ts'
import { bulletinStrings } from '../i18n/bulletin.ts'
import { channelNamesIn } from '../i18n/names.ts'
import { strings } from '../i18n/strings.ts'
import { outcomePlot } from './outcome-plot.ts'
import { barRows, type Counted, dayPlot, figure, plotTable } from './plots.ts'
import type { BulletinView } from './render-bulletin.ts'

/** Bars shown; the table has all. */
const mostBars = 8

/** Look before read: what became of each article, then who spoke when and through what. `''` for fewer than five. */
export function figuresHtml(view: BulletinView, anchorOf: (provisionId: string | null) => string): string {
  const { bulletin, language } = view
  if (bulletin.tallies.received < leastCount) return ''
  const articles = articlesIn(bulletin).map(({ provisionId, label, count, byOutcome }) => ({
    name: label || strings[language].bulletin.whole,
    href: `#${anchorOf(provisionId)}`,
    count,
    byOutcome,
  }))
  return `<div class="plots">${outcomePlot(articles, language)}${channelPlot(view)}${dayFigure(view)}${pointPlot(view)}</div>`
}

function channelPlot({ bulletin, language }: BulletinView): string {
  const t = strings[language].bulletin
  const names: Record<string, string> = channelNamesIn[language]
  const rows = Object.entries(bulletin.tallies.byChannel)
    .map(([id, count]) => ({ name: names[id] ?? id, count }))
    .sort((a, b) => b.count - a.count)
  return figure(t.byChannel, barRows(rows.slice(0, mostBars)), plotTable(t.channel, rows, language))
}

function dayFigure({ bulletin, window, language, utcOffsetMinutes }: BulletinView): string {
  const t = strings[language].bulletin
  const days = Object.entries(bulletin.tallies.byDay)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, count]) => ({ date, name: printDate(date, language), count }))
  return figure(t.byDay, dayPlot(days, window, utcOffsetMinutes, language), plotTable(t.day, days, language))
}

/** Small counts together: a contact point, an article and a category beside each other may tell who spoke. */
function pointPlot({ bulletin, contactPointNames, language }: BulletinView): string {
  const t = bulletinStrings[language]
  const { shown, together } = suppressSmall(bulletin.tallies.byContactPoint)
  if (shown.length === 0) return ''
  const others: Counted[] =
    together.places > 0 ? [{ name: t.pointsTogether(together.places), count: together.count }] : []
  const rows = [
    ...shown.map(({ id, count }) => ({ name: contactPointNames.get(id) ?? id, count })),
    ...others,
  ]
  const short = rows.map((row) => ({ ...row, name: row.name.replace(/基层立法联系点$|立法联系点$/u, '') }))
  const rule = together.places > 0 ? t.smallRule(leastCount) : ''
  return figure(t.byPoint, barRows(short.slice(0, mostBars)), plotTable(t.point, rows, language), rule)
}
