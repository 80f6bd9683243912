import { type DraftMeta, draftStages } from '../bill.ts'

/** Oldest first: by stage in the life of the bill, then by the date of the text, then by when it was imported. */
export function compareDrafts(a: DraftMeta, b: DraftMeta): number {
  return (
    draftStages.indexOf(a.stage) - draftStages.indexOf(b.stage) ||
    compareText(a.datedOn, b.datedOn) ||
    compareText(a.importedAt, b.importedAt)
  )
}

/** The drafts of a bill that came after one of them, newest last: where adopted words can be (R5). */
export function laterDraftsOf(asked: DraftMeta, drafts: readonly DraftMeta[]): DraftMeta[] {
  return drafts
    .filter((draft) => draft.id !== asked.id && compareDrafts(draft, asked) > 0)
    .sort(compareDrafts)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
