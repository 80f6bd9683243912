import * as z from 'zod'
import { DraftText, draftStages } from '#core/bill.ts'
import { Cause } from '#core/lineage/causes.ts'
import { Consultation } from '#core/consultation.ts'
import { BillId, ConsultationId, ContactPointId, DraftId } from '#core/ids.ts'
import { LineageLink } from '#core/lineage/lineage.ts'
import { Edition, type LongDataFile } from '#core/bulletin/long-bulletin.ts'
import { Tallies } from '#core/log/tallies.ts'
import { Instant } from '#core/time.ts'
import { Authority } from './authority.ts'

/*
 * What the site is built from. `published/manifest.json` names the files; every file is immutable
 * under its content's hash; moving the manifest is the publication. Names in the manifest:
 *   site.json · bills/<billId>.json · drafts/<draftId>.json · consultations/<id>.json · bulletins/<id>.json ·
 *   bulletins/<id>..<edition>.docx · open-data/<id>..<edition>.xlsx · open-data/<id>..<edition>..<file> of a long edition · lineages/<fromDraftId>..<toDraftId>.json · comparisons/<fromDraftId>..<toDraftId>.json and .docx
 */

/** Name of a published file → key of the object it stands for. */
export const PublishedManifest = z.strictObject({
  publishedAt: Instant,
  files: z.record(z.string(), z.string()),
})
export type PublishedManifest = z.infer<typeof PublishedManifest>

/** `site.json`: whose portal this is, and its contact points. */
export const PublishedSite = z.strictObject({
  authority: Authority,
  /** Days photos of sign-in sheets and recordings are kept after the answer, for the notice; files of an older portal lack it. */
  photosKeptDays: z.int().optional(),
  contactPoints: z.array(
    z.strictObject({
      id: ContactPointId,
      name: z.string(),
      owner: z.enum(['npc', 'government']),
      tier: z.enum(['national', 'provincial', 'municipal', 'district']),
      area: z.string(),
      address: z.string(),
      phone: z.string(),
      openingHours: z.string(),
      stations: z.array(z.strictObject({ name: z.string(), area: z.string() })),
    }),
  ),
})
export type PublishedSite = z.infer<typeof PublishedSite>

/** `bills/<billId>.json`: a bill with what of it is public. */
export const PublishedBill = z.strictObject({
  id: BillId,
  title: z.string(),
  summary: z.string(),
  /** Published drafts, oldest first. */
  drafts: z.array(
    z.strictObject({
      id: DraftId,
      stage: z.enum(draftStages),
      title: z.string(),
      datedOn: z.iso.date(),
      articles: z.int(),
    }),
  ),
  consultationIds: z.array(ConsultationId),
})
export type PublishedBill = z.infer<typeof PublishedBill>

/** `drafts/<draftId>.json` */
export const PublishedDraft = DraftText
export type PublishedDraft = DraftText

/** State is not stored: pages derive it from the window, and say the instant at which they were built. */
export const PublishedConsultation = Consultation.omit({ rev: true }).extend({
  billTitle: z.string(),
  /** Counts at the moment of publication. */
  tallies: Tallies,
  contactPointIds: z.array(ContactPointId),
})
export type PublishedConsultation = z.infer<typeof PublishedConsultation>

/** Every edition, newest last; the page shows the newest and lists the others. */
export const PublishedBulletins = z.strictObject({ editions: z.array(Edition).min(1) })
export type PublishedBulletins = z.infer<typeof PublishedBulletins>

/** Name of an edition's Word file in the manifest; an edition never changes, so neither does its file. */
export function bulletinFileName(consultationId: ConsultationId, edition: number): string {
  return `bulletins/${consultationId}..${edition}.docx`
}

/**
 * Which article became which between two published texts, as people at the legislature reviewed it, and why each
 * changed one changed (R6). Who corrected or stated it stays internal. Without this file the pages align by themselves.
 */
export const PublishedLineage = z.strictObject({
  fromDraftId: DraftId,
  toDraftId: DraftId,
  /** Missing while nobody has corrected what was computed: the pages compute the same. */
  links: z.array(LineageLink.omit({ correctedBy: true, correctedAt: true, was: true })).optional(),
  /** `step`: named between two texts on the way, which are not these two. */
  causes: z.array(
    Cause.pick({ side: true, provisionId: true, kind: true, sentence: true }).extend({
      step: z.strictObject({ fromDraftId: DraftId, toDraftId: DraftId }).optional(),
    }),
  ),
})
export type PublishedLineage = z.infer<typeof PublishedLineage>

/** Name of a lineage's file in the manifest. */
export function lineageFileName(fromDraftId: DraftId, toDraftId: DraftId): string {
  return `lineages/${fromDraftId}..${toDraftId}.json`
}

/** A file of the open data of a long edition: every row, as the worker wrote it. */
export function longDataFileName(
  consultationId: ConsultationId,
  edition: number,
  file: LongDataFile,
): string {
  return `open-data/${consultationId}..${edition}..${file}`
}

/** The open data of an answered consultation as a workbook, one an edition. */
export function openDataFileName(consultationId: ConsultationId, edition: number): string {
  return `open-data/${consultationId}..${edition}.xlsx`
}

/** A comparison 修改前后对照表 as a Word file: the file itself stands beside these facts, as `.docx`. */
export const PublishedComparison = z.strictObject({
  billId: BillId,
  fromDraftId: DraftId,
  toDraftId: DraftId,
  /** The name it is saved under. */
  fileName: z.string(),
  bytes: z.int(),
  /** base64url SHA-256 of what the document says, so that it is written again only when that changed. */
  inputs: z.string(),
})
export type PublishedComparison = z.infer<typeof PublishedComparison>

/** Names of a comparison's two files in the manifest. */
export function comparisonFileNames(
  fromDraftId: DraftId,
  toDraftId: DraftId,
): { facts: string; document: string } {
  const name = `comparisons/${fromDraftId}..${toDraftId}`
  return { facts: `${name}.json`, document: `${name}.docx` }
}
