import * as z from 'zod'
import { outcomes } from '../deciding/outcome.ts'
import { ConsultationId } from '../ids.ts'
import { Tallies } from '../log/tallies.ts'
import { Instant } from '../time.ts'
import { BulletinRow } from './bulletin-row.ts'

/**
 * The parts of a bulletin behind its opening paragraph, in the usual order. Totals, what was taken and what was not are
 * always there (R3, R4): people may move them and lead into them, never leave one out.
 */
export const bulletinSectionKinds = ['totals', 'figures', 'taken', 'heard', 'closing'] as const
export type BulletinSectionKind = (typeof bulletinSectionKinds)[number]

/** One part: where it stands follows from its place in the list; `words` lead into it, `''`: the page's own. */
export const BulletinSection = z.strictObject({
  kind: z.enum(bulletinSectionKinds),
  words: z.string().max(4000),
})
export type BulletinSection = z.infer<typeof BulletinSection>

/** Whether a list has each part exactly once. */
export function hasEverySection(sections: readonly { kind: BulletinSectionKind }[]): boolean {
  const kinds = new Set(sections.map(({ kind }) => kind))
  return sections.length === bulletinSectionKinds.length && kinds.size === bulletinSectionKinds.length
}

/** The parts of an edition that names none: the usual order, with the page's own words. */
export const usualSections: readonly BulletinSection[] = bulletinSectionKinds.map((kind) => ({
  kind,
  words: '',
}))

/** What every edition says, however its rows are kept. */
export const editionShape = {
  consultationId: ConsultationId,
  edition: z.int().min(1),
  publishedAt: Instant,
  /** Opening paragraph, written by the system and edited by people. */
  head: z.string().max(4000),
  /** In the order of the page; missing: `usualSections`. */
  sections: z.array(BulletinSection).refine(hasEverySection).optional(),
  /** Why this edition corrects the one before; the first has none. */
  correction: z.string().min(1).max(1000).optional(),
  tallies: Tallies,
  reconciliation: z.strictObject({
    received: z.int(),
    undecided: z.literal(0),
    byOutcome: z.record(z.enum(outcomes), z.int()),
  }),
} as const

/** 采纳情况通报: the public answer. Editions are kept; a correction is a new edition. */
export const Bulletin = z.strictObject({ ...editionShape, rows: z.array(BulletinRow) })
export type Bulletin = z.infer<typeof Bulletin>
