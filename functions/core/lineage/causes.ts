import * as z from 'zod'
import type { Outcome } from '../deciding/outcome.ts'
import { ConsultationId, DraftId, MemberId, OpinionId, ProvisionId } from '../ids.ts'
import { LineageCorrection, type LineageKind, type LineageLink } from './lineage.ts'
import { Instant } from '../time.ts'

/** Where a change of an article came from (R6): 群众意见 · 审议意见 · 部门意见 · 文字技术. */
export const causeKinds = ['opinions', 'deliberation', 'department', 'technical'] as const
export type CauseKind = (typeof causeKinds)[number]

/** What each cause is called in Chinese. */
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
 * `opinions` needs at least one. `relation`: which articles belonged together when it was named; missing on causes from
 * before this was kept.
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
  relation: LineageCorrection.optional(),
  statedBy: MemberId,
  statedAt: Instant,
  rev: z.int(),
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

/** A changed article that still owes its cause; `again`: one was named, for articles that hang together otherwise now. */
export interface OwedCause extends CauseSubject {
  again: boolean
}

/**
 * The changed articles nobody has named a cause for, and those whose cause was named before a correction of the lineage
 * changed what it explains (`again`: it is kept, and has to be confirmed or changed). While there is one, the newer draft
 * is not published (R6).
 */
export function missingCauses(links: readonly LineageLink[], causes: readonly Cause[]): OwedCause[] {
  const named = new Map(causes.map((cause) => [subjectKey(cause), cause]))
  return changedArticles(links).flatMap((subject): OwedCause[] => {
    const cause = named.get(subjectKey(subject))
    if (cause === undefined) return [{ ...subject, again: false }]
    return isForThis(cause, relationOf(links, subject)) ? [] : [{ ...subject, again: true }]
  })
}

/** The articles that belong together where this one stands. */
export function relationOf(
  links: readonly LineageLink[],
  { side, provisionId }: CauseSubject,
): LineageCorrection | undefined {
  const link = links.find((held) => held[side].includes(provisionId))
  return link && { from: link.from, to: link.to }
}

/** Whether a cause was named for articles that belong together as they do now. */
export function isForThis(
  { relation }: Pick<Cause, 'relation'>,
  now: LineageCorrection | undefined,
): boolean {
  if (relation === undefined || now === undefined) return true
  return relation.from.join() === now.from.join() && relation.to.join() === now.to.join()
}

/** One article among all of both drafts. */
export function subjectKey({ side, provisionId }: CauseSubject): string {
  return `${side} ${provisionId}`
}
