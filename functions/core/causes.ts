import * as z from 'zod'
import type { Outcome } from './decision.ts'
import { ConsultationId, DraftId, MemberId, OpinionId, ProvisionId } from './ids.ts'
import type { LineageKind, LineageLink } from './lineage.ts'
import { Instant } from './time.ts'

/** Where a change of an article came from (R6): 群众意见 · 审议意见 · 部门意见 · 文字技术. */
export const causeKinds = ['opinions', 'deliberation', 'department', 'technical'] as const
export type CauseKind = (typeof causeKinds)[number]

export const causeKindNames: Record<CauseKind, string> = {
  opinions: '公众意见',
  deliberation: '审议意见',
  department: '部门意见',
  technical: '文字技术修改',
}

/** Only an opinion that was followed can be the cause of a change. */
export const followedOutcomes: readonly (Outcome | undefined)[] = [
  'adopted',
  'partlyAdopted',
  'adoptedInSubstance',
]

/** The longest sentence of a cause, in characters. */
export const maxCauseChars = 300

/**
 * Why an article changed between two drafts. `side` `to`: an article of the newer draft; `from`: one of the older draft
 * that was removed. `decisions` (internal: opinion ids are never published) names the decisions whose words it is;
 * `opinions` needs at least one.
 */
export const Cause = z.strictObject({
  fromDraftId: DraftId,
  toDraftId: DraftId,
  side: z.enum(['from', 'to']),
  provisionId: ProvisionId,
  kind: z.enum(causeKinds),
  /** In plain words, published. */
  sentence: z.string().trim().min(1).max(maxCauseChars),
  decisions: z.array(z.strictObject({ consultationId: ConsultationId, opinionId: OpinionId })).max(1000),
  statedBy: MemberId,
  statedAt: Instant,
  rev: z.number().int(),
})
export type Cause = z.infer<typeof Cause>

/** An article that needs a cause. */
export type CauseSubject = Pick<Cause, 'side' | 'provisionId'>

/** The same words under another number, or at another place, need no cause: nothing a person wrote was changed. */
const changed: readonly LineageKind[] = ['edited', 'split', 'merged', 'removed', 'added']

/** Every article that changed: by its place in the newer draft, or in the older one where it was removed. */
export function changedArticles(links: readonly LineageLink[]): CauseSubject[] {
  return links
    .filter(({ kind }) => changed.includes(kind))
    .flatMap(({ from, to }): CauseSubject[] =>
      to.length > 0
        ? to.map((provisionId) => ({ side: 'to', provisionId }))
        : from.map((provisionId) => ({ side: 'from', provisionId })),
    )
}

/** The changed articles nobody has named a cause for; while there is one, the newer draft is not published (R6). */
export function missingCauses(links: readonly LineageLink[], causes: readonly Cause[]): CauseSubject[] {
  const named = new Set(causes.map(subjectKey))
  return changedArticles(links).filter((subject) => !named.has(subjectKey(subject)))
}

/** One article among all of both drafts. */
export function subjectKey({ side, provisionId }: CauseSubject): string {
  return `${side} ${provisionId}`
}
