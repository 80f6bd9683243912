import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import {
  PublishedBill,
  PublishedBulletins,
  PublishedComparison,
  PublishedConsultation,
  PublishedDraft,
  PublishedLineage,
  PublishedSite,
} from '#contract/published.ts'

/** Everything the site says, as published: one parsed object a file. */
export interface Published {
  site: PublishedSite
  bills: PublishedBill[]
  drafts: Map<string, PublishedDraft>
  consultations: Map<string, PublishedConsultation>
  bulletins: Map<string, PublishedBulletins>
  /** By `<fromDraftId>..<toDraftId>`; only where people at the legislature reviewed it. */
  lineages: Map<string, PublishedLineage>
  /** By `<fromDraftId>..<toDraftId>`: comparisons there is a Word file of. */
  comparisons: Map<string, PublishedComparison>
}

/** Reads one file; a missing or malformed one stops the build with the file's name and the field at fault. */
function readFile<S extends z.ZodType>(directory: string, name: string, shape: S): z.infer<S> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(join(directory, name), 'utf8'))
  } catch (error) {
    throw new Error(`The published file ${name} cannot be read: ${(error as Error).message}`, {
      cause: error,
    })
  }
  const read = shape.safeParse(value)
  if (!read.success)
    throw new Error(
      `The published file ${name} is not what the site expects:\n${z.prettifyError(read.error)}`,
    )
  return read.data
}

function namesIn(directory: string, folder: string): string[] {
  const path = join(directory, folder)
  return existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : []
}

function readFolder<S extends z.ZodType>(
  directory: string,
  folder: string,
  shape: S,
): Map<string, z.infer<S>> {
  return new Map(
    namesIn(directory, folder).map((name) => [
      name.slice(0, -'.json'.length),
      readFile(directory, `${folder}/${name}`, shape),
    ]),
  )
}

/** Every reference between files must hold, or a reader would meet a dead end. */
function requireReferences({ bills, drafts, consultations }: Published): void {
  for (const bill of bills) {
    for (const { id } of bill.drafts)
      if (!drafts.has(id))
        throw new Error(`bills/${bill.id}.json names the draft ${id}, but drafts/${id}.json is missing.`)
    for (const id of bill.consultationIds) {
      const consultation = consultations.get(id)
      if (!consultation)
        throw new Error(
          `bills/${bill.id}.json names the consultation ${id}, but consultations/${id}.json is missing.`,
        )
      if (!drafts.has(consultation.draftId))
        throw new Error(
          `consultations/${id}.json asks about the draft ${consultation.draftId}, which is not published.`,
        )
    }
  }
}

/** Reads a folder of published files (contract/published.ts) as one whole, or fails with a sentence that says where. */
export function readPublished(directory: string): Published {
  const published: Published = {
    site: readFile(directory, 'site.json', PublishedSite),
    bills: [...readFolder(directory, 'bills', PublishedBill).values()],
    drafts: readFolder(directory, 'drafts', PublishedDraft),
    consultations: readFolder(directory, 'consultations', PublishedConsultation),
    bulletins: readFolder(directory, 'bulletins', PublishedBulletins),
    lineages: readFolder(directory, 'lineages', PublishedLineage),
    comparisons: readFolder(directory, 'comparisons', PublishedComparison),
  }
  requireReferences(published)
  return published
}
