import type { Authority } from '#contract/authority.ts'
import { longDataFileName, openDataFileName } from '#contract/published.ts'
import { printDate } from '#contract/print-time.ts'
import type { Bill } from '#core/bill.ts'
import {
  isLongEdition,
  type Edition,
  type LongBulletin,
  longDataFiles,
} from '#core/bulletin/long-bulletin.ts'
import type { Deps } from '#core/ports.ts'
import { calendarDate } from '#core/time.ts'
import { openDataXlsx } from '../../documents/open-data-xlsx.ts'

/** A worker wrote them with the edition itself. */
function writtenFiles({ consultationId, edition, files }: LongBulletin): Record<string, string> {
  return Object.fromEntries(
    longDataFiles.flatMap((file) => {
      const key = files[file]
      return key === undefined ? [] : [[longDataFileName(consultationId, edition, file), key]]
    }),
  )
}

/**
 * The workbook of open data of the newest edition: its file name of the manifest and where it stands. An edition never
 * changes, so what stands in `shown` (the files published now) is kept; earlier editions' go with it. Of a long edition they are the files the worker wrote.
 */
export async function openDataFiles(
  deps: Pick<Deps, 'published' | 'contactPoints' | 'settings'>,
  shown: Readonly<Record<string, string>>,
  editions: readonly Edition[],
  about: { bill: Bill; authority: Authority },
): Promise<Record<string, string>> {
  const bulletin = editions.at(-1)
  if (bulletin === undefined) return {}
  if (isLongEdition(bulletin)) return writtenFiles(bulletin)
  const name = openDataFileName(bulletin.consultationId, bulletin.edition)
  const held = shown[name]
  if (held !== undefined) return { [name]: held }
  const points = await deps.contactPoints.list()
  const { organ, dataLicence: licence } = about.authority
  const publishedOn = printDate(calendarDate(bulletin.publishedAt, deps.settings.utcOffsetMinutes), 'zh')
  const contactPointNames = new Map<string, string>(points.map(({ id, name: point }) => [id, point]))
  const parts: Uint8Array[] = []
  // Chunks may share memory: each is copied before the next is asked for. Only the packed file is held, never its XML.
  for await (const chunk of openDataXlsx(bulletin, {
    billTitle: about.bill.title,
    organ,
    publishedOn,
    licence,
    contactPointNames,
  }))
    parts.push(Uint8Array.from(chunk))
  return { [name]: await deps.published.appendBytes(Buffer.concat(parts), 'xlsx') }
}
