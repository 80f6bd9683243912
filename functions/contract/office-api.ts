import * as z from 'zod'
import { Bill, DraftMeta, draftStages } from '#core/bill.ts'
import { Consultation } from '#core/consultation.ts'
import { ContactPoint } from '#core/contact-point.ts'
import { Task } from '#core/task.ts'
import { Decision, ResultingWords } from '#core/deciding/decision.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { DraftNote } from '#core/draft/draft-note.ts'
import { DraftProblem } from '#core/draft/draft-problem.ts'
import { BillId, ConsultationId, ContactPointId, DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { lineageKinds } from '#core/lineage/lineage.ts'
import { Member, roles } from '#core/member.ts'
import { changeTypes, channels, opinionFlags, Proponent } from '#core/opinion.ts'
import { Provision } from '#core/draft/provision.ts'
import { Tallies } from '#core/log/tallies.ts'
import { CalendarDate, Instant } from '#core/time.ts'
import { OwedCauses } from './lineage-api.ts'

/*
 * Shapes of /office/api. Every write answers the item as stored with its `rev`, and an ETag `"<rev>"`.
 * Writes of an existing item require If-Match: 428 `precondition-required` without, 412 `changed-meanwhile` when stale.
 */

/** `GET /office/api/me` */
export const Me = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  contactPoint: z.strictObject({ id: ContactPointId, name: z.string() }).optional(),
  /** What the desk explains live: the shortest window without a recorded reason (R13), and the legislature's time zone. */
  settings: z.strictObject({ legalMinimumDays: z.int(), utcOffsetMinutes: z.int() }).optional(),
})
export type Me = z.infer<typeof Me>

/** `GET /office/api/bills` */
export const OfficeBillList = z.strictObject({
  bills: z.array(Bill.extend({ drafts: z.array(DraftMeta), consultations: z.array(Consultation) })),
})
export type OfficeBillList = z.infer<typeof OfficeBillList>

/** `POST /office/api/bills` */
export const NewBill = z.strictObject({
  id: BillId.optional(),
  title: z.string().trim().min(1).max(120),
  summary: z.string().trim().max(600),
})
export type NewBill = z.infer<typeof NewBill>

export { DraftNote, DraftProblem }

/**
 * `POST /office/api/drafts/preview` — a .docx, a text in UTF-8, GB18030 or UTF-16LE, Markdown or a web page; the bytes
 * decide → the tree as it would be. Stores nothing.
 */
export const DraftPreview = z.strictObject({
  title: z.string(),
  enactmentNotes: z.array(z.string()),
  provisions: z.array(Provision),
  problems: z.array(DraftProblem),
  articles: z.int(),
  /** The decoded text, so that it can be corrected in place. */
  text: z.string(),
  /** Of the text; the words of a .docx are always UTF-8. */
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le']),
  /** What the file was, and what was done to it on the way to `text`. */
  format: z.enum(['docx', 'text', 'markdown', 'html']).optional(),
  notes: z.array(DraftNote).optional(),
})
export type DraftPreview = z.infer<typeof DraftPreview>

/*
 * `GET /office/api/drafts/{draftId}` → DraftText, so that a decision can point at words of a later draft (R5).
 * `POST /office/api/drafts/{draftId}/release` with If-Match → DraftMeta with `publishedAt`.
 */

/** `POST /office/api/bills/{billId}/drafts` → DraftMeta. Problems refuse it unless `acceptProblems`. */
export const NewDraft = z.strictObject({
  id: DraftId.optional(),
  stage: z.enum(draftStages),
  datedOn: CalendarDate,
  text: z.string().min(1),
  acceptProblems: z.boolean().optional(),
})
export type NewDraft = z.infer<typeof NewDraft>

/** `POST /office/api/consultations` → Consultation (prepared). `POST …/{id}/announce|extend|withdraw` move it. */
export const NewConsultation = z.strictObject({
  id: ConsultationId.optional(),
  billId: BillId,
  draftId: DraftId,
  opensAt: Instant,
  closesAt: Instant,
  shortWindowReason: z.string().trim().max(500).optional(),
  explanatoryNote: z.string().trim().max(20_000),
  categories: z.array(z.string().trim().min(1).max(40)).max(20),
  guidingQuestions: z.array(z.string().trim().min(1).max(200)).max(10),
  answerExpectedOn: CalendarDate,
  postalAddress: z.string().trim().max(300),
  phone: z.string().trim().max(40),
  tasks: z.array(
    z.strictObject({ contactPointId: ContactPointId, dueOn: CalendarDate, note: z.string().max(1000) }),
  ),
})
export type NewConsultation = z.infer<typeof NewConsultation>

