import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { BillId, ConsultationId, DraftId } from '#core/ids.ts'
import type { ChangeType } from '#core/opinion.ts'
import type { Instant } from '#core/time.ts'
import { pagePaths } from './page-paths.ts'

/** What the annotations speak of, as whole addresses. */
export interface AnnotationGround {
  /** Identity of the collection: the page of the data. */
  id: string
  title: string
  /** The draft asked about. */
  draftPage: string
  /** Page of a later draft. */
  pageOf: (draftId: string) => string
  generator: string
  publishedAt: Instant
}

/** Motivations of the Web Annotation Vocabulary §3.3.5. */
const motivations: Record<ChangeType, string> = {
  add: 'editing',
  modify: 'editing',
  delete: 'editing',
  general: 'commenting',
  question: 'questioning',
  support: 'assessing',
}

/**
 * Opinions on provisions and their answers as a W3C Web Annotation collection (JSON-LD), in pieces: each opinion
 * annotates a provision of the draft asked about; each answer replies to it, and, where words came of it, links to them.
 */
export function annotationPieces(count: number, ground: AnnotationGround) {
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${ground.id}#annotations`,
    type: 'AnnotationCollection',
    label: ground.title,
    total: count * 2,
  }
  const page = { id: `${ground.id}#annotations-1`, type: 'AnnotationPage', startIndex: 0 }
  return {
    head: `${JSON.stringify(collection).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`,
    /** Two annotations, one a line. */
    row: (row: BulletinRow) =>
      `\n${JSON.stringify(opinionOf(row, ground))},\n${JSON.stringify(answerOf(row, ground))}`,
    separator: ',',
    foot: '\n]}}\n',
  }
}

/** Pages of texts and of the data, as whole addresses. */
export function annotationGround(
  origin: string,
  about: {
    bill: { id: BillId; title: string; drafts: readonly { id: DraftId }[] }
    consultation: { id: ConsultationId; draftId: string }
    generator: string
    publishedAt: Instant
  },
): AnnotationGround {
  const { bill, consultation, generator, publishedAt } = about
  // A bill with one text shows it on its own page.
  const pageOf = (draftId: string) => {
    const draft = bill.drafts.find(({ id }) => id === draftId)
    return (
      origin +
      (draft && bill.drafts.length > 1 ? pagePaths.draft(bill.id, draft.id) : pagePaths.bill(bill.id))
    )
  }
  return {
    id: origin + pagePaths.data(bill.id, consultation.id),
    title: bill.title,
    draftPage: pageOf(consultation.draftId),
    pageOf,
    generator,
    publishedAt,
  }
}

function opinionOf(row: BulletinRow, ground: AnnotationGround) {
  const bodies = [textOf(row.verbatim, 'commenting')]
  if (row.proposedText) bodies.push(textOf(row.proposedText, 'editing'))
  return {
    id: `${ground.id}#opinion-${row.row}`,
    type: 'Annotation',
    motivation: motivations[row.changeType],
    body: bodies,
    target:
      row.provisionId === null
        ? ground.draftPage
        : { source: ground.draftPage, ...fragment(row.provisionId) },
  }
}

function answerOf({ row, outcome, reason, resulting }: BulletinRow, ground: AnnotationGround) {
  const words = resulting && {
    type: 'SpecificResource',
    purpose: 'linking',
    source: ground.pageOf(resulting.draftId),
    selector: {
      ...fragment(resulting.provisionId).selector,
      ...(resulting.quote !== '' && { refinedBy: { type: 'TextQuoteSelector', exact: resulting.quote } }),
    },
  }
  return {
    id: `${ground.id}#answer-${row}`,
    type: 'Annotation',
    motivation: 'replying',
    created: ground.publishedAt,
    creator: { type: 'Organization', name: ground.generator },
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: outcome },
      textOf(reason, 'replying'),
      ...(words ? [words] : []),
    ],
    target: `${ground.id}#opinion-${row}`,
  }
}

function textOf(value: string, purpose: string) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain', language: 'zh-CN' }
}

function fragment(value: string) {
  return {
    selector: { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value },
  }
}
