import type { Assignments } from './deciding/assignment.ts'
import type { Batches } from './batch/batch-ports.ts'
import type { Bill, DraftMeta, DraftText } from './bill.ts'
import type { BulletinPorts } from './bulletin/bulletin-ports.ts'
import type { CollectPorts } from './collecting/collect-ports.ts'
import type { Cause, CauseSubject } from './lineage/causes.ts'
import type { Consultation, ConsultationTransition } from './consultation.ts'
import type { ContactPoint } from './contact-point.ts'
import type { Task } from './task.ts'
import type { Decisions } from './deciding/decision-ports.ts'
import type { Exports } from './deciding/export-ports.ts'
import type { Groups } from './grouping/group-ports.ts'
import type { BillId, ConsultationId, ContactPointId, DraftId, MemberId, OpinionId } from './ids.ts'
import type { JointAnswers } from './deciding/joint-answer.ts'
import type { Lineage } from './lineage/lineage.ts'
import type { LogStore, OpinionLog } from './log/log-ports.ts'
import type { AnswerMails, Mail } from './mail/mail-ports.ts'
import type { Member } from './member.ts'
import type { ContactData, OpinionRecord } from './opinion.ts'
import type { Report } from './report/report.ts'
import type { LogSegments } from './log/segment-ports.ts'
import type { Standings } from './deciding/standing-ports.ts'
import type { Instant } from './time.ts'

/*
 * What actions need of the world. Stores implement these on DynamoDB and S3; nothing else may.
 * `find…` may return undefined, `get…` throws `not-found`, `list…` returns everything of a small set,
 * `append…` never overwrites. Every write of an item with `rev` takes the rev it was read with
 * (0: it must not exist yet) and throws `changed-meanwhile` with `{ rev }` when that is not what is stored.
 */

/** The deployment's clock, the only one there is. */
export interface Clock {
  now(): Instant
}

/** Cryptographic randomness. */
export interface Randomness {
  bytes(length: number): Uint8Array
}

/** The write-once inbox of opinions (table `opinions`). */
export interface Inbox {
  /** One conditional put. `held` is what stands there already when the id is taken. */
  append(record: OpinionRecord): Promise<{ stored: true } | { stored: false; held: OpinionRecord }>
  find(id: OpinionId): Promise<OpinionRecord | undefined>
  /**
   * Ids of everything acknowledged for a consultation before this was called, page by page in no order; what is
   * acknowledged meanwhile may be among them, and so may one of another consultation whose words spell this one's id:
   * whoever finds a stranger looks at it. Goes through the whole inbox: for the one moment at which nothing may be
   * missing (R3).
   */
  idPages(consultationId: ConsultationId): AsyncGenerator<OpinionId[]>
}

/** Contact data (table `people`). Expired items are absent. */
export interface People {
  /** Idempotent for the same id: the first one stands. */
  append(contact: ContactData): Promise<void>
  find(id: OpinionId, now: Instant): Promise<ContactData | undefined>
  erase(id: OpinionId): Promise<void>
}

/** Bills 法规案. */
export interface Bills {
  list(): Promise<Bill[]>
  get(id: BillId): Promise<Bill>
  put(bill: Bill, readRev: number): Promise<Bill>
}

/** Drafts 稿 and their texts; a text is written once (R8). */
export interface Drafts {
  listOf(billId: BillId): Promise<DraftMeta[]>
  get(id: DraftId): Promise<DraftMeta>
  /** Stores the text first, then the metadata; refuses an id that exists (`already-exists`). */
  append(meta: DraftMeta, text: DraftText): Promise<DraftMeta>
  put(meta: DraftMeta, readRev: number): Promise<DraftMeta>
  text(id: DraftId): Promise<DraftText>
}

/** Lineages 条文沿革 that people corrected; what was only computed is computed again. */
export interface Lineages {
  find(fromDraftId: DraftId, toDraftId: DraftId): Promise<Lineage | undefined>
  put(lineage: Lineage, readRev: number): Promise<Lineage>
}

/** Why articles changed between two drafts (R6), one cause an article. */
export interface Causes {
  listOf(fromDraftId: DraftId, toDraftId: DraftId): Promise<Cause[]>
  find(fromDraftId: DraftId, toDraftId: DraftId, subject: CauseSubject): Promise<Cause | undefined>
  put(cause: Cause, readRev: number): Promise<Cause>
}

/** Consultations 公开征求意见; they are prepared once and then moved. */
export interface Consultations {
  list(): Promise<Consultation[]>
  get(id: ConsultationId): Promise<Consultation>
  append(consultation: Consultation): Promise<Consultation>
  /**
   * Writes `next` under the transition's own condition: stored status, the window against `now`, and `rev`.
   * Throws `transition-refused` or `changed-meanwhile`.
   */
  transition(transition: ConsultationTransition, next: Consultation, now: Instant): Promise<Consultation>
}

