import * as z from 'zod'

/** What was done to a file so that it became plain text; each code is one sentence, `contract/draft-note-words.ts`. */
export const draftNoteCodes = [
  'auto-numbers',
  'number-format-guessed',
  'bullets-left-out',
  'changes-accepted',
  'tables',
  'text-boxes',
  'contents-left-out',
  'headers-left-out',
  'footnotes-left-out',
  'comments-left-out',
  'hidden-text-left-out',
  'pictures-left-out',
  'unknown-symbols',
  'macros-ignored',
  'markup-removed',
  'page-parts-left-out',
  'lines-joined',
  'breaks-doubtful',
  'page-numbers-left-out',
  'running-heads-left-out',
] as const
export type DraftNoteCode = (typeof draftNoteCodes)[number]

/** One thing that was done to a file on the way to its text, never silently. `facts` fill in the sentence. */
export const DraftNote = z.strictObject({
  code: z.enum(draftNoteCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type DraftNote = z.infer<typeof DraftNote>
