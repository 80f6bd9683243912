import * as z from 'zod'
import { attachmentMediaTypes } from '#core/collecting/attachment-media-types.ts'
import { CollectedContent, CollectedOpinion } from '#core/collecting/collected-opinion.ts'
import { CollectingSession } from '#core/collecting/collecting-session.ts'
import { Device } from '#core/collecting/device.ts'
import {
  AttachmentId,
  CollectingSessionId,
  ConsultationId,
  ContactPointId,
  DeviceId,
  DraftId,
  MemberId,
  OpinionId,
  StationId,
} from '#core/ids.ts'
import { opinionFlags } from '#core/opinion.ts'
import { QuarantinedOpinion } from '#core/collecting/quarantine.ts'
import { CalendarDate, Instant } from '#core/time.ts'
import { fieldProblemCodes } from './field-problem.ts'
import { limits } from './limits.ts'

/* Shapes between a collector's device and the office API: what goes out to the device, what comes back. */

export { CollectedOpinion } from '#core/collecting/collected-opinion.ts'
export { CollectingSession } from '#core/collecting/collecting-session.ts'
export { Device } from '#core/collecting/device.ts'

/** `POST /office/api/opinions`: sessions first, then opinions; the server takes both and answers for each, in their order. */
export const SyncRequest = z.strictObject({
  deviceId: DeviceId,
  /** The device's clock at the moment of sending. */
  sentAt: Instant,
  sessions: z.array(CollectingSession).max(limits.maxSyncRecords),
  opinions: z.array(CollectedOpinion).max(limits.maxSyncRecords),
})
export type SyncRequest = z.infer<typeof SyncRequest>

/** The same as the server reads it: a record of a wrong shape is answered for itself and blocks no other. */
export const SyncEnvelope = SyncRequest.extend({
  sessions: z.array(z.unknown()).max(limits.maxSyncRecords),
  opinions: z.array(z.unknown()).max(limits.maxSyncRecords),
})
export type SyncEnvelope = z.infer<typeof SyncEnvelope>

/** What became of one record of a device: `quarantined`: set aside until a person decides. */
export const syncVerdicts = ['stored', 'repeated', 'conflict', 'refused', 'quarantined'] as const
export type SyncVerdict = (typeof syncVerdicts)[number]

/** What can be wrong with one record: everything that can be wrong with a field, and these. */
export const recordProblemCodes = [
  ...fieldProblemCodes,
  'unknown-consultation',
  'unknown-draft',
  'consultation-withdrawn',
  'not-open-yet',
  /** Written down after the window closed (R14). */
  'collected-after-close',
  /** By the device's own clock it was collected after it was sent. */
  'collected-in-future',
  /** With the verdict `conflict`: the receipt code holds another opinion. */
  'receipt-code-taken',
  /** It would correct an opinion that is not this contact point's, or of another consultation. */
  'corrects-another',
  /** Nothing is wrong with the record; send it again. */
  'store-failed',
] as const
export type RecordProblemCode = (typeof recordProblemCodes)[number]

/** Why a record was refused or set aside, for its field; `facts` never hold what was written. */
export const RecordProblem = z.strictObject({
  field: z.string(),
  code: z.enum(recordProblemCodes),
  facts: z.record(z.string(), z.unknown()),
})
export type RecordProblem = z.infer<typeof RecordProblem>

/** What became of one opinion of a sending. */
export const OpinionAnswer = z.strictObject({
  /** The id computed from the receipt code: the only sign by which the device knows that this answer is meant for its record. */
  id: OpinionId,
  verdict: z.enum(syncVerdicts),
  receivedAt: Instant.optional(),
  problems: z.array(RecordProblem),
  flags: z.array(z.enum(opinionFlags)),
})
export type OpinionAnswer = z.infer<typeof OpinionAnswer>

