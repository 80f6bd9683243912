import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bulletinFileName, longDataFileName, openDataFileName } from '#contract/published.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { LongDataFile } from '#core/bulletin/long-bulletin.ts'
import { settings } from './portal.ts'

const placeOf = (consultationId: ConsultationId, edition: number) =>
  join(settings.publishedDirectory, bulletinFileName(consultationId, edition))

/** Whether an edition was published as a Word file too. */
export function hasBulletinDocument(consultationId: ConsultationId, edition: number): boolean {
  return existsSync(placeOf(consultationId, edition))
}

/** Its bytes, exactly as the office wrote them. */
export function bulletinDocumentBytes(
  consultationId: ConsultationId,
  edition: number,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(placeOf(consultationId, edition)))
}

const workbookOf = (consultationId: ConsultationId, edition: number) =>
  join(settings.publishedDirectory, openDataFileName(consultationId, edition))

/** Size in bytes of an edition's open data as a workbook; `undefined`: it was published before there was one. */
export function openDataWorkbookBytes(consultationId: ConsultationId, edition: number): number | undefined {
  return statSync(workbookOf(consultationId, edition), { throwIfNoEntry: false })?.size
}

/** Size in bytes of a file a worker wrote of a long edition; `undefined`: there is none. */
export function longDataBytes(
  consultationId: ConsultationId,
  edition: number,
  file: LongDataFile,
): number | undefined {
  const place = join(settings.publishedDirectory, longDataFileName(consultationId, edition, file))
  return statSync(place, { throwIfNoEntry: false })?.size
}

/** The workbook, exactly as the office wrote it. */
export function openDataWorkbook(consultationId: ConsultationId, edition: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(workbookOf(consultationId, edition)))
}
