import { earlierNoticeVersions } from '#contract/notice-versions.ts'
import { inLanguage, languages, pagePaths, type Language } from '#contract/page-paths.ts'
import type { PublishedBill } from '#contract/published.ts'
import type { Published } from './published/read-published.ts'

/** Pages that exist whatever is published. */
export const fixedPages = [
  'home',
  'answered',
  'contactPoints',
  'receipt',
  'answerMail',
  'about',
  'privacy',
  'accessibility',
  'design',
] as const satisfies readonly (keyof typeof pagePaths)[]

/** A bill with several texts has a page for each; a single text stands on the bill's own page. */
export function draftsWithPages(bill: PublishedBill): PublishedBill['drafts'] {
  return bill.drafts.length > 1 ? bill.drafts : []
}

/** Two texts of a bill, the older one first. */
export interface DraftPair {
  from: PublishedBill['drafts'][number]
  to: PublishedBill['drafts'][number]
}

/** Any two texts of a bill are compared, the older one first. */
export function comparedPairs({ drafts }: PublishedBill): DraftPair[] {
  return drafts.flatMap((from, at) => drafts.slice(at + 1).map((to) => ({ from, to })))
}

/** Every page the site has for what is published, in both languages: the list tests and checks walk. */
export function sitePaths(published: Pick<Published, 'bills' | 'bulletins'>): string[] {
  const chinese = [
    ...fixedPages.map((name) => pagePaths[name]),
    ...earlierNoticeVersions.map((version) => pagePaths.notice(version)),
    ...published.bills.flatMap((bill) => [
      pagePaths.bill(bill.id),
      ...draftsWithPages(bill).map((draft) => pagePaths.draft(bill.id, draft.id)),
      ...comparedPairs(bill).map(({ from, to }) => pagePaths.compare(bill.id, from.id, to.id)),
      ...bill.consultationIds
        .filter((id) => published.bulletins.has(id))
        .flatMap((id) => [
          pagePaths.bulletin(bill.id, id),
          ...(published.bulletins.get(id)?.editions ?? [])
            .slice(0, -1)
            .map(({ edition }) => pagePaths.bulletinEdition(bill.id, id, edition)),
          pagePaths.data(bill.id, id),
        ]),
    ]),
  ]
  return languages.flatMap((language) => chinese.map((path) => inLanguage(path, language)))
}

/** `getStaticPaths` of a page that exists once in each language: Chinese has no prefix. */
export function languagePaths(): { params: { lang: string | undefined }; props: { language: Language } }[] {
  return languages.map((language) => ({
    params: { lang: language === 'zh' ? undefined : language },
    props: { language },
  }))
}
