import type { DraftMeta, DraftText } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import { laterDraftsOf } from '#core/draft/draft-order.ts'
import type { Deps } from '#core/ports.ts'

/** The draft a consultation asks about, and the later ones of its bill, newest last, with their texts. */
export interface ConsultationDrafts {
  asked: DraftMeta
  askedText: DraftText
  later: DraftMeta[]
  laterTexts: DraftText[]
}

/** Reads the drafts a decision may point into (R5). */
export async function readConsultationDrafts(
  deps: Pick<Deps, 'drafts'>,
  consultation: Consultation,
): Promise<ConsultationDrafts> {
  const all = await deps.drafts.listOf(consultation.billId)
  const asked =
    all.find(({ id }) => id === consultation.draftId) ?? (await deps.drafts.get(consultation.draftId))
  const later = laterDraftsOf(asked, all)
  const [askedText, ...laterTexts] = await Promise.all([
    deps.drafts.text(asked.id),
    ...later.map(({ id }) => deps.drafts.text(id)),
  ])
  return { asked, askedText, later, laterTexts }
}
