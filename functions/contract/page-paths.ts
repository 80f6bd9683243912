import { draftFileName, type DraftFormat } from '#core/draft/draft-formats.ts'
import type { BillId, ConsultationId, DraftId, ProvisionId } from '#core/ids.ts'

/** Languages of the interface; Chinese is the first and has no prefix. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** Every page's address, once, for the site, the no-JavaScript pages and the portal alike. */
export const pagePaths = {
  home: '/',
  bill: (billId: BillId) => `/bills/${billId}/`,
  /** Anchors are provision ids, so a link to 第二十四条 is stable within its draft. */
  provision: (billId: BillId, provisionId: ProvisionId) => `/bills/${billId}/#${provisionId}`,
  /** One text 稿 of a bill by itself; anchors are provision ids. */
  draft: (billId: BillId, draftId: DraftId) => `/bills/${billId}/drafts/${draftId}/`,
  /** The same text as a file: `txt`, `json`, `akn.xml`; one for both languages. */
  draftFile: (billId: BillId, draftId: DraftId, format: DraftFormat) =>
    `/bills/${billId}/drafts/${draftFileName(draftId, format)}`,
  /** 修改前后对照表 of two texts; rows are anchored by the newer text's article ids, removed ones by `was-` and the older id. */
  compare: (billId: BillId, fromDraftId: DraftId, toDraftId: DraftId) =>
    `/bills/${billId}/compare/${fromDraftId}/${toDraftId}/`,
  /** The same comparison as a Word file, one for both languages. */
  compareFile: (billId: BillId, fromDraftId: DraftId, toDraftId: DraftId) =>
    `/bills/${billId}/compare/${fromDraftId}/${toDraftId}.docx`,
  bulletin: (billId: BillId, consultationId: ConsultationId) =>
    `/bills/${billId}/bulletin/${consultationId}/`,
  /** An edition that a later one has taken the place of. */
  bulletinEdition: (billId: BillId, consultationId: ConsultationId, edition: number) =>
    `/bills/${billId}/bulletin/${consultationId}/${edition}/`,
  /** The newest edition as a Word file, one for both languages; earlier ones have their own. */
  bulletinFile: (billId: BillId, consultationId: ConsultationId) =>
    `/bills/${billId}/bulletin/${consultationId}.docx`,
  bulletinEditionFile: (billId: BillId, consultationId: ConsultationId, edition: number) =>
    `/bills/${billId}/bulletin/${consultationId}/${edition}.docx`,
  /** Open data of one answered consultation: a page that explains it, files beside it. */
  data: (billId: BillId, consultationId: ConsultationId) => `/bills/${billId}/data/${consultationId}/`,
  answered: '/answered/',
  contactPoints: '/contact-points/',
  /** Static page; the code stands in the fragment (`#K7QX…`) or in the body of a POST, never in path or query. */
  receipt: '/receipt/',
  /** Where a letter's code is confirmed or ends all letters; it stands in the fragment or is typed (`#confirm=…`, `#leave=…`). */
  answerMail: '/answer-mail/',
  about: '/about/',
  privacy: '/privacy/',
  /** An earlier version of the privacy notice; `noticePath` says where any version is read. */
  notice: (version: string) => `/privacy/${version}/`,
  accessibility: '/accessibility/',
  design: '/design/',
  /** Server-rendered form for one article or (`whole`) the draft, for people without JavaScript. */
  say: (consultationId: ConsultationId, provisionId: ProvisionId | null) =>
    `/say/${consultationId}/${provisionId ?? 'whole'}`,
  desk: '/desk/',
  login: '/office/login',
  logout: '/office/logout',
} as const

/** The same static page in another language: English lives under `/en`. Server-rendered pages take `?lang=en`. */
export function inLanguage(path: string, language: Language): string {
  return language === 'zh' ? path : `/en${path}`
}

/** The one stylesheet, under a stable name so that server-rendered pages wear it too. */
export const stylesheetPath = '/assets/kaimen.css'

/** Remembers 长辈大字 and 高对比; a small classic script every page loads before it is painted. */
export const easeScriptPath = '/assets/ease.js'
