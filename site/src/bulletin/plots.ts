import type { Language } from '#contract/page-paths.ts'
import { printDate } from '#contract/print-time.ts'
import { calendarDate, instant, type Instant } from '#core/time.ts'
import { strings } from '../i18n/strings.ts'
import { escapeHtml } from '../law/render-law.ts'

/** A name and its count, as plots and their tables show them. */
export interface Counted {
  name: string
  count: number
  href?: string | undefined
}

const spoken = (rows: readonly Counted[]) =>
  escapeHtml(rows.map(({ name, count }) => `${name} ${count}`).join('，'))

/** Width of the longest bar: a number of more than four digits behind it takes some of it. */
export function barRoom(most: number, usual: number): number {
  return usual - Math.max(0, String(most).length - 4) * 10
}

/** Horizontal bars, a name before and a number after each; wide enough to read on a phone. */
export function barRows(rows: readonly Counted[]): string {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const step = 34
  const bars = rows.map(({ name, count }, at) => {
    const y = at * step
    const width = Math.max(2, Math.round((count / most) * barRoom(most, 200)))
    return (
      `<text x="0" y="${y + 22}">${escapeHtml(name)}</text>` +
      `<rect class="bar" x="140" y="${y + 6}" width="${width}" height="22"/>` +
      `<text x="${148 + width}" y="${y + 22}">${count}</text>`
    )
  })
  return `<svg viewBox="0 0 400 ${rows.length * step}" role="img" aria-label="${spoken(rows)}">${bars.join('')}</svg>`
}

/** The numbers behind a plot, for whoever would rather read than look. */
export function plotTable(nameTitle: string, rows: readonly Counted[], language: Language): string {
  const { lookData, count: countTitle } = strings[language].bill
  const lines = rows.map(({ name, count, href }) => {
    const shown =
      href === undefined ? escapeHtml(name) : `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>`
    return `<tr><td>${shown}</td><td class="num">${count}</td></tr>`
  })
  return (
    `<details><summary>${escapeHtml(lookData)}</summary><table class="narrow"><thead><tr>` +
    `<th scope="col">${escapeHtml(nameTitle)}</th><th scope="col" class="num">${escapeHtml(countTitle)}</th>` +
    `</tr></thead><tbody>${lines.join('')}</tbody></table></details>`
  )
}

/** A plot with its title, its table and what must be said beside. */
export function figure(title: string, plot: string, table: string, note = ''): string {
  const said = note === '' ? '' : `<p class="soft">${escapeHtml(note)}</p>`
  return `<figure class="plot"><figcaption>${escapeHtml(title)}</figcaption>${plot}${said}${table}</figure>`
}

/** Every day of the window and of what came outside it, at most 400. */
function daysOf(rows: readonly { date: string }[], from: Instant, to: Instant, offset: number): string[] {
  const all = [
    calendarDate(from, offset),
    calendarDate(instant(Date.parse(to) - 1), offset),
    ...rows.map(({ date }) => date),
  ].sort()
  const days: string[] = []
  for (
    let at = Date.parse(all[0] ?? '');
    at <= Date.parse(all.at(-1) ?? '') && days.length < 400;
    at += 86_400_000
  )
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** Participation by day over the whole window, empty days included: load is deadline-shaped, and that should show. */
export function dayPlot(
  rows: readonly (Counted & { date: string })[],
  { opensAt, closesAt }: { opensAt: Instant; closesAt: Instant },
  offset: number,
  language: Language,
): string {
  const counts = new Map(rows.map(({ date, count }) => [date, count]))
  const days = daysOf(rows, opensAt, closesAt, offset)
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const [width, height, top] = [400, 150, 24]
  const step = width / days.length
  const gap = step > 5 ? 1.5 : 0
  const path = days
    .map((date, at) => ({ tall: ((counts.get(date) ?? 0) / most) * (height - top), x: at * step }))
    .filter(({ tall }) => tall > 0)
    .map(
      ({ tall, x }) => `M${x.toFixed(1)} ${height}v-${tall.toFixed(1)}h${(step - gap).toFixed(1)}V${height}z`,
    )
  const busiest =
    Math.max(
      0,
      days.findIndex((date) => counts.get(date) === most),
    ) * step
  const side = busiest > width - 40 ? ' class="end"' : busiest < 40 ? '' : ' class="middle"'
  return (
    `<svg viewBox="0 0 ${width} ${height + 26}" role="img" aria-label="${spoken(rows)}"><path class="bar" d="${path.join('')}"/>` +
    `<path class="axis" d="M0 ${height + 0.5}H${width}"/><text${side} x="${(busiest + step / 2).toFixed(1)}" y="${top - 8}">${most}</text>` +
    `<text class="soft" x="0" y="${height + 20}">${printDate(days[0] ?? '', language)}</text>` +
    `<text class="soft end" x="${width}" y="${height + 20}">${printDate(days.at(-1) ?? '', language)}</text></svg>`
  )
}
