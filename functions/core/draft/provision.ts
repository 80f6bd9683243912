import * as z from 'zod'
import { ProvisionId } from '../ids.ts'

/**
 * 编 章 节 条 款 项 目; 附件 (`annex`), which follows the last article; 落款 (`closing`): who signed and when, 「（此件公开
 * 发布）」, the attestation of a treaty, which belong to no article.
 */
export const provisionKinds = [
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'subitem',
  'annex',
  'closing',
] as const
export type ProvisionKind = (typeof provisionKinds)[number]

/**
 * One node of a draft's tree. Every character of the body stands in exactly one of
 * `label`, `heading` and `text` of exactly one provision.
 *
 * - `number`: the printed number as a whole number (第二十四条 → 24, （三） → 3); a 款 prints none and
 *   carries its place among its siblings; `null` where the source prints none (an annex).
 * - `insertion`: 第一百二十条之一 → `number: 120, insertion: 1`.
 * - `label`: as printed, 「第二十四条」「（三）」「第一章」; `''` for a 款.
 * - `heading`: the title after the label of a 编 章 节 附件.
 * - a closing is all text, one line of it a line of the source, and has no children.
 * - an article has no text of its own: its 款 are its children, even when there is only one.
 */
export interface Provision {
  id: ProvisionId
  kind: ProvisionKind
  number: number | null
  insertion?: number | undefined
  label: string
  heading?: string | undefined
  text: string
  children: Provision[]
}

/** The schema of a provision with all that stands below it. */
export const Provision: z.ZodType<Provision> = z.lazy(() =>
  z.strictObject({
    id: ProvisionId,
    kind: z.enum(provisionKinds),
    number: z.int().nullable(),
    insertion: z.int().optional(),
    label: z.string(),
    heading: z.string().optional(),
    text: z.string(),
    children: z.array(Provision),
  }),
)

/** Every provision of a tree, parents before children, in reading order. */
export function* walkProvisions(provisions: readonly Provision[]): Generator<Provision> {
  for (const provision of provisions) {
    yield provision
    yield* walkProvisions(provision.children)
  }
}

/** The articles 条 of a draft in reading order. */
export function articlesOf(provisions: readonly Provision[]): Provision[] {
  return [...walkProvisions(provisions)].filter((provision) => provision.kind === 'article')
}

/** The article a provision id belongs to: `art-24.p1.i3` → `art-24`; a chapter's id stays itself. */
export function articleIdOf(id: ProvisionId): ProvisionId {
  return (id.startsWith('art-') ? id.split('.', 1)[0] : id) as ProvisionId
}

/** The words of a provision and all below it, one line per 款/项/目, printed labels kept. */
export function provisionWords(provision: Provision): string {
  const own = provision.kind === 'article' ? '' : provision.label + (provision.heading ?? '') + provision.text
  const lines = [own, ...provision.children.map(provisionWords)].filter((line) => line !== '')
  return lines.join('\n')
}
