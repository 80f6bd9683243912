import type { Language } from '#contract/page-paths.ts'
import { changesBetween } from '#core/bulletin/edition-changes.ts'
import type { ChangedRow, Edition } from '#core/bulletin/long-bulletin.ts'
import { bulletinStrings } from '../i18n/bulletin.ts'
import { outcomeNamesIn } from '../i18n/names.ts'
import { strings } from '../i18n/strings.ts'
import { escapeHtml as h } from '../law/render-law.ts'

/** A list of more is folded. */
const mostShown = 3

/** Why the newest edition corrects the one before, and what it says otherwise. */
export function correctionHtml(earlier: Edition, newest: Edition, language: Language): string {
  const title = bulletinStrings[language].correction(newest.edition)
  return `<section class="notice prose"><h2>${h(title)}</h2>${reasonHtml(newest)}${changesHtml(earlier, newest, language)}</section>`
}

/** That an edition was taken the place of, by which, why, and what the next one says otherwise. */
export function supersededHtml(
  { bulletin, next, newest, href }: { bulletin: Edition; next: Edition; newest: number; href: string },
  language: Language,
): string {
  const t = bulletinStrings[language]
  const reason = next.correction ? `<h3>${h(t.correction(next.edition))}</h3>${reasonHtml(next)}` : ''
  return (
    `<section class="notice prose superseded"><h2>${h(t.superseded(bulletin.edition, newest))}</h2><p>${h(t.supersededSay)}</p>` +
    `<p><a class="alone" href="${h(href)}">${h(t.toNewest)}</a></p>${reason}${changesHtml(bulletin, next, language)}</section>`
  )
}

function reasonHtml({ correction }: Edition): string {
  return correction === undefined ? '' : `<p lang="zh-CN" class="lines">${h(correction)}</p>`
}

/** What a later edition says otherwise, as a list; the corrected answers with both. */
function changesHtml(earlier: Edition, later: Edition, language: Language): string {
  const t = bulletinStrings[language]
  const changes = changesBetween(earlier, later)
  if (changes === undefined) return `<p>${h(t.changesLater)}</p>`
  const { words, changed, added, removed } = changes
  const lines: string[] = []
  if (words) lines.push(`<li>${h(t.wordsChanged)}</li>`)
  if (changed.count > 0) {
    const each = changed.first.map(
      ({ before, after }) =>
        `<li>${said(before, language)}<p>${answered(t.before, before, language)}<br>${answered(t.after, after, language)}</p></li>`,
    )
    const rest = moreHtml(changed.count - changed.first.length, language)
    lines.push(folded(t.changed(changed.count), [...each, rest]))
  }
  if (added.count > 0) lines.push(listed(t.added(added.count), added, language))
  if (removed.count > 0) lines.push(listed(t.removed(removed.count), removed, language))
  if (changed.count + added.count + removed.count === 0) lines.push(`<li>${h(t.nothingElse)}</li>`)
  return `<h3>${h(t.changesTitle(earlier.edition, later.edition))}</h3><ul class="changes">${lines.join('')}</ul>`
}

/** That a list names the first only. */
function moreHtml(left: number, language: Language): string {
  return left > 0 ? `<li>${h(bulletinStrings[language].andMore(left))}</li>` : ''
}

function listed(
  title: string,
  { count, first: rows }: { count: number; first: readonly ChangedRow[] },
  language: Language,
): string {
  const each = rows.map((row) => `<li>${said(row, language)}</li>`)
  return folded(title, [...each, moreHtml(count - rows.length, language)])
}

/** A list under its title; a long one opens by itself only in print, so that the totals stay near the head. */
function folded(title: string, items: readonly string[]): string {
  const list = `<ul>${items.join('')}</ul>`
  if (items.length <= mostShown + 1) return `<li>${h(title)}${list}</li>`
  return `<li><details class="about"><summary>${h(title)}</summary>${list}</details></li>`
}

function said({ provisionLabel, verbatim }: ChangedRow, language: Language): string {
  return `<span lang="zh-CN">${h(provisionLabel || strings[language].bulletin.whole)}：“${h(verbatim)}”</span>`
}

function answered(when: string, { outcome, reason }: ChangedRow, language: Language): string {
  return `${h(when)}：${h(outcomeNamesIn[language][outcome])}<span lang="zh-CN">。${h(reason)}</span>`
}
