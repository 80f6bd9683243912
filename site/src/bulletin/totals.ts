import type { Language } from '#contract/page-paths.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { outcomeNamesIn, stampOf } from '../i18n/names.ts'
import { strings } from '../i18n/strings.ts'
import { escapeHtml as h } from '../law/render-law.ts'

/** Totals that add up (R3): received = Σ outcomes, always as a table, never a rate without its denominator. */
export function totalsHtml({ received, byOutcome }: Bulletin['reconciliation'], language: Language): string {
  const t = strings[language].bulletin
  const rows = outcomes.map((outcome) => ({ outcome, count: byOutcome[outcome] ?? 0 }))
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  if (total !== received)
    throw new Error(
      `A bulletin says ${received} opinions were received, but its outcomes add up to ${total}.`,
    )
  const lines = rows.map(({ outcome, count }) => {
    const isTaken = outcome === 'adopted' || outcome === 'partlyAdopted'
    const share = received === 0 ? 0 : (count / received) * 100
    return (
      `<tr${count === 0 ? ' class="zero"' : ''}><th scope="row"><span class="${stampOf[outcome]}">${h(outcomeNamesIn[language][outcome])}</span></th>` +
      `<td class="num">${count}</td><td class="share" aria-hidden="true"><svg viewBox="0 0 100 10" preserveAspectRatio="none">` +
      `<rect class="bar ${isTaken ? 'taken' : 'quiet'}" width="${share}" height="10"/></svg></td></tr>`
    )
  })
  return (
    `<table class="totals"><caption>${h(t.totalsLead(received))}</caption><thead><tr><th scope="col">${h(t.outcome)}</th>` +
    `<th scope="col" class="num">${h(t.number)}</th><td class="gone" aria-hidden="true"></td></tr></thead><tbody>${lines.join('')}</tbody>` +
    `<tfoot><tr><th scope="row">${h(t.sum)}</th><td class="num">${total}</td><td>= ${h(t.received)} ${received}</td></tr></tfoot></table>`
  )
}
