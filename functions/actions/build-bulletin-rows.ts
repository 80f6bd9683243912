import type { BulletinRow } from '#core/bulletin.ts'
import { citeProvision } from '#core/cite.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import { locateWords } from '#core/decision-gaps.ts'
import type { Decision } from '#core/decision.ts'
import type { OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log-entry.ts'
import { maskPersonalData } from '#core/masking.ts'
import { proponentWords } from '#core/proponent-words.ts'
import { walkProvisions } from '#core/provision.ts'
import type { BulletinMaterial } from './bulletin-readiness.ts'
import { provisionLabel } from './shape-office-opinion.ts'

/**
 * The public rows of a bulletin in the order of the draft, and which row answers which opinion: earlier revisions
 * name the row of the one that stands. Everything a person wrote is masked (R10).
 */
export function buildBulletinRows(
  material: BulletinMaterial,
  contactPoints: readonly ContactPoint[],
): { rows: BulletinRow[]; rowOf: Map<OpinionId, number> } {
  const rows: BulletinRow[] = []
  const rowOf = new Map<OpinionId, number>()
  for (const logged of inDraftOrder(material)) {
    const { id } = logged.entry
    const row = rows.length + 1
    rows.push(bulletinRow(row, logged, material, contactPoints))
    for (const answered of [id, ...(material.earlier.get(id) ?? [])]) rowOf.set(answered, row)
  }
  return { rows, rowOf }
}

/** By the place of its provision in the draft asked about, the whole first; then by place in the log. */
function inDraftOrder(material: Pick<BulletinMaterial, 'current' | 'drafts'>): LoggedOpinion[] {
  const places = new Map<string | null, number>([[null, -1]])
  for (const { id } of walkProvisions(material.drafts.askedText.provisions)) places.set(id, places.size)
  const place = ({ entry }: LoggedOpinion) => places.get(entry.provisionId) ?? places.size
  return [...material.current].sort((a, b) => place(a) - place(b) || a.n - b.n)
}

function bulletinRow(
  row: number,
  { entry, text }: LoggedOpinion,
  { drafts, decisions }: BulletinMaterial,
  contactPoints: readonly ContactPoint[],
): BulletinRow {
  const decision = decisions.get(entry.id)
  // `readinessOf` has said that every opinion has one; anything else is our bug.
  if (decision?.outcome === undefined) throw new Error('a bulletin row without an outcome')
  const { content } = text
  const contactPoint = contactPoints.find(({ id }) => id === entry.contactPointId)
  const resulting = resultingRow(decision, drafts.laterTexts)
  return {
    row,
    provisionId: entry.provisionId,
    provisionLabel: provisionLabel(drafts.askedText, entry.provisionId),
    changeType: content.changeType,
    verbatim: mask(content.verbatim),
    ...(content.proposedText !== undefined && { proposedText: mask(content.proposedText) }),
    channel: entry.channel,
    ...(contactPoint && { contactPointName: contactPoint.name }),
    proponent: mask(proponentWords(content.proponent)),
    outcome: decision.outcome,
    reason: mask(decision.reason ?? ''),
    ...(resulting && { resulting }),
  }
}

function resultingRow(
  { resulting }: Decision,
  laterTexts: BulletinMaterial['drafts']['laterTexts'],
): BulletinRow['resulting'] {
  if (resulting === undefined) return undefined
  const located = locateWords(resulting, laterTexts)
  const draft = laterTexts.find(({ id }) => id === resulting.draftId)
  if (typeof located === 'string' || draft === undefined) return undefined
  return {
    draftId: resulting.draftId,
    provisionId: resulting.provisionId,
    provisionLabel: citeProvision(draft.provisions, resulting.provisionId),
    quote: located.quote,
    ...(located.start !== undefined && { start: located.start }),
  }
}

function mask(text: string): string {
  return maskPersonalData(text).text
}
