import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import { articlesOf, type Provision } from '#core/draft/provision.ts'
import { compareStrings } from '../i18n/compare.ts'
import { draftName } from '../i18n/draft-name.ts'
import { intoAnchor, type Adoption } from '../published/adoptions.ts'
import type { EarlierChange } from '../published/carried.ts'
import type { Compared } from '../published/comparisons.ts'
import { laterFate } from './later-note.ts'
import { escapeHtml } from './render-law.ts'

function linkHtml(href: string, text: string, label: string, kind?: string): string {
  return `<a${kind ? ` class="${kind}"` : ''} href="${escapeHtml(href)}" aria-label="${escapeHtml(label)}">${escapeHtml(text)}</a>`
}

/** Who shaped this article: how many opinions it took up, linked to the answers that say so. */
export function adoptionNote(
  adoptions: readonly Adoption[],
  { label }: Pick<Provision, 'label'>,
  language: Language,
  kind?: string,
): string {
  const t = compareStrings[language]
  return adoptions
    .map(({ asking: { bill, consultation }, adopted, met, draftId, articleId }) => {
      const text = adopted > 0 ? t.adoptedHere(adopted) : t.metHere(met)
      const page = inLanguage(pagePaths.bulletin(bill.id, consultation.id), language)
      return linkHtml(
        `${page}#${intoAnchor({ draftId, provisionId: articleId })}`,
        text,
        `${text}：${label}`,
        kind,
      )
    })
    .join('')
}

/** Where an article of an older text is in the newest one, linked to what changed (R7). */
export function laterNote(compared: Compared, article: Provision, language: Language): string {
  const found = laterFate(compared.links, article.id)
  if (!found) return ''
  const { bill, from, to, toDraft } = compared
  const t = compareStrings[language]
  const name = draftName(bill, to, language)
  const printed = new Map(articlesOf(toDraft.provisions).map(({ id, label }) => [id as string, label]))
  const labels = found.to.map((id) => printed.get(id) ?? '').join(t.and)
  const says = {
    elsewhere: t.nowIs(name, labels),
    split: t.nowSplit(name, labels),
    merged: t.nowMerged(name, labels),
    edited: t.nowEdited(name),
    moved: t.nowMoved(name),
    gone: t.nowGone(name),
  }[found.fate]
  const row = found.to[0] ?? `was-${article.id}`
  if (!found.wordsChanged) {
    const path = inLanguage(pagePaths.draft(bill.id, to.id), language)
    return linkHtml(`${path}#${row}`, says, `${article.label}：${says}`, 'later')
  }
  const path = inLanguage(pagePaths.compare(bill.id, from.id, to.id), language)
  const link = linkHtml(`${path}#${row}`, t.seeChanges, t.seeChangesIn(article.label))
  return `<span class="later">${escapeHtml(says)}</span>${link}`
}

/** Why an article of a later text is not what it was (R6), linked to the change; nothing while no cause is published. */
export function causeNote(compared: Compared, article: Provision, language: Language): string {
  const t = compareStrings[language]
  return causeLink(compared, article.id, article.label, language, t.changedBecause)
}

/** Why an earlier text changed what became this article: its words are older than the newest change. */
export function earlierCauseNotes(
  changes: readonly EarlierChange[],
  { label }: Pick<Provision, 'label'>,
  language: Language,
): string {
  const t = compareStrings[language]
  return changes
    .map(({ compared, articleId }) => {
      const name = draftName(compared.bill, compared.to, language)
      return causeLink(compared, articleId, label, language, (kinds) => t.changedEarlier(name, kinds))
    })
    .join('')
}

function causeLink(
  { bill, from, to, causes }: Compared,
  articleId: string,
  label: string,
  language: Language,
  say: (kinds: string) => string,
): string {
  const t = compareStrings[language]
  const kinds = causes
    .filter(({ side, provisionId }) => side === 'to' && provisionId === articleId)
    .map(({ kind }) => t.causeKinds[kind])
  if (kinds.length === 0) return ''
  const path = inLanguage(pagePaths.compare(bill.id, from.id, to.id), language)
  const text = say([...new Set(kinds)].join(t.and))
  return linkHtml(`${path}#${articleId}`, text, `${text}：${label}`, 'later')
}
