import type { Language } from '#contract/page-paths.ts'
import type { Bulletin, BulletinRow } from '#core/bulletin.ts'
import { bulletinChanges } from '#core/bulletin-changes.ts'
import { bulletinStrings } from '../i18n/bulletin.ts'
import { outcomeNamesIn } from '../i18n/names.ts'
import { strings } from '../i18n/strings.ts'
import { escapeHtml as h } from '../law/render-law.ts'

/** Why the newest edition corrects the one before, and what it says otherwise. */
export function correctionHtml(earlier: Bulletin, newest: Bulletin, language: Language): string {
  const title = bulletinStrings[language].correction(newest.edition)
  return `<section class="notice prose"><h2>${h(title)}</h2>${reasonHtml(newest)}${changesHtml(earlier, newest, language)}</section>`
}

/** That an edition was taken the place of, by which, why, and what the next one says otherwise. */
export function supersededHtml(
  { bulletin, next, newest, href }: { bulletin: Bulletin; next: Bulletin; newest: number; href: string },
  language: Language,
): string {
  const t = bulletinStrings[language]
  const reason = next.correction ? `<h3>${h(t.correction(next.edition))}</h3>${reasonHtml(next)}` : ''
  return (
    `<section class="notice prose superseded"><h2>${h(t.superseded(bulletin.edition, newest))}</h2><p>${h(t.supersededSay)}</p>` +
    `<p><a class="alone" href="${h(href)}">${h(t.toNewest)}</a></p>${reason}${changesHtml(bulletin, next, language)}</section>`
  )
}

function reasonHtml({ correction }: Bulletin): string {
  return correction === undefined ? '' : `<p lang="zh-CN" class="lines">${h(correction)}</p>`
}

/** What a later edition says otherwise, as a list; the corrected answers with both. */
function changesHtml(earlier: Bulletin, later: Bulletin, language: Language): string {
  const t = bulletinStrings[language]
  const { words, changed, added, removed } = bulletinChanges(earlier, later)
  const lines: string[] = []
  if (words) lines.push(`<li>${h(t.wordsChanged)}</li>`)
  if (changed.length > 0) {
    const each = changed.map(
      ({ before, after }) =>
        `<li>${said(before, language)}<p>${answered(t.before, before, language)}<br>${answered(t.after, after, language)}</p></li>`,
    )
    lines.push(`<li>${h(t.changed(changed.length))}<ul>${each.join('')}</ul></li>`)
  }
  if (added.length > 0) lines.push(listed(t.added(added.length), added, language))
  if (removed.length > 0) lines.push(listed(t.removed(removed.length), removed, language))
  if (changed.length + added.length + removed.length === 0) lines.push(`<li>${h(t.nothingElse)}</li>`)
  return `<h3>${h(t.changesTitle(earlier.edition, later.edition))}</h3><ul class="changes">${lines.join('')}</ul>`
}

function listed(title: string, rows: readonly BulletinRow[], language: Language): string {
  return `<li>${h(title)}<ul>${rows.map((row) => `<li>${said(row, language)}</li>`).join('')}</ul></li>`
}

function said({ provisionLabel, verbatim }: BulletinRow, language: Language): string {
  return `<span lang="zh-CN">${h(provisionLabel || strings[language].bulletin.whole)}：“${h(verbatim)}”</span>`
}

function answered(when: string, { outcome, reason }: BulletinRow, language: Language): string {
  return `${h(when)}：${h(outcomeNamesIn[language][outcome])}<span lang="zh-CN">。${h(reason)}</span>`
}
