import * as z from 'zod'
import { DraftMeta } from '#core/bill.ts'
import { Cause } from '#core/causes.ts'
import { ComparisonRow } from '#core/comparison.ts'
import { outcomes } from '#core/decision.ts'
import { ConsultationId, DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { Lineage, LineageCorrection } from '#core/lineage.ts'

/*
 * Shapes of `/office/api/bills/{billId}/lineage/{fromDraftId}/{toDraftId}` and what is below it. Writes require
 * If-Match, as everywhere under /office/api.
 */

/** An article that can be chosen as a counterpart. `label` is `''` for words outside any article. */
export const ArticleChoice = z.strictObject({ id: ProvisionId, label: z.string(), opening: z.string() })
export type ArticleChoice = z.infer<typeof ArticleChoice>

/** `GET …`, and the answer to `PUT …`. The ETag is the lineage's `rev`; 0: computed, corrected by nobody. */
export const OfficeLineage = z.strictObject({
  from: DraftMeta,
  to: DraftMeta,
  lineage: Lineage,
  /** Every article of either draft, in its order. */
  articles: z.strictObject({ from: z.array(ArticleChoice), to: z.array(ArticleChoice) }),
  /** The comparison along this lineage, in the newer draft's order. */
  rows: z.array(ComparisonRow),
})
export type OfficeLineage = z.infer<typeof OfficeLineage>

/** `PUT …` — which articles belong together, as a person says. */
export const LineageCorrections = z.strictObject({
  corrections: z.array(LineageCorrection).min(1).max(500),
})
export type LineageCorrections = z.infer<typeof LineageCorrections>

/**
 * A decision on the bill that was followed and concerns an article of this comparison: it points at words of the newer
 * draft (`side` `to`), or the opinion was about an article of the older draft (`side` `from`).
 */
export const DecisionOnArticle = z.strictObject({
  side: z.enum(['from', 'to']),
  /** The article, never a 款 or 项 of it. */
  provisionId: ProvisionId,
  consultationId: ConsultationId,
  opinionId: OpinionId,
  /** The opinion's place in its log, from 0. */
  n: z.number().int(),
  outcome: z.enum(outcomes),
  /** The words of the newer draft it points at. */
  quote: z.string().optional(),
  /** Why it was followed, as the decision says it (R4): what a cause is proposed in. */
  reason: z.string().optional(),
})
export type DecisionOnArticle = z.infer<typeof DecisionOnArticle>

/**
 * What a draft still owes before the public may see it (R6): of `changed` articles the ones nobody has named a cause for,
 * against the draft it will be compared with. Facts of `causes-missing` are `{ owed: OwedCauses[] }`.
 */
export const OwedCauses = z.strictObject({
  fromDraftId: DraftId,
  toDraftId: DraftId,
  changed: z.number().int(),
  missing: z.array(Cause.pick({ side: true, provisionId: true }).extend({ label: z.string() })),
})
export type OwedCauses = z.infer<typeof OwedCauses>

/** `GET …/causes` */
export const OfficeCauses = z.strictObject({
  causes: z.array(Cause),
  /** Changed articles without one; while there is any, the newer draft is not published (R6). */
  missing: z.array(Cause.pick({ side: true, provisionId: true })),
  decisions: z.array(DecisionOnArticle),
})
export type OfficeCauses = z.infer<typeof OfficeCauses>

/** `PUT …/causes/{side}/{provisionId}` with If-Match `"<rev>"` (`"0"`: none yet) → Cause */
export const CauseStatement = Cause.pick({ kind: true, sentence: true, decisions: true })
export type CauseStatement = z.infer<typeof CauseStatement>

/** `POST …/causes` — causes of several articles in one go: one sentence for changes of a kind, or proposals accepted. */
export const NewCauses = z.strictObject({
  causes: z
    .array(Cause.pick({ side: true, provisionId: true, kind: true, sentence: true, decisions: true }))
    .min(1)
    .max(1000),
})
export type NewCauses = z.infer<typeof NewCauses>

/** Its answer: what was stored, and the articles a colleague had named before, left as they are. */
export const NamedCauses = z.strictObject({
  named: z.array(Cause),
  already: z.array(Cause.pick({ side: true, provisionId: true })),
})
export type NamedCauses = z.infer<typeof NamedCauses>