/** `POST …/consultations/{id}/extend` with If-Match → Consultation; the reason is published (R13). */
export const Extension = z.strictObject({ closesAt: Instant, reason: z.string().trim().min(1).max(500) })
export type Extension = z.infer<typeof Extension>

/** `GET /office/api/consultations/{id}` */
export const OfficeConsultation = z.strictObject({
  consultation: Consultation,
  state: z.enum(['prepared', 'scheduled', 'open', 'closed', 'answered', 'withdrawn']),
  bill: Bill,
  draft: z.strictObject({ meta: DraftMeta, provisions: z.array(Provision) }),
  /** Later drafts of the bill, newest last: where adopted words can be. */
  laterDrafts: z.array(DraftMeta),
  tasks: z.array(Task.extend({ contactPointName: z.string() })),
  tallies: Tallies,
  /** How many current opinions have an outcome. */
  decided: z.int(),
})
export type OfficeConsultation = z.infer<typeof OfficeConsultation>

/** Where a provision of an older draft is in the newest one (R7). */
export const FollowedPlace = z.strictObject({
  draftId: DraftId,
  /** What became of its article. */
  kind: z.enum(lineageKinds),
  /** Nearest first: the same 款 or 项 where it was found (`exact`), else its articles; none: removed. */
  provisions: z.array(z.strictObject({ id: ProvisionId, label: z.string() })),
  exact: z.boolean(),
  /** Whether the words pointed at still stand there; missing when none were. */
  quoteStands: z.boolean().optional(),
})
export type FollowedPlace = z.infer<typeof FollowedPlace>

/** A decision as the desk shows it. `decidedByName`: what the colleague who made it is called, for a list of opinions. */
export const DecisionShown = Decision.omit({ consultationId: true, opinionId: true, decidedBy: true }).extend(
  {
    decidedByName: z.string().optional(),
  },
)
export type DecisionShown = z.infer<typeof DecisionShown>

/** One opinion at the desk: both texts side by side (R9), its decision as it stands. */
export const OfficeOpinion = z.strictObject({
  id: OpinionId,
  n: z.int(),
  /** Size of its group of same-kind opinions, itself included; missing where nothing is grouped, or too much to count. */
  sameCount: z.int().optional(),
  provisionId: ProvisionId.nullable(),
  provisionLabel: z.string(),
  changeType: z.enum(changeTypes),
  /** The words of the draft it speaks of, when it pointed at some. */
  quote: z.string().optional(),
  verbatim: z.string(),
  drafted: z.string().optional(),
  proposedText: z.string().optional(),
  reason: z.string().optional(),
  proponent: Proponent,
  channel: z.enum(channels),
  contactPoint: z.strictObject({ id: ContactPointId, name: z.string() }).optional(),
  collectedOn: CalendarDate.optional(),
  receivedAt: Instant,
  late: z.boolean(),
  flags: z.array(z.enum(opinionFlags)),
  /** Earlier revisions of it, oldest first. */
  supersedes: z.array(OpinionId),
  /** Versions made at the same time stand beside it or were overtaken by it: somebody should put them together. */
  unsettled: z.literal(true).optional(),
  decision: DecisionShown.optional(),
  /** Where what it is about is in the bill's newest draft; missing when it is about that one, or about no article. */
  now: FollowedPlace.optional(),
  /** Where the words it became are in the newest draft; missing when they were pointed at there. */
  wordsNow: FollowedPlace.optional(),
  /** The article it is listed under: an id, `whole`, or `gone`. */
  listedUnder: z.string().optional(),
})
export type OfficeOpinion = z.infer<typeof OfficeOpinion>

/**
 * `GET /office/api/consultations/{id}/opinions?…` by `OpinionFilter`, with `order=draft|log` (what is searched comes in
 * the order of the log), `cursor` and `limit` ≤ 200. Legislators and auditors see all; a contact point its own, without
 * decisions that are not published.
 */
export const OfficeOpinionPage = z.strictObject({
  opinions: z.array(OfficeOpinion),
  /** Where the next page begins; a page that is not full may still have one when a search has more to read. */
  cursor: z.string().nullable(),
  /** How much of the log is known to filters; where it is less than `logged` the next call knows more. */
  known: z.int(),
  logged: z.int(),
  /** Of a search: entries that have been looked through from the beginning, of those it has to look through. */
  searched: z.strictObject({ done: z.int(), of: z.int() }).optional(),
})
export type OfficeOpinionPage = z.infer<typeof OfficeOpinionPage>

