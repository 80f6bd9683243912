import type { DraftMeta } from '../bill.ts'
import type { DraftId } from '../ids.ts'
import { draftStageNames } from '../names.ts'

/** What a draft is called among those of its bill: 一审稿, with the date of its text where two share a stage. */
export function draftNameAmong(drafts: readonly DraftMeta[], id: DraftId): string {
  const draft = drafts.find((held) => held.id === id)
  if (draft === undefined) return id
  const name = draftStageNames[draft.stage]
  const isAlone = drafts.filter(({ stage }) => stage === draft.stage).length === 1
  return isAlone ? name : `${name}（${draft.datedOn}）`
}
