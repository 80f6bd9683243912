import type { AnswerMailId } from '#core/mail/answer-mail.ts'
import type { BulletinJobKind } from '#core/bulletin/bulletin-job.ts'
import type { ExportId } from '#core/deciding/export-job.ts'
import type { GroupId } from '#core/grouping/group-moves.ts'
import type {
  AttachmentId,
  BatchId,
  BillId,
  CollectingSessionId,
  ConsultationId,
  ContactPointId,
  DeviceId,
  DraftId,
  MappingId,
  MemberId,
  OpinionId,
  ProvisionId,
} from '#core/ids.ts'

/** The key of one item of the table `desk`. */
export interface DeskKey {
  pk: string
  sk: string
}

/**
 * Every key of the table `desk`, once. Small sets live in one partition and are listed by one query; what
 * grows with opinions (decisions) has a partition for each consultation; a session is found, never listed.
 */
export const deskKeys = {
  bills: 'bill',
  bill: (id: BillId): DeskKey => ({ pk: 'bill', sk: id }),
  drafts: 'draft',
  draft: (id: DraftId): DeskKey => ({ pk: 'draft', sk: id }),
  lineage: (from: DraftId, to: DraftId): DeskKey => ({ pk: `lineage#${to}`, sk: from }),
  causes: (to: DraftId) => `cause#${to}`,
  /** `#` is in no id, so one draft's prefix is never another's. */
  causesFrom: (from: DraftId) => `${from}#`,
  cause: (from: DraftId, to: DraftId, side: 'from' | 'to', p: ProvisionId): DeskKey => ({
    pk: `cause#${to}`,
    sk: `${from}#${side}#${p}`,
  }),
  consultations: 'consultation',
  consultation: (id: ConsultationId): DeskKey => ({ pk: 'consultation', sk: id }),
  contactPoints: 'contact-point',
  contactPoint: (id: ContactPointId): DeskKey => ({ pk: 'contact-point', sk: id }),
  tasks: 'task',
  /** `#` is in no id, so one consultation's prefix is never another's. */
  tasksOf: (c: ConsultationId) => `${c}#`,
  task: (c: ConsultationId, p: ContactPointId): DeskKey => ({ pk: 'task', sk: `${c}#${p}` }),
  members: 'member',
  member: (id: MemberId): DeskKey => ({ pk: 'member', sk: id }),
  /** Claims an identity provider's subject for one member. */
  subject: (subject: string): DeskKey => ({ pk: 'subject', sk: subject }),
  session: (id: string): DeskKey => ({ pk: `session#${id}`, sk: 'session' }),
  decisions: (c: ConsultationId) => `decision#${c}`,
  decision: (c: ConsultationId, o: OpinionId): DeskKey => ({ pk: `decision#${c}`, sk: o }),
  batches: (p: ContactPointId, c: ConsultationId) => `batch#${p}#${c}`,
  batch: (p: ContactPointId, c: ConsultationId, b: BatchId): DeskKey => ({ pk: `batch#${p}#${c}`, sk: b }),
  columnMappings: (p: ContactPointId) => `column-mapping#${p}`,
  columnMapping: (p: ContactPointId, m: MappingId): DeskKey => ({ pk: `column-mapping#${p}`, sk: m }),
  reports: 'report',
  /** `#` is in no id. */
  reportsOf: (c: ConsultationId, p?: ContactPointId) => (p === undefined ? `${c}#` : `${c}#${p}#`),
  report: (c: ConsultationId, p: ContactPointId, number: number): DeskKey => ({
    pk: 'report',
    sk: `${c}#${p}#${String(number).padStart(2, '0')}`,
  }),
  devices: 'device',
  device: (id: DeviceId): DeskKey => ({ pk: 'device', sk: id }),
  enrolmentCode: (hash: string): DeskKey => ({ pk: `enrolment-code#${hash}`, sk: 'code' }),
  collectingSessions: (p: ContactPointId, c: ConsultationId) => `collecting-session#${p}#${c}`,
  collectingSession: (p: ContactPointId, c: ConsultationId, s: CollectingSessionId): DeskKey => ({
    pk: `collecting-session#${p}#${c}`,
    sk: s,
  }),
  quarantine: 'quarantine',
  quarantineOf: (p: ContactPointId) => `${p}#`,
  quarantinedOpinion: (p: ContactPointId, id: string): DeskKey => ({ pk: 'quarantine', sk: `${p}#${id}` }),
  attachment: (a: AttachmentId): DeskKey => ({ pk: `attachment#${a}`, sk: 'attachment' }),
  attachmentPieces: (a: AttachmentId) => `attachment-piece#${a}`,
  /** Pieces sort as numbers do. */
  attachmentPiece: (a: AttachmentId, piece: number): DeskKey => ({
    pk: `attachment-piece#${a}`,
    sk: String(piece).padStart(3, '0'),
  }),
  bulletins: (c: ConsultationId) => `bulletin#${c}`,
  /** Editions sort as numbers do. */
  bulletin: (c: ConsultationId, edition: number): DeskKey => ({
    pk: `bulletin#${c}`,
    sk: String(edition).padStart(6, '0'),
  }),
  bulletinDraft: (c: ConsultationId): DeskKey => ({ pk: 'bulletin-draft', sk: c }),
  bulletinJob: (c: ConsultationId, kind: BulletinJobKind): DeskKey => ({ pk: `bulletin-job#${c}`, sk: kind }),
  groupHead: (c: ConsultationId): DeskKey => ({ pk: `group#${c}`, sk: 'head' }),
  groupMoves: (c: ConsultationId) => `group-move#${c}`,
  /** Moves sort in the order they were made. */
  groupMove: (c: ConsultationId, rev: number): DeskKey => ({
    pk: `group-move#${c}`,
    sk: String(rev).padStart(8, '0'),
  }),
  groupAnswers: (c: ConsultationId) => `group-answer#${c}`,
  groupAnswer: (c: ConsultationId, g: GroupId): DeskKey => ({ pk: `group-answer#${c}`, sk: g }),
  factsHead: (c: ConsultationId): DeskKey => ({ pk: `facts#${c}`, sk: 'head' }),
  standingHead: (c: ConsultationId): DeskKey => ({ pk: `standing#${c}`, sk: 'head' }),
  /** Which opinions were about to be decided, in order of time. */
  decisionChanges: (c: ConsultationId) => `decision-change#${c}`,
  decisionChange: (c: ConsultationId, at: string, o: OpinionId): DeskKey => ({
    pk: `decision-change#${c}`,
    sk: `${at}#${o}`,
  }),
  assignments: (c: ConsultationId) => `assignment#${c}`,
  assignment: (c: ConsultationId, article: string): DeskKey => ({ pk: `assignment#${c}`, sk: article }),
  jointAnswers: (c: ConsultationId) => `joint-answer#${c}`,
  jointAnswer: (c: ConsultationId, id: string): DeskKey => ({ pk: `joint-answer#${c}`, sk: id }),
  exports: (c: ConsultationId) => `export#${c}`,
  export: (c: ConsultationId, e: ExportId): DeskKey => ({ pk: `export#${c}`, sk: e }),
  /** Who waits for a letter: names of addresses, never the addresses. */
  waitingMails: (c: ConsultationId) => `waiting-mail#${c}`,
  waitingMail: (c: ConsultationId, m: AnswerMailId): DeskKey => ({ pk: `waiting-mail#${c}`, sk: m }),
  logHead: (c: ConsultationId): DeskKey => ({ pk: `log#${c}`, sk: 'head' }),
  published: (): DeskKey => ({ pk: 'published', sk: 'manifest' }),
  audit: 'audit',
  auditEvent: (sk: string): DeskKey => ({ pk: 'audit', sk }),
} as const
