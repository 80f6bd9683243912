import type { DraftMeta } from './bill.ts'
import { compareDrafts } from './draft-order.ts'

/**
 * The draft a later one is compared with before it is published: the newest of the earlier ones the public knows.
 * `undefined` when there is none; then nothing changed for anybody, and no cause is owed (R6).
 */
export function precedingDraft(draft: DraftMeta, drafts: readonly DraftMeta[]): DraftMeta | undefined {
  return drafts
    .filter(
      (other) => other.id !== draft.id && other.billId === draft.billId && other.publishedAt !== undefined,
    )
    .filter((other) => compareDrafts(other, draft) < 0)
    .toSorted(compareDrafts)
    .at(-1)
}
