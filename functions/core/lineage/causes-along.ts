import { type Cause, changedArticles, type CauseSubject, subjectKey } from './causes.ts'
import type { DraftId, ProvisionId } from '../ids.ts'
import type { LineageLink } from './lineage.ts'

/** Two drafts, one behind the other. */
export interface DraftStep {
  fromDraftId: DraftId
  toDraftId: DraftId
}

/** What became of each article from one draft to the next, and why. */
export interface ExplainedStep extends DraftStep {
  links: readonly LineageLink[]
  causes: readonly Cause[]
}

/** Why an article changed between two drafts; `step`: it was named between these two on the way, not for the two. */
export interface NamedCause extends Pick<Cause, 'side' | 'provisionId' | 'kind' | 'sentence'> {
  step?: DraftStep
}

/**
 * Why each article changed between two drafts with others between them (R6): what was named for the two themselves
 * (`own`), else what was named on the way, `steps` from each draft to the next, oldest first. An article of the newer
 * draft is followed back; where the older one it is compared with ends on the way, those causes belong to it too; an
 * article that is gone is followed forward. In the order of `links`.
 */
export function causesAlong(
  links: readonly LineageLink[],
  own: readonly Cause[],
  steps: readonly ExplainedStep[],
): NamedCause[] {
  const ownBy = new Map(own.map((cause) => [subjectKey(cause), cause]))
  return changedArticles(links).flatMap((subject): NamedCause[] => {
    const { side, provisionId } = subject
    const said = ownBy.get(subjectKey(subject))
    if (said !== undefined) return [shown(said, subject)]
    const older = links.find((link) => link[side].includes(provisionId))?.from ?? []
    const ahead = older.map((id) => causesAhead(steps, id))
    const found = new Set(
      side === 'from'
        ? ahead.flatMap(({ causes }) => causes)
        : [...ahead.flatMap(({ causes, ends }) => (ends ? causes : [])), ...causesBehind(steps, provisionId)],
    )
    return steps.flatMap((step) =>
      step.causes
        .filter((cause) => found.has(cause))
        .map((cause) => ({
          ...shown(cause, subject),
          step: { fromDraftId: step.fromDraftId, toDraftId: step.toDraftId },
        })),
    )
  })
}

function shown({ kind, sentence }: Cause, { side, provisionId }: CauseSubject): NamedCause {
  return { side, provisionId, kind, sentence }
}

/** The causes of all that made an article of the newest draft what it is. */
function causesBehind(steps: readonly ExplainedStep[], id: ProvisionId): Cause[] {
  let ids = [id]
  return steps.toReversed().flatMap(({ links, causes }) => {
    const at = ids
    ids = links.flatMap(({ from, to }) => (to.some((held) => at.includes(held)) ? from : []))
    return at.flatMap((provisionId) => causeOf(causes, { side: 'to', provisionId }))
  })
}

/** The causes of all that became of an article, and whether it ends on the way. */
function causesAhead(
  [step, ...later]: readonly ExplainedStep[],
  id: ProvisionId,
): { causes: Cause[]; ends: boolean } {
  const link = step?.links.find(({ from }) => from.includes(id))
  if (step === undefined || link === undefined) return { causes: [], ends: false }
  if (link.to.length === 0)
    return { causes: causeOf(step.causes, { side: 'from', provisionId: id }), ends: true }
  const ways = link.to.map((provisionId) => ({
    own: causeOf(step.causes, { side: 'to', provisionId }),
    ahead: causesAhead(later, provisionId),
  }))
  return {
    causes: ways.flatMap(({ own, ahead }) => [...own, ...ahead.causes]),
    ends: ways.every(({ ahead }) => ahead.ends),
  }
}

/** None or one, as a list. */
function causeOf(causes: readonly Cause[], subject: CauseSubject): Cause[] {
  return causes.filter((held) => subjectKey(held) === subjectKey(subject))
}
