import * as z from 'zod'

/** Short lower-case name used in URLs and keys: `yunxi-waterfront`, `c-7k2m9q`. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/** A bill 法规案, from first draft to enacted text. */
export const BillId = slug.brand<'BillId'>()
export type BillId = z.infer<typeof BillId>

/** One immutable text 稿 of a bill. */
export const DraftId = slug.brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

/** A provision inside one draft: `art-24`, `art-120-1` (之一), `art-24.p2`, `art-24.p1.i3`, `chp-4.sec-2`. */
export const ProvisionId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.~-]{0,79}$/)
  .brand<'ProvisionId'>()
export type ProvisionId = z.infer<typeof ProvisionId>

/** One public comment window 公开征求意见 on one draft. */
export const ConsultationId = slug.brand<'ConsultationId'>()
export type ConsultationId = z.infer<typeof ConsultationId>

/** A grassroots legislative contact point 基层立法联系点. */
export const ContactPointId = slug.brand<'ContactPointId'>()
export type ContactPointId = z.infer<typeof ContactPointId>

/** A collecting station 信息采集站点 under a contact point. */
export const StationId = slug.brand<'StationId'>()
export type StationId = z.infer<typeof StationId>

/** A person of the staff; the id is ours, the identity provider's subject is kept beside it. */
export const MemberId = slug.brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>

/** One upload of many opinions 批次; made by the client, so a retry names the same batch. */
export const BatchId = slug.brand<'BatchId'>()
export type BatchId = z.infer<typeof BatchId>

/** A saved column mapping of one source of tables; made by the desk that saves it. */
export const MappingId = slug.brand<'MappingId'>()
export type MappingId = z.infer<typeof MappingId>

/** Hash of a receipt code: 16 bytes, base64url without padding, 22 characters. See `receipt-id.ts`. */
export const OpinionId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'OpinionId'>()
export type OpinionId = z.infer<typeof OpinionId>

/** Made on a device without a network, so that a retry names the same thing: a UUID in lower case. */
const deviceMade = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** A device that collects: a laptop or phone of a contact point. */
export const DeviceId = deviceMade.brand<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>

/** One occasion of collecting: a forum, a visit, a letterbox emptied. */
export const CollectingSessionId = deviceMade.brand<'CollectingSessionId'>()
export type CollectingSessionId = z.infer<typeof CollectingSessionId>

/** A photo or recording taken along with a session or an opinion. */
export const AttachmentId = deviceMade.brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>
