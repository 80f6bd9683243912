import type { Authority } from '#contract/authority.ts'
import type { DraftStage } from '#core/bill.ts'
import type { CauseKind } from '#core/lineage/causes.ts'
import type { ContactPoint } from '#core/contact-point.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { Role } from '#core/member.ts'
import type { ChangeType, Channel, Proponent } from '#core/opinion.ts'

/*
 * The fictional city of the local portal, as data. Times are relative to the moment of seeding, in days
 * (fractions allowed): positive `…DaysAgo` lie in the past, positive `…InDays` in the future, negative ones
 * on the other side. Ids are plain slugs; the seed parses them through `core/ids.ts`.
 */

export interface DemoMember {
  id: string
  /** Subject and login name at the local identity provider. */
  subject: string
  name: string
  role: Role
  contactPointId?: string
}

/** Branded ids as plain slugs. */
export type DemoContactPoint = Omit<ContactPoint, 'id' | 'rev' | 'stations'> & {
  id: string
  stations: { id: string; name: string; area: string }[]
}

export interface DemoBill {
  id: string
  title: string
  summary: string
  createdDaysAgo: number
}

export interface DemoDraft {
  id: string
  billId: string
  stage: DraftStage
  /** File in `texts/`, UTF-8; parses with no problem. */
  textFile: string
  datedDaysAgo: number
  /** Missing: released by the consultation that asks about it, or not released to the public yet. */
  releasedDaysAgo?: number
}

export interface DemoConsultation {
  id: string
  billId: string
  draftId: string
  /** Negative: it opened that many days ago. */
  opensInDays: number
  closesInDays: number
  answerExpectedInDays: number
  shortWindowReason?: string
  explanatoryNote: string
  categories: string[]
  guidingQuestions: string[]
  postalAddress: string
  phone: string
  /** Present: its bulletin was published then; every one of its opinions carries a decision. */
  answeredDaysAgo?: number
}

export interface DemoTask {
  consultationId: string
  contactPointId: string
  dueInDays: number
  note: string
}

export interface DemoDecision {
  outcome: Outcome
  reason: string
  /** Words of a later draft (R5); `citation` as people write it, `quote` stands in that provision. */
  resulting?: { draftId: string; citation: string; quote: string }
}

export interface DemoOpinion {
  consultationId: string
  /** 「第十三条」「第十三条第二款」 of the consulted draft; `null`: the draft as a whole. */
  citation: string | null
  /** Words of the draft it points at, when it does. */
  quote?: string
  changeType: ChangeType
  verbatim: string
  drafted?: string
  proposedText?: string
  reason?: string
  proponent: Proponent
  channel: Channel
  contactPointId?: string
  stationId?: string
  recorderName?: string
  /** Only for opinions collected by a contact point. */
  collectedDaysAgo?: number
  receivedDaysAgo: number
  decision?: DemoDecision
}

/** Why an article of a later draft changed (R6); `citation` in the later draft. */
export interface DemoCause {
  fromDraftId: string
  toDraftId: string
  citation: string
  kind: CauseKind
  sentence: string
}

export interface Demo {
  authority: Authority
  members: DemoMember[]
  contactPoints: DemoContactPoint[]
  bills: DemoBill[]
  drafts: DemoDraft[]
  consultations: DemoConsultation[]
  tasks: DemoTask[]
  causes: DemoCause[]
  /** In order of arrival within each consultation. */
  opinions: DemoOpinion[]
}
