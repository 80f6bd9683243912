import * as z from 'zod'
import { DraftMeta } from '#core/bill.ts'
import { Cause } from '#core/lineage/causes.ts'
import { ComparisonRow } from '#core/lineage/comparison.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { ConsultationId, DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { Lineage, LineageCorrection } from '#core/lineage/lineage.ts'

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
  /** Who corrected, by member id; empty for readers who do not work on the bill. */
  names: z.record(z.string(), z.string()),
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
  n: z.int(),
  outcome: z.enum(outcomes),
  /** The words of the newer draft it points at. */
  quote: z.string().optional(),
  /** Why it was followed, as the decision says it (R4), as far as a cause may be long: what one is proposed in. */
  reason: z.string().optional(),
})
export type DecisionOnArticle = z.infer<typeof DecisionOnArticle>

/** An article that owes its cause; `again`: one stands, and a correction of the lineage asks to look it over again. */
const OwedArticle = Cause.pick({ side: true, provisionId: true }).extend({ again: z.boolean() })

/**
 * What two drafts still owe before the public may see both (R6): of `changed` articles the ones whose cause is not named
 * or has to be looked over again. Facts of `causes-missing` are `{ owed: OwedCauses[] }`.
 */
export const OwedCauses = z.strictObject({
  fromDraftId: DraftId,
  toDraftId: DraftId,
  changed: z.int(),
  missing: z.array(OwedArticle.extend({ label: z.string() })),
})
export type OwedCauses = z.infer<typeof OwedCauses>

/** `GET /office/api/drafts/{draftId}/owed` — what keeps a draft from the public, pair by pair; empty: nothing. */
export const DraftOwes = z.strictObject({ owed: z.array(OwedCauses) })
export type DraftOwes = z.infer<typeof DraftOwes>

/** A cause named between two drafts on the way. */
const CarriedCause = Cause.pick({ side: true, provisionId: true, kind: true, sentence: true }).extend({
  step: z.strictObject({ fromDraftId: DraftId, toDraftId: DraftId }),
})

/** `GET …/causes` */
export const OfficeCauses = z.strictObject({
  /** Those named for these two drafts; `statedByName`: what whoever named it is called. */
  causes: z.array(Cause.extend({ statedByName: z.string() })),
  /** For articles without one of their own: what was named on the way, between public drafts that stand between. */
  carried: z.array(CarriedCause),
  /** Changed articles without either, or to be looked over again; while there is any, the two are not published (R6). */
  missing: z.array(OwedArticle),
  /** Those the causes name, and the first of each article; the places of one article in the order of the log. */
  decisions: z.array(DecisionOnArticle),
  /** Articles that more decisions concern than are listed, and how many more. */
  unlisted: z.array(Cause.pick({ side: true, provisionId: true }).extend({ count: z.int() })),
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
