import type {
  BatchId,
  BillId,
  ConsultationId,
  ContactPointId,
  DraftId,
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
  bulletins: (c: ConsultationId) => `bulletin#${c}`,
  /** Editions sort as numbers do. */
  bulletin: (c: ConsultationId, edition: number): DeskKey => ({
    pk: `bulletin#${c}`,
    sk: String(edition).padStart(6, '0'),
  }),
  logHead: (c: ConsultationId): DeskKey => ({ pk: `log#${c}`, sk: 'head' }),
  published: (): DeskKey => ({ pk: 'published', sk: 'manifest' }),
  audit: 'audit',
  auditEvent: (sk: string): DeskKey => ({ pk: 'audit', sk }),
} as const
