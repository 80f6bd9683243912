import * as z from 'zod'
import { OpinionId } from '#core/ids.ts'
import { Instant } from '#core/time.ts'

/**
 * `POST /office/api/consultations/{id}/opinions/{opinionId}/revisions` — what staff make of an own opinion, as a new
 * revision of it (R1, R9). 原话 is not in it: nobody edits what a person said. 201 → `OpinionRevision`, 200 for a repeat,
 * 412 `changed-meanwhile` when another revision stands already.
 */
export const RevisionInput = z.strictObject({
  drafted: z.string().optional(),
  proposedText: z.string().optional(),
  reason: z.string().optional(),
  /**
   * Versions made at the same time, as `OpinionHistory.unsettled` named them, that this revision puts together; the
   * opinion of the address is the one whose 原话 and place stand.
   */
  settles: z.array(OpinionId).min(2).max(20).optional(),
})
export type RevisionInput = z.infer<typeof RevisionInput>

/** One revision of an opinion with who made it, by what road. */
export const OpinionRevision = z.strictObject({
  id: OpinionId,
  supersedes: OpinionId.optional(),
  /** Other versions put together in this one. */
  joins: z.array(OpinionId).optional(),
  receivedAt: Instant,
  /** When it was taken down by the device's clock, put right; only what a device collected has it. */
  collectedAt: Instant.optional(),
  /** The device it was taken down on, by the name the contact point knows it under. */
  device: z.string().optional(),
  /** A name at the staff, or as written in a table; absent: the person themselves, online. */
  recordedBy: z.string().optional(),
  /** By what road it came: written at the desk, in a table, or taken down as the opinion itself. */
  road: z.enum(['taken', 'table', 'desk']),
  verbatim: z.string(),
  drafted: z.string().optional(),
  proposedText: z.string().optional(),
  reason: z.string().optional(),
  /** In the log, and counted there; a revision just made takes a moment. */
  logged: z.boolean(),
})
export type OpinionRevision = z.infer<typeof OpinionRevision>

/** `GET /office/api/consultations/{id}/opinions/{opinionId}/history` — every revision, oldest first. */
export const OpinionHistory = z.strictObject({
  revisions: z.array(OpinionRevision),
  /** Those of them that were made at the same time and nobody has put together yet; empty: one stands. */
  unsettled: z.array(OpinionId),
})
export type OpinionHistory = z.infer<typeof OpinionHistory>
