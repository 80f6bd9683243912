import type { OpinionRevision } from '#contract/revision-api.ts'
import { diffWords, type TextPiece } from '#core/text/word-diff.ts'

export const revisedFields = ['verbatim', 'drafted', 'proposedText', 'reason'] as const
export type RevisedField = (typeof revisedFields)[number]

/** One step of an opinion's history: what each text became, marked against the revision it corrects. */
export interface RevisionStep {
  revision: OpinionRevision
  /** Texts that are new or changed; all of them for the first. */
  texts: { field: RevisedField; pieces: TextPiece[] }[]
  /** Another revision corrects the same one: made at the same time, on another road. */
  hasTwin: boolean
}

/** The history as steps; joining what is `same` or `added` in a text gives it back to the character. */
export function revisionSteps(revisions: readonly OpinionRevision[]): RevisionStep[] {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]))
  return revisions.map((revision) => {
    const before = revision.supersedes === undefined ? undefined : byId.get(revision.supersedes)
    const texts = revisedFields.flatMap((field) => {
      const [older, newer] = [before?.[field] ?? '', revision[field] ?? '']
      if (older === newer) return []
      const pieces: TextPiece[] =
        before === undefined ? [{ kind: 'same', text: newer }] : diffWords(older, newer)
      return [{ field, pieces }]
    })
    const twins = revisions.filter(({ supersedes }) => supersedes === revision.supersedes)
    return { revision, texts, hasTwin: revision.supersedes !== undefined && twins.length > 1 }
  })
}
