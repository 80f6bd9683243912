import * as z from 'zod'

/** What can be wrong with a statute's text; each code is one sentence of the page. */
export const draftProblemCodes = [
  'no-articles',
  'no-title',
  'number-gap',
  'number-repeated',
  'number-unreadable',
  'article-inside-line',
  'item-gap',
  'item-repeated',
  'orphan-item',
  'stray-heading',
  'text-before-first-article',
  'empty-provision',
  'lost-characters',
  'contents-mismatch',
  'closing-doubted',
] as const
export type DraftProblemCode = (typeof draftProblemCodes)[number]

/** A problem of a text, by line of the source (1…). `code` names the sentence; `facts` fill it in. */
export const DraftProblem = z.strictObject({
  line: z.int(),
  code: z.enum(draftProblemCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type DraftProblem = z.infer<typeof DraftProblem>