/** Contact points 基层立法联系点 with their stations. */
export interface ContactPoints {
  list(): Promise<ContactPoint[]>
  get(id: ContactPointId): Promise<ContactPoint>
  put(contactPoint: ContactPoint, readRev: number): Promise<ContactPoint>
}

/** Tasks 征询任务. */
export interface Tasks {
  listOf(consultationId: ConsultationId): Promise<Task[]>
  listFor(contactPointId: ContactPointId): Promise<Task[]>
  put(task: Task, readRev: number): Promise<Task>
}

/** The staff. */
export interface Members {
  list(): Promise<Member[]>
  find(id: MemberId): Promise<Member | undefined>
  findBySubject(subject: string): Promise<Member | undefined>
  put(member: Member, readRev: number): Promise<Member>
}

/** A signed-in session; the cookie's value is random, its SHA-256 is `id`. */
export interface Session {
  id: string
  memberId: MemberId
  expiresAt: Instant
}

/** Who is signed in; a session ends by itself. */
export interface Sessions {
  append(session: Session): Promise<void>
  find(id: string, now: Instant): Promise<Session | undefined>
  end(id: string): Promise<void>
}

/** Reports 上报 of contact points. */
export interface Reports {
  /** All of a consultation's, or of one contact point in it; in order of contact point and number. */
  listOf(consultationId: ConsultationId, contactPointId?: ContactPointId): Promise<Report[]>
  find(
    consultationId: ConsultationId,
    contactPointId: ContactPointId,
    number: number,
  ): Promise<Report | undefined>
  put(report: Report, readRev: number): Promise<Report>
}

/** What the site is built from: immutable files and one pointer (`contract/published.ts`). */
export interface PublishedFiles {
  /** Names → content keys as last published; `rev` 0 before the first publication. */
  manifest(): Promise<{ files: Record<string, string>; rev: number }>
  read(key: string): Promise<unknown>
  /** Stores a file under its content's hash and returns its key; storing it again is free of effect. */
  append(json: unknown): Promise<string>
  /** The same for a file that is bytes. */
  appendBytes(bytes: Uint8Array, ending: 'docx' | 'xlsx'): Promise<string>
  readBytes(key: string): Promise<Uint8Array>
  /** Moves the pointer, the only moment at which readers see anything new. */
  point(files: Record<string, string>, readRev: number, now: Instant): Promise<void>
}

/** Who did what (append-only). `facts` hold ids, counts and outcomes, never text or personal data. */
export interface AuditEvent {
  at: Instant
  /** `portal`: what the portal does by itself, as its rules say. */
  memberId: MemberId
  action: string
  subject: string
  facts: Record<string, string | number | boolean>
}

/** What members of the staff did; nothing of it is ever changed. */
export interface Audit {
  append(event: AuditEvent): Promise<void>
  /** Newest first. */
  list(limit: number): Promise<AuditEvent[]>
}

/** Signs and makes receipt codes with the deployment's own keys. */
export interface Keys {
  /** Ed25519 signature, base64. */
  sign(message: Uint8Array): string
  /** The public key, raw 32 bytes, base64. */
  readonly publicKey: string
  /** HMAC-SHA-256 with the deployment's secret. */
  hmac(message: string): Uint8Array
}

/** What a deployment fixes for its legislature; handed in, never read from the environment by rules. */
export interface PortalSettings {
  /** The one origin, without a trailing slash: `https://lifa.yunxi.example`. */
  origin: string
  utcOffsetMinutes: number
  /** Shortest window without a recorded reason, in days (R13): 30 for laws (立法法 art. 40), 15 in Shanghai. */
  legalMinimumDays: number
  /** Days photos of sign-in sheets and recordings are kept after the answer (`attachment-retention.ts`). */
  attachmentKeptDays: number
  noticeVersion: string
  /** Editions of the bulletin with more rows are long ones; missing: `limits.maxWholeEditionRows`. */
  wholeEditionRows?: number
}

/** Everything a composition root hands to actions; each action takes the `Pick` it needs. */
export interface Deps extends CollectPorts, BulletinPorts {
  settings: PortalSettings
  clock: Clock
  randomness: Randomness
  keys: Keys
  inbox: Inbox
  people: People
  answerMails: AnswerMails
  /** Missing: this deployment sends no mail, and none is offered. */
  mail?: Mail | undefined
  bills: Bills
  drafts: Drafts
  lineages: Lineages
  causes: Causes
  consultations: Consultations
  contactPoints: ContactPoints
  tasks: Tasks
  members: Members
  sessions: Sessions
  decisions: Decisions
  groups: Groups
  exports: Exports
  facts: LogSegments
  standings: Standings
  assignments: Assignments
  jointAnswers: JointAnswers
  batches: Batches
  reports: Reports
  opinionLog: OpinionLog
  logStore: LogStore
  published: PublishedFiles
  audit: Audit
}
