import { createHash } from 'node:crypto'
import { annotationGround, annotationPieces } from '#contract/open-annotations.ts'
import { csvPieces, jsonPieces } from '#contract/open-opinions.ts'
import { printDate } from '#contract/print-time.ts'
import type { Authority } from '#contract/authority.ts'
import { objectKeys } from '#contract/objects.ts'
import type { EditionPlace } from '#core/bulletin/bulletin-ports.ts'
import { codeOf } from '#core/deciding/decision-standing.ts'
import { editionChanges } from '#core/bulletin/edition-changes.ts'
import type { ExportFiles } from '#core/deciding/export-ports.ts'
import {
  type Edition,
  type EditionChanges,
  isLongEdition,
  type LongBulletin,
  type LongDataFile,
} from '#core/bulletin/long-bulletin.ts'
import type { Deps } from '#core/ports.ts'
import { calendarDate } from '#core/time.ts'
import { packedRows } from '../../documents/open-data-text.ts'
import { openDataWorkbook, type RowSource } from '../../documents/open-data-xlsx.ts'
import type { BulletinMaterial } from './build-bulletin-rows.ts'
import type { EditionPlan } from './plan-edition.ts'
import type { OnDone, SpooledEdition } from './spool-edition.ts'

/** SHA-256 of rows as JSON lines, base64url: whether two long editions answer the same. */
export async function hashOf(spooled: SpooledEdition): Promise<string> {
  const hash = createHash('sha256')
  for await (const { row } of spooled.read()) hash.update(`${JSON.stringify(row)}\n`)
  return hash.digest('base64url')
}

/** How every entry of the log is answered, a byte each. */
export function outcomeBytes({ rowOf, places }: EditionPlan, { answers }: BulletinMaterial): Uint8Array {
  return Uint8Array.from(rowOf, (row) =>
    row === 0 ? 0 : codeOf(answers.at(places[row - 1] as number)?.outcome),
  )
}

/** Every row of an edition, long or short, as often as they are asked for. */
export function rowsOf({ bulletins }: Pick<Deps, 'bulletins'>, edition: Edition): RowSource {
  const { rows, received } = {
    rows: isLongEdition(edition) ? undefined : edition.rows,
    ...edition.reconciliation,
  }
  if (rows !== undefined) return { count: rows.length, rows: () => rows }
  const place = { ...(edition as LongBulletin), count: received }
  return { count: received, rows: () => bulletins.rowsOf(place) }
}

/** What a long edition says otherwise than the one before it. */
export function changesSince(
  deps: Pick<Deps, 'bulletins'>,
  latest: Edition,
  said: Pick<Edition, 'head' | 'sections'>,
  source: RowSource,
): Promise<EditionChanges> {
  const earlier = rowsOf(deps, latest)
  return editionChanges({ said: latest, rows: streamed(earlier) }, { said, rows: streamed(source) })
}

function streamed({ rows }: RowSource) {
  return async function* () {
    yield* rows()
  }
}

/** Writes the open data of a long edition whose rows are stored: names of the files and where each is. */
export async function writeDataFiles(
  deps: Pick<Deps, 'contactPoints' | 'settings'> & { exportFiles: ExportFiles },
  material: BulletinMaterial,
  edition: Pick<LongBulletin, 'articles' | 'taken' | 'heard' | 'into' | 'tallies' | 'reconciliation'> &
    EditionPlace &
    Pick<LongBulletin, 'publishedAt'>,
  source: RowSource,
  { authority, onDone }: { authority: Authority; onDone: OnDone },
): Promise<LongBulletin['files']> {
  const told = tellingDone(source, onDone)
  const { bill, consultation, drafts, contactPoints, releasing } = material
  const { organ, dataLicence: licence } = authority
  const { settings } = deps
  const released = new Set(releasing.map(({ id }) => id))
  const isShown = ({ id, publishedAt }: (typeof drafts.later)[number]) =>
    publishedAt !== undefined || released.has(id)
  const shown = [drafts.asked, ...drafts.later.filter(isShown)]
  const ground = annotationGround(settings.origin, {
    bill: { ...bill, drafts: shown },
    consultation,
    generator: organ,
    publishedAt: edition.publishedAt,
  })
  const about = {
    billTitle: bill.title,
    organ,
    publishedOn: printDate(calendarDate(edition.publishedAt, settings.utcOffsetMinutes), 'zh'),
    licence,
    contactPointNames: new Map<string, string>(contactPoints.map(({ id, name }) => [id, name])),
  }
  const makers: Record<LongDataFile, () => AsyncIterable<Uint8Array>> = {
    'opinions.xlsx': () => openDataWorkbook(edition, about, told),
    'opinions.csv.gz': () => packedRows(csvPieces, told),
    'opinions.json.gz': () => packedRows(jsonPieces, told),
    'annotations.jsonld.gz': () => packedRows(annotationPieces(source.count, ground), told),
  }
  const files: LongBulletin['files'] = {}
  for (const [file, make] of Object.entries(makers) as [LongDataFile, () => AsyncIterable<Uint8Array>][]) {
    const key = objectKeys.publishedStream(edition.consultationId, edition.edition, edition.writtenBy, file)
    await deps.exportFiles.write(key, make())
    files[file] = key
  }
  return files
}

/** So many times all rows are read for those files: the workbook has two sheets of them. */
export const dataFilePasses = 5

const step = 500

function tellingDone({ count, rows }: RowSource, onDone: OnDone): RowSource {
  async function* told() {
    let read = 0
    for await (const row of rows()) {
      read += 1
      if (read % step === 0) await onDone(step)
      yield row
    }
  }
  return { count, rows: told }
}
