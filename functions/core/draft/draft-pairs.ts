/** Two drafts of a bill and those that stand between them. */
export interface DraftsBetween<Draft> {
  from: Draft
  to: Draft
  between: Draft[]
}

/** Any two of some drafts, the older one first; `drafts` oldest first. */
export function draftPairs<Draft>(drafts: readonly Draft[]): DraftsBetween<Draft>[] {
  return drafts.flatMap((from, at) =>
    drafts.slice(at + 1).map((to, way) => ({ from, to, between: drafts.slice(at + 1, at + 1 + way) })),
  )
}