/** `PUT /office/api/consultations/{id}/decisions/{opinionId}` with If-Match `"<rev>"` (`"0"`: none yet). */
export const DecisionInput = z.strictObject({
  outcome: z.enum(outcomes).optional(),
  proposal: z.string().trim().max(2000).optional(),
  reason: z.string().trim().max(2000).optional(),
  resulting: ResultingWords.optional(),
  responsible: z.string().trim().max(40).optional(),
  note: z.string().trim().max(2000).optional(),
})
export type DecisionInput = z.infer<typeof DecisionInput>

/** `GET /office/api/consultations/{id}/readiness` — what still keeps the bulletin from being published (R3, R4, R5, R6). */
export const Readiness = z.strictObject({
  ready: z.boolean(),
  /** Conditions of the whole: not closed yet, no later draft to point into, the log is catching up, changes without a cause. */
  blockers: z.array(z.enum(['not-closed', 'no-later-draft', 'log-behind', 'causes-missing'])),
  /** Opinions received that are not in the log yet; known only from a refused publication (`log-behind`). */
  waiting: z.int(),
  /** Drafts the bulletin would release, which must not be seen yet (R6); empty unless `causes-missing`. */
  owed: z.array(OwedCauses),
  gaps: z.array(
    z.strictObject({
      opinionId: OpinionId,
      n: z.int(),
      provisionLabel: z.string(),
      gap: z.enum(['no-outcome', 'no-reason', 'no-resulting-words', 'words-not-in-draft']),
    }),
  ),
  gapCount: z.int(),
  reconciliation: z.strictObject({
    received: z.int(),
    undecided: z.int(),
    byOutcome: z.record(z.enum(outcomes), z.int()),
  }),
  /** The head paragraph as the system would write it. */
  suggestedHead: z.string(),
})
export type Readiness = z.infer<typeof Readiness>

/** `POST /office/api/consultations/{id}/publish` → Bulletin; refused with `publication-incomplete` and the Readiness as facts, or `causes-missing`. */
export const PublishInput = z.strictObject({
  /** Publishes what was written at the desk, exactly at this rev; 412 `changed-meanwhile` when a colleague saved since. */
  draftRev: z.int().min(0).optional(),
  /** Without `draftRev`: the opening paragraph, instead of the system's. */
  head: z.string().trim().max(4000).optional(),
  /** Without `draftRev`: why this edition corrects the published one; required from the second on. */
  correction: z.string().trim().max(1000).optional(),
})
export type PublishInput = z.infer<typeof PublishInput>

/** `GET /office/api/tasks` — for a liaison their own contact point's. */
export const TaskList = z.strictObject({
  tasks: z.array(
    Task.extend({
      contactPointName: z.string(),
      billTitle: z.string(),
      state: OfficeConsultation.shape.state,
      closesAt: Instant,
      /** Opinions of this contact point in the log. */
      received: z.int(),
    }),
  ),
})
export type TaskList = z.infer<typeof TaskList>

/** `GET /office/api/contact-points` */
export const ContactPointList = z.strictObject({ contactPoints: z.array(ContactPoint) })
export type ContactPointList = z.infer<typeof ContactPointList>

/** `PUT /office/api/contact-points/{id}` with If-Match (`"0"`: a new one) → ContactPoint. */
export const ContactPointInput = ContactPoint.omit({ id: true, rev: true })
export type ContactPointInput = z.infer<typeof ContactPointInput>

/** `PUT /office/api/contact-points/{id}/stations` with If-Match → ContactPoint; every station there ever was is in it. */
export const StationsInput = ContactPoint.pick({ stations: true })
export type StationsInput = z.infer<typeof StationsInput>

/** `GET /office/api/members` */
export const MemberList = z.strictObject({ members: z.array(Member) })
export type MemberList = z.infer<typeof MemberList>

/** `PUT /office/api/members/{id}` with If-Match (`"0"`: a new one) → Member. */
export const MemberInput = Member.omit({ id: true, rev: true })
export type MemberInput = z.infer<typeof MemberInput>

/** `GET /office/api/audit` */
export const AuditList = z.strictObject({
  events: z.array(
    z.strictObject({
      at: Instant,
      memberId: z.string(),
      memberName: z.string(),
      action: z.string(),
      subject: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
})
export type AuditList = z.infer<typeof AuditList>
