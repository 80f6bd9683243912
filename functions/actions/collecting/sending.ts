import type { ContactPointId, DeviceId, MemberId } from '#core/ids.ts'
import type { QuarantineReason } from '#core/collecting/quarantine.ts'
import type { Instant } from '#core/time.ts'

/** Under whose name records arrive, from which device, and by which times they are judged. */
export interface Sending {
  contactPointId: ContactPointId
  recordedBy: MemberId
  deviceId: DeviceId
  /** The device's clock at the moment of sending. */
  sentAt: Instant
  /** Ours at the moment of receiving. */
  receivedAt: Instant
  /** A file that another person brought: it may have been on its way for days. */
  carried: boolean
  carriedBy?: MemberId
  /** Set: nothing of this is taken in before a person has looked at it. */
  setAside?: QuarantineReason
}
