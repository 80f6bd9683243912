import type { DraftId, ConsultationId } from '#core/ids.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Consultation } from '#core/consultation.ts'
import type { Deps, Drafts } from '#core/ports.ts'
import { walkProvisions, type Provision } from '#core/draft/provision.ts'

/** A draft as residents speak about it: its tree and the ids in it. */
export interface DraftGround {
  provisions: Provision[]
  provisionIds: ReadonlySet<string>
}

const keptDrafts = 24
const grounds = new WeakMap<Drafts, Map<DraftId, DraftGround>>()

/**
 * The provisions of a draft. Drafts are immutable (R8), so the few that are being discussed stay in memory,
 * and taking an opinion reads nothing but the consultation.
 */
export async function draftGround(drafts: Drafts, draftId: DraftId): Promise<DraftGround> {
  const kept = grounds.get(drafts) ?? new Map<DraftId, DraftGround>()
  grounds.set(drafts, kept)
  const known = kept.get(draftId)
  if (known !== undefined) return known
  const { provisions } = await drafts.text(draftId)
  const ground = {
    provisions,
    provisionIds: new Set<string>([...walkProvisions(provisions)].map(({ id }) => id)),
  }
  const oldest = kept.keys().next()
  if (kept.size >= keptDrafts && !oldest.done) kept.delete(oldest.value)
  kept.set(draftId, ground)
  return ground
}

/** A consultation the public can see, with its draft; prepared and withdrawn ones are `not-found`. */
export async function submissionGround(
  deps: { consultations: Pick<Deps['consultations'], 'get'>; drafts: Drafts },
  id: ConsultationId,
): Promise<DraftGround & { consultation: Consultation }> {
  const consultation = await deps.consultations.get(id)
  if (consultation.status === 'prepared' || consultation.status === 'withdrawn')
    throw new PortalError('not-found', { kind: 'consultation' })
  return { ...(await draftGround(deps.drafts, consultation.draftId)), consultation }
}
