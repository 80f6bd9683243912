import { writeNumeral } from '#core/draft/numerals.ts'
import { docxStream } from './docx-package.ts'
import { docxLines, docxParagraph, type DocxRun } from './docx-runs.ts'

/** One opinion as a report prints it. */
export interface ReportedOpinion {
  verbatim: string
  drafted?: string | undefined
  proposedText?: string | undefined
  reason?: string | undefined
  /** Who said it, by what channel, when: 「居民（河西村），座谈会，2026年11月3日」. */
  source: string
}

/** A report 上报 as printed. */
export interface ReportDocument {
  /** 关于《…》征求意见情况的报告 */
  title: string
  /** 文号, `''` without one. */
  documentNumber: string
  /** Whom it is sent to. */
  addressee: string
  head: string
  parts: readonly {
    /** 第十三条; `''` for the draft as a whole. */
    label: string
    people: number
    summary: string
    opinions: readonly ReportedOpinion[]
  }[]
  /** The name of the contact point, under the report. */
  from: string
  /** 2026年11月18日; of the signature, `''` while there is none. */
  date: string
  /** Who signed off, `''`: the document says that it is a draft. */
  signedBy: string
}

/**
 * Streams a report as .docx in the look of an official letter: A4 upright, 黑体 title, 三号仿宋, an article a part with the
 * contact point's own summary and then each opinion, what was said in 楷体, signature and date on the right.
 */
export function reportDocx(document: ReportDocument): AsyncGenerator<Uint8Array> {
  return docxStream(document.title, body(document), 'letter')
}

function* body(document: ReportDocument): Generator<string> {
  const { title, documentNumber, addressee, head, parts, from, date, signedBy } = document
  if (signedBy === '') yield docxParagraph('Note', [{ text: '（草稿，尚未审签）' }])
  if (documentNumber !== '') yield docxParagraph('Number', [{ text: documentNumber }])
  yield docxParagraph('Headline', [{ text: title }])
  yield docxParagraph('Addressee', [{ text: `${addressee}：` }])
  yield* lines('Body', [{ text: head }])
  for (const [place, part] of parts.entries()) {
    const about = part.label === '' ? '对草案的总体意见' : `关于${part.label}`
    const counts = `（${part.opinions.length} 条，${part.people} 人）`
    yield docxParagraph('Part', [{ text: `${writeNumeral(place + 1)}、${about}${counts}` }])
    if (part.summary !== '') yield* lines('Body', [{ text: part.summary }])
    for (const [at, opinion] of part.opinions.entries()) yield* opinionLines(at + 1, opinion)
  }
  yield docxParagraph('Body', [])
  yield docxParagraph('Sign', [{ text: from }])
  if (signedBy !== '') yield docxParagraph('Sign', [{ text: `审签：${signedBy}` }])
  if (date !== '') yield docxParagraph('Sign', [{ text: date }])
}

function* opinionLines(number: number, opinion: ReportedOpinion): Generator<string> {
  const { verbatim, drafted, proposedText, reason, source } = opinion
  yield* lines('Voice', [{ text: `${number}. “${verbatim}”（${source}）` }])
  if (drafted) yield* lines('Body', [{ text: '整理：', style: 'Label' }, { text: drafted }])
  if (proposedText) yield* lines('Body', [{ text: '建议改为：', style: 'Label' }, { text: proposedText }])
  if (reason) yield* lines('Body', [{ text: '理由：', style: 'Label' }, { text: reason }])
}

function lines(style: string, runs: readonly DocxRun[]): string[] {
  return docxLines(runs).map((line) => docxParagraph(style, line))
}
