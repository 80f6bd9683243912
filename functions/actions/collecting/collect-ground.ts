import type { RecordProblem } from '#contract/collect-api.ts'
import type { CollectedContent } from '#core/collecting/collected-opinion.ts'
import type { Consultation } from '#core/consultation.ts'
import { compareDrafts } from '#core/draft/draft-order.ts'
import type { BillId, ConsultationId } from '#core/ids.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { draftGround, type DraftGround } from '../intake/submission-ground.ts'

export type GroundDeps = Pick<Deps, 'consultations' | 'drafts'>

/** What one record is checked against: its consultation, and the draft it was written against. */
export interface CollectGround {
  consultation: Consultation
  draft: DraftGround
  /** A later text of the bill is what people are asked about, or is out already (OFFLINE row 10). */
  isOlderDraft: boolean
}

type Found<T> = { ok: true; found: T } | { ok: false; problem: RecordProblem }

/** Looks grounds up for one request: records of one task share them, and each is read once. */
export class CollectGrounds {
  readonly #deps: GroundDeps
  readonly #consultations = new Map<ConsultationId, Promise<Consultation | undefined>>()
  readonly #drafts = new Map<BillId, ReturnType<Deps['drafts']['listOf']>>()

  constructor(deps: GroundDeps) {
    this.#deps = deps
  }

  async of(content: Pick<CollectedContent, 'consultationId' | 'draftId'>): Promise<Found<CollectGround>> {
    const consultation = await this.#consultation(content.consultationId)
    if (consultation === undefined) return missing('consultationId', 'unknown-consultation')
    if (consultation.status === 'prepared')
      return missing('consultationId', 'not-open-yet', { opensAt: consultation.opensAt })
    if (consultation.status === 'withdrawn') return missing('consultationId', 'consultation-withdrawn')
    const drafts = await this.#draftsOf(consultation.billId)
    const written = drafts.find(({ id }) => id === content.draftId)
    const asked = drafts.find(({ id }) => id === consultation.draftId)
    const isKnown = written !== undefined && (written === asked || written.publishedAt !== undefined)
    if (!isKnown || asked === undefined) return missing('draftId', 'unknown-draft')
    const isOlderDraft = drafts.some(
      (draft) => (draft === asked || draft.publishedAt !== undefined) && compareDrafts(written, draft) < 0,
    )
    const draft = await draftGround(this.#deps.drafts, written.id)
    return { ok: true, found: { consultation, draft, isOlderDraft } }
  }

  #consultation(id: ConsultationId): Promise<Consultation | undefined> {
    return kept(this.#consultations, id, () =>
      this.#deps.consultations.get(id).catch((error: unknown) => {
        if (isRefusal(error, 'not-found')) return undefined
        throw error
      }),
    )
  }

  #draftsOf(id: BillId) {
    return kept(this.#drafts, id, () => this.#deps.drafts.listOf(id))
  }
}

function kept<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, read: () => Promise<Value>) {
  const found = known.get(key) ?? read()
  known.set(key, found)
  return found
}

function missing(
  field: 'consultationId' | 'draftId',
  code: RecordProblem['code'],
  facts: RecordProblem['facts'] = {},
): { ok: false; problem: RecordProblem } {
  return { ok: false, problem: { field, code, facts } }
}
