import type { ColumnMapping } from '../batch/column-mapping.ts'
import type { HeldSession } from './collecting-session.ts'
import type { Device } from './device.ts'
import type {
  AttachmentId,
  CollectingSessionId,
  ConsultationId,
  ContactPointId,
  DeviceId,
  MappingId,
} from '../ids.ts'
import type { HeldAttachment } from './attachment.ts'
import type { QuarantinedOpinion } from './quarantine.ts'
import type { Instant } from '../time.ts'

/* What collecting without a network needs of the world; the words `find` `list` `append` `put` mean what `ports.ts` says. */

/** Devices that collect. */
export interface Devices {
  find(id: DeviceId): Promise<Device | undefined>
  list(): Promise<Device[]>
  put(device: Device, readRev: number): Promise<Device>
}

/** A one-time code shown as a QR at a contact point's desk; the store keeps its hash alone. */
export interface EnrolmentCode {
  contactPointId: ContactPointId
  expiresAt: Instant
}

/** One-time codes by which devices are enrolled. */
export interface EnrolmentCodes {
  append(code: string, made: EnrolmentCode): Promise<void>
  /** Uses the code up for one device. `undefined`: unknown, expired, or used by another device. */
  use(code: string, deviceId: DeviceId, now: Instant): Promise<EnrolmentCode | undefined>
}

/** Occasions of collecting, as their devices last described them. */
export interface CollectingSessions {
  find(
    contactPointId: ContactPointId,
    consultationId: ConsultationId,
    id: CollectingSessionId,
  ): Promise<HeldSession | undefined>
  listOf(contactPointId: ContactPointId, consultationId: ConsultationId): Promise<HeldSession[]>
  put(held: HeldSession, readRev: number): Promise<HeldSession>
}

/** Records of devices that wait for a person before they become opinions. */
export interface Quarantine {
  find(contactPointId: ContactPointId, id: string): Promise<QuarantinedOpinion | undefined>
  /** Of one contact point, or of all of them. */
  list(contactPointId?: ContactPointId): Promise<QuarantinedOpinion[]>
  put(item: QuarantinedOpinion, readRev: number): Promise<QuarantinedOpinion>
}

/** Photos and recordings, stored piece by piece as they arrive. */
export interface Attachments {
  find(id: AttachmentId): Promise<HeldAttachment | undefined>
  /** The first one stands: answers what is held under the id afterwards. */
  append(attachment: HeldAttachment): Promise<HeldAttachment>
  /** Numbers of the pieces that are there, ascending. */
  pieces(id: AttachmentId): Promise<{ piece: number; bytes: number }[]>
  /** Stores a piece; `false` when other bytes stand in its place. */
  appendPiece(attachment: HeldAttachment, piece: number, bytes: Uint8Array): Promise<boolean>
  readPiece(attachment: HeldAttachment, piece: number): Promise<Uint8Array>
  /** Deletes its bytes for good and remembers when; safe to repeat after a cut. */
  erase(attachment: HeldAttachment, at: Instant): Promise<void>
}

/** How contact points read tables of other channels. */
export interface ColumnMappings {
  /** Deleted ones included. */
  listOf(contactPointId: ContactPointId): Promise<ColumnMapping[]>
  find(contactPointId: ContactPointId, id: MappingId): Promise<ColumnMapping | undefined>
  put(mapping: ColumnMapping, readRev: number): Promise<ColumnMapping>
}

/** The ports of collecting, as `Deps` has them. */
export interface CollectPorts {
  columnMappings: ColumnMappings
  devices: Devices
  enrolmentCodes: EnrolmentCodes
  collectingSessions: CollectingSessions
  quarantine: Quarantine
  attachments: Attachments
}
