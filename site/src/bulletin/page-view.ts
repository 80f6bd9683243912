import { limits } from '#contract/limits.ts'
import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import { type Answer, type Edition, isLongEdition } from '#core/bulletin/long-bulletin.ts'
import { articleIdOf, walkProvisions } from '#core/draft/provision.ts'
import { compareStrings } from '../i18n/compare.ts'
import { stageNamesIn } from '../i18n/names.ts'
import { strings } from '../i18n/strings.ts'
import { bulletinStrings } from '../i18n/bulletin.ts'
import { placeMarks } from '../law/marks.ts'
import { articleWords, escapeHtml as h } from '../law/render-law.ts'
import { adoptedWords, intoAnchor } from '../published/adoptions.ts'
import { hasBulletinDocument } from '../published/bulletin-documents.ts'
import { comparisonOf, comparisonWithNewest } from '../published/comparisons.ts'
import { askingsOf, published, utcOffsetMinutes, type Asking } from '../published/portal.ts'
import type { Became } from './answers.ts'
import type { BulletinView } from './render-bulletin.ts'

/** An edition as it stands on the public site; `correction` is HTML that goes behind the opening. */
export function pageView(
  language: Language,
  asking: Asking,
  bulletin: Edition,
  correction: string,
): BulletinView {
  const { bill, consultation } = asking
  const { authority, contactPoints } = published.site
  return {
    language,
    bulletin,
    billTitle: bill.title,
    organ: language === 'zh' ? authority.organ : authority.organEn,
    window: consultation,
    utcOffsetMinutes,
    contactPointNames: new Map(contactPoints.map(({ id, name }) => [id, name])),
    became: becameOn(language, asking, isLongEdition(bulletin)),
    dataHref: inLanguage(pagePaths.data(bill.id, consultation.id), language),
    intoAnchor,
    links: linksHtml(language, asking, bulletin),
    correction,
  }
}

function linksHtml(
  language: Language,
  { bill, consultation, draft, editions }: Asking,
  bulletin: Edition,
): string {
  const link = (path: string, words: string) => `<a class="alone" href="${h(path)}">${h(words)}</a>`
  const compared = comparisonWithNewest(bill, draft.id)
  const { edition } = bulletin
  const file =
    edition === editions.at(-1)?.edition
      ? pagePaths.bulletinFile(bill.id, consultation.id)
      : pagePaths.bulletinEditionFile(bill.id, consultation.id, edition)
  const isTooLong = bulletin.reconciliation.received > limits.maxBulletinDocumentRows
  const withoutDocument =
    isTooLong && !hasBulletinDocument(consultation.id, edition)
      ? `<p class="screen-only soft">${h(bulletinStrings[language].noDocument)}</p>`
      : ''
  return `<p class="screen-only">${[
    link(inLanguage(pagePaths.bill(bill.id), language), strings[language].bulletin.toText),
    ...(compared
      ? [
          link(
            inLanguage(pagePaths.compare(bill.id, compared.from.id, compared.to.id), language),
            compareStrings[language].title,
          ),
        ]
      : []),
    ...(hasBulletinDocument(consultation.id, edition)
      ? [link(file, bulletinStrings[language].document)]
      : []),
  ].join(' ')}</p>${withoutDocument}`
}

/**
 * The provision of the later draft with the words marked in it (R5), and the anchors that are really there. A long
 * edition prints the words alone and links to the article: its page has to stay readable on a phone.
 */
function becameOn(
  language: Language,
  { bill, consultation }: Asking,
  isLong: boolean,
): (answer: Answer) => Became | undefined {
  const askings = askingsOf(bill)
  const wordsIn = (draftId: string) => {
    const wanted = adoptedWords(askings, draftId)
    const { placed } = placeMarks(published.drafts.get(draftId)?.provisions ?? [], wanted)
    return wanted.filter(({ id }) => id !== undefined && placed.has(id))
  }
  const wordsOf = new Map(bill.drafts.map(({ id }) => [id as string, wordsIn(id)]))
  return ({ resulting }) => {
    const draft = resulting && published.drafts.get(resulting.draftId)
    if (!resulting || !draft) return undefined
    const { provisionId, quote, start } = resulting
    const article = [...walkProvisions(draft.provisions)].find(({ id }) => id === articleIdOf(provisionId))
    const path = bill.drafts.length > 1 ? pagePaths.draft(bill.id, draft.id) : pagePaths.bill(bill.id)
    const words = wordsOf
      .get(draft.id)
      ?.find((held) => held.provisionId === provisionId && held.quote === quote && held.start === start)
    const compared = comparisonOf(bill, consultation.draftId, draft.id)
    const row = article && compared?.rows.some(({ to }) => to[0]?.id === article.id)
    return {
      stage: stageNamesIn[language][draft.stage],
      label: resulting.provisionLabel,
      href: `${inLanguage(path, language)}#${words?.id ?? provisionId}`,
      html: article && !isLong ? articleWords(article, { provisionId, quote, start }) : undefined,
      quote,
      changes: row
        ? `${inLanguage(pagePaths.compare(bill.id, consultation.draftId, draft.id), language)}#${article.id}`
        : undefined,
    }
  }
}
