import type { DraftText } from '#core/bill.ts'
import type { DraftId } from '#core/ids.ts'
import type { Deps } from '#core/ports.ts'
import type { QuarantinedOpinion } from '#core/collecting/quarantine.ts'
import { provisionLabel } from '../deciding/shape-office-opinion.ts'

/** What an opinion that was set aside is about, as people call it. */
export interface QuarantineSubject {
  /** `''` when the device named a consultation we do not have. */
  billTitle: string
  /** 第二十四条; `''` for the draft as a whole, and for a provision we do not have. */
  provisionLabel: string
}

/** Names what opinions are about; each text is read once, however many name it. */
export async function quarantineSubjects(
  deps: Pick<Deps, 'consultations' | 'bills' | 'drafts'>,
): Promise<(opinion: QuarantinedOpinion['opinion']) => Promise<QuarantineSubject>> {
  const [consultations, bills] = await Promise.all([deps.consultations.list(), deps.bills.list()])
  const texts = new Map<DraftId, Promise<DraftText>>()
  const textOf = (id: DraftId) => {
    const text = texts.get(id) ?? deps.drafts.text(id)
    texts.set(id, text)
    return text
  }
  return async ({ consultationId, provisionId }) => {
    const asked = consultations.find(({ id }) => id === consultationId)
    if (asked === undefined) return { billTitle: '', provisionLabel: '' }
    return {
      billTitle: bills.find(({ id }) => id === asked.billId)?.title ?? '',
      provisionLabel: provisionId === null ? '' : provisionLabel(await textOf(asked.draftId), provisionId),
    }
  }
}