/** What became of one session of a sending; `revised`: it replaced what the device had said of it before. */
export const SessionAnswer = z.strictObject({
  id: CollectingSessionId,
  verdict: z.enum(['stored', 'repeated', 'revised', 'refused', 'quarantined']),
  problems: z.array(RecordProblem),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

/** `POST /office/api/opinions` → one answer a record. */
export const SyncAnswer = z.strictObject({
  /** The server's clock: a device whose clock is days wrong learns it here. */
  receivedAt: Instant,
  sessions: z.array(SessionAnswer),
  opinions: z.array(OpinionAnswer),
})
export type SyncAnswer = z.infer<typeof SyncAnswer>

/** One task with everything needed to collect on it without a network, except the draft's text (`GET /office/api/drafts/{draftId}`). */
export const KitTask = z.strictObject({
  consultationId: ConsultationId,
  bill: z.strictObject({ id: z.string(), title: z.string(), summary: z.string() }),
  draft: z.strictObject({ id: DraftId, stage: z.string(), title: z.string(), date: z.string() }),
  status: z.string(),
  opensAt: Instant,
  closesAt: Instant,
  dueOn: CalendarDate,
  /** What the legislature asks the contact point to ask about. */
  note: z.string(),
})
export type KitTask = z.infer<typeof KitTask>

/** `GET /office/api/collect/kit`: who works here, and what they take along. */
export const CollectKit = z.strictObject({
  serverTime: Instant,
  /** The legislature's time zone, minutes east of UTC: dates on the device are its dates. */
  utcOffsetMinutes: z.int(),
  noticeVersion: z.string(),
  /** Days photos of sign-in sheets are kept after the answer; a kit of an older portal does not say. */
  photosKeptDays: z.int().optional(),
  member: z.strictObject({ id: MemberId, name: z.string(), role: z.string() }),
  contactPoint: z.strictObject({
    id: ContactPointId,
    name: z.string(),
    area: z.string(),
    stations: z.array(z.strictObject({ id: StationId, name: z.string(), area: z.string() })),
  }),
  tasks: z.array(KitTask),
  /** base64 SPKI of the portal's P-256 key: what a device seals for the portal, nobody who carries it can read. */
  sealingKey: z.string(),
})
export type CollectKit = z.infer<typeof CollectKit>

/** `POST /office/api/devices`: a device takes part. `code` comes from the QR shown at the contact point's desk. */
export const EnrolDevice = z.strictObject({
  id: DeviceId,
  name: z.string().min(1).max(60),
  /** base64 SPKI of the device's P-256 key: signs files that another person carries. */
  publicKey: z.string().max(400),
  code: z.string().max(60).optional(),
})
export type EnrolDevice = z.infer<typeof EnrolDevice>

/** `GET /office/api/devices`: the contact point's own; an administrator sees all. */
export const DeviceList = z.strictObject({
  /** Two phones of one make are told apart by whose they are; absent when the member is gone. */
  devices: z.array(Device.extend({ enrolledByName: z.string().optional() })),
})
export type DeviceList = z.infer<typeof DeviceList>

/** `POST /office/api/devices/codes`: shown as a QR at the contact point's desk, for one device, for fifteen minutes. */
export const EnrolmentInvitation = z.strictObject({ code: z.string(), expiresAt: Instant })
export type EnrolmentInvitation = z.infer<typeof EnrolmentInvitation>

/**
 * A file that another person carries (no network at all) is lines of JSON, each sealed to the portal's key and signed by
 * the device's: records, then the pieces of photos (`CarriedPiece`). Each line goes up on its own, so that a file of any
 * size is read as it streams and a broken upload is simply begun again. `POST /office/api/carried` takes a line of
 * records, what a sync would have sent, with the same answers as a sync.
 */
export const CarriedFile = z.strictObject({
  kaimen: z.literal('carried v1'),
  /** Which line of how many, from 0. Not signed: it tells the reader of a file that the rest is missing, nothing else. */
  part: z.strictObject({ n: z.int(), of: z.int() }).optional(),
  deviceId: DeviceId,
  writtenAt: Instant,
  opinions: z.int(),
  /** base64 raw P-256 point of the ephemeral key (ECDH with `sealingKey`, HKDF-SHA-256, info `kaimen carried v1`). */
  ephemeralKey: z.string(),
  /** base64, 12 bytes. */
  iv: z.string(),
  /** base64 AES-256-GCM (tag at the end) of the JSON of `CarriedContent`. HKDF with an empty salt. */
  sealed: z.string(),
  /** base64 ECDSA P-256/SHA-256 (IEEE P1363) by the device over `deviceId ‖ "\n" ‖ writtenAt ‖ "\n" ‖ ephemeralKey ‖ "\n" ‖ iv ‖ "\n" ‖ sealed`. */
  signature: z.string(),
})
export type CarriedFile = z.infer<typeof CarriedFile>

/** `POST /office/api/carried/pieces`: another line, with one piece of a photo or recording; answers `AttachmentAnswer`. */
export const CarriedPiece = CarriedFile.omit({ opinions: true }).extend({
  kaimen: z.literal('carried piece v1'),
})
export type CarriedPiece = z.infer<typeof CarriedPiece>

/** What is sealed in it: this as one line of JSON, `"\n"`, then the bytes of the piece. */
export const CarriedPieceHead = z.strictObject({
  memberId: MemberId,
  id: AttachmentId,
  sessionId: CollectingSessionId,
  mediaType: z.enum(attachmentMediaTypes),
  piece: z.int().min(0),
  of: z.int().min(1),
})
export type CarriedPieceHead = z.infer<typeof CarriedPieceHead>

/** What is sealed inside: whose records these are (default: who enrolled the device), and what a sync would have sent. */
export const CarriedContent = z.strictObject({
  memberId: MemberId.optional(),
  requests: z.array(SyncEnvelope).max(100),
})
export type CarriedContent = z.infer<typeof CarriedContent>

/** One opinion that was set aside: `GET /office/api/quarantine`. Its words are the contact point's own; an administrator sees none. */
export const QuarantineItem = QuarantinedOpinion.pick({
  id: true,
  contactPointId: true,
  reason: true,
  opinionId: true,
  session: true,
  deviceId: true,
  recordedBy: true,
  carriedBy: true,
  sentAt: true,
  receivedAt: true,
  settled: true,
  rev: true,
}).extend({
  consultationId: ConsultationId,
  /** `''` when the device named a consultation we do not have. */
  billTitle: z.string(),
  /** 第二十四条; `''` for the draft as a whole. */
  provisionLabel: z.string(),
  /** By our clock. */
  collectedAt: Instant,
  deviceName: z.string().optional(),
  recordedByName: z.string().optional(),
  carriedByName: z.string().optional(),
  opinion: CollectedContent.optional(),
})
export type QuarantineItem = z.infer<typeof QuarantineItem>

/** `GET /office/api/quarantine`: what was set aside for the own contact point, for an administrator all; what waits comes first. */
export const QuarantineList = z.strictObject({ items: z.array(QuarantineItem) })
export type QuarantineList = z.infer<typeof QuarantineList>

/** `POST /office/api/quarantine/{id}` */
export const SettleQuarantined = z.strictObject({
  decision: z.enum(['take', 'refuse']),
  reason: z.string().trim().min(1).max(300),
})
export type SettleQuarantined = z.infer<typeof SettleQuarantined>

/** `answer`: what became of taking it in; an item whose record was refused or in conflict is still waiting. */
export const QuarantineSettlement = z.strictObject({ item: QuarantineItem, answer: OpinionAnswer.optional() })
export type QuarantineSettlement = z.infer<typeof QuarantineSettlement>

/**
 * `PUT /office/api/attachments/{attachmentId}/{piece}?of=N&sessionId=…&mediaType=…` with ≤ 512 KB of bytes (already in the
 * clear: TLS protects them on the way, the bucket's key at rest); safe to repeat. Answers which pieces are there.
 */
export const AttachmentAnswer = z.strictObject({
  id: AttachmentId,
  have: z.array(z.int()),
  of: z.int(),
  complete: z.boolean(),
})
export type AttachmentAnswer = z.infer<typeof AttachmentAnswer>

/** The most a piece of a photo or recording may have. */
export const attachmentPieceBytes = 512 * 1024

/**
 * `POST /office/api/collect/data-key`: a collector who forgot the PIN gets the key of their own records back. The
 * device sealed `{ memberId, dataKey }` to the portal when the records' lock was made (as `CarriedFile`, HKDF info
 * `kaimen data key v1`); the portal opens it for that member alone, signed in, on a device that is not revoked.
 */
export const SealedDataKey = z.strictObject({
  deviceId: DeviceId,
  ephemeralKey: z.string().max(200),
  iv: z.string().max(40),
  sealed: z.string().max(1000),
})
export type SealedDataKey = z.infer<typeof SealedDataKey>

/** What stands inside the seal; `dataKey` is 32 bytes, base64. */
export const DataKeyContent = z.strictObject({ memberId: MemberId, dataKey: z.string().length(44) })
export type DataKeyContent = z.infer<typeof DataKeyContent>

/** The records' key, base64. */
export const DataKeyAnswer = DataKeyContent.pick({ dataKey: true })
export type DataKeyAnswer = z.infer<typeof DataKeyAnswer>

/** What a seal is for: a file of one purpose opens for no other. */
export const sealPurposes = {
  carried: 'kaimen carried v1',
  carriedPiece: 'kaimen carried piece v1',
  dataKey: 'kaimen data key v1',
} as const
