import type { Authority } from '#contract/authority.ts'
import { openDataFileName } from '#contract/published.ts'
import { printDate } from '#contract/print-time.ts'
import type { Bill } from '#core/bill.ts'
import type { Bulletin } from '#core/bulletin.ts'
import type { Deps } from '#core/ports.ts'
import { calendarDate } from '#core/time.ts'
import { openDataXlsx } from '../documents/open-data-xlsx.ts'

/**
 * The workbook of open data of the newest edition: its file name of the manifest and where it stands. An edition never
 * changes, so what stands in `shown` (the files published now) is kept; earlier editions' go with it.
 */
export async function openDataFiles(
  deps: Pick<Deps, 'published' | 'contactPoints' | 'settings'>,
  shown: Readonly<Record<string, string>>,
  editions: readonly Bulletin[],
  about: { bill: Bill; authority: Authority },
): Promise<Record<string, string>> {
  const bulletin = editions.at(-1)
  if (bulletin === undefined) return {}
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
