import * as z from 'zod'
import { ProvisionId } from '../ids.ts'
import { lineageKinds } from './lineage.ts'

/** A stretch of words: in both drafts, only in the newer one, or only in the older one. */
export const ComparisonPiece = z.strictObject({
  kind: z.enum(['same', 'added', 'removed']),
  text: z.string(),
})
export type ComparisonPiece = z.infer<typeof ComparisonPiece>

const side = z.strictObject({
  id: ProvisionId,
  /** 第二十四条 as that draft prints it; `''` for words outside any article. */
  label: z.string(),
})

/**
 * One row of 修改前后对照文本 (立法法 art. 58). `kind` `heading` compares the title of a 编 章 节 附件, every other kind
 * what became of an article.
 *
 * - `from`, `to`: the articles it compares; of a split article every new one has its own row (`part` counts them from
 *   1, and `from` names the old one again), so that rows stand in the newer draft's order.
 * - `pieces`: `same` and `added` join to the words of `to`, to the character. `same` and `removed` join to the words
 *   of `from`, several articles joined by a line feed; over the rows of a split article, one behind the other.
 */
export const ComparisonRow = z.strictObject({
  kind: z.enum([...lineageKinds, 'heading']),
  from: z.array(side),
  to: z.array(side),
  numberChanged: z.boolean(),
  moved: z.boolean(),
  part: z.int().optional(),
  pieces: z.array(ComparisonPiece),
})
export type ComparisonRow = z.infer<typeof ComparisonRow>

/** The words of the newer draft in some pieces. */
export function newWords(pieces: readonly ComparisonPiece[]): string {
  return pieces.flatMap(({ kind, text }) => (kind === 'removed' ? [] : text)).join('')
}

/** The words of the older draft in some pieces. */
export function oldWords(pieces: readonly ComparisonPiece[]): string {
  return pieces.flatMap(({ kind, text }) => (kind === 'added' ? [] : text)).join('')
}
