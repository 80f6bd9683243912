import type { BatchRowAnswer } from '#contract/batch-api.ts'
import type { Consultation } from '#core/consultation.ts'
import { BatchId, type ConsultationId, type ContactPointId, type MappingId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import { sha256 } from '#core/sha256.ts'
import { contactPointOfShelf } from '#core/collecting/upload-shelf.ts'
import type { Instant } from '#core/time.ts'
import { openTable, type OpenedTable } from '../../documents/open-table.ts'
import { shapeTable, type ShapedTable } from '../../documents/shape-table.ts'
import { findTable, type FoundTable, type TableWish } from './find-table.ts'
import type { GoodRow } from './read-batch-row.ts'
import { readBatchSheet, readByMapping, readByTitle } from './read-batch-sheet.ts'
import { requireUploader } from './require-uploader.ts'

type ReadDeps = Pick<Deps, 'consultations' | 'contactPoints' | 'drafts' | 'settings' | 'columnMappings'>

/** One upload: the batch named in the address, the file as it came, and how a person wants it read. */
export interface BatchUpload {
  batchId: BatchId
  consultationId: ConsultationId
  /** Whose upload it is, when legislative staff bring it in (`requireUploader`). */
  for?: ContactPointId | undefined
  fileName: string
  bytes: Uint8Array
  sheet?: string | undefined
  /** Row of the titles, as Excel shows it. */
  headerRow?: number | undefined
  /** A saved mapping, or `none`: recognise none. Absent: recognise. */
  mapping?: MappingId | 'none' | undefined
  /** Only these rows are stored (a retry of what failed); absent: all. */
  only?: ReadonlySet<number> | undefined
}

/** A file found and, when its columns are known, read. */
export interface OpenedUpload {
  /** Whose uploads it is kept among: a contact point's, or the legislature's own. */
  shelf: ContactPointId
  consultation: Consultation
  opened: OpenedTable
  found: FoundTable
  table: ShapedTable
}

/** What a file holds, row by row, and which source of rows it belongs to. */
export interface ReadUpload {
  good: GoodRow[]
  refused: BatchRowAnswer[]
  ignoredColumns: string[]
  named: BatchId
  /** The source numbers its rows itself (工单号): a row is known by its number alone, whatever file brings it. */
  isNumbered: boolean
}

/**
 * Opens a file and finds its table. Refuses `not-permitted`, `not-found` (consultation, contact point, mapping),
 * `window-not-open-yet`, `window-closed` (withdrawn), `wrong-consultation` (a template of another one), and what
 * `openTable` and `findTable` refuse.
 */
export async function openUpload(deps: ReadDeps, member: Member, upload: BatchUpload): Promise<OpenedUpload> {
  const shelf = requireUploader(member, upload.for)
  if (contactPointOfShelf(shelf) !== undefined) await deps.contactPoints.get(shelf)
  const consultation = await deps.consultations.get(upload.consultationId)
  if (consultation.status === 'prepared') throw new PortalError('window-not-open-yet', {})
  if (consultation.status === 'withdrawn') throw new PortalError('window-closed', {})
  const [opened, mappings] = await Promise.all([
    openTable(upload.bytes, upload.fileName),
    deps.columnMappings.listOf(shelf),
  ])
  const meant = opened.properties['consultationId']
  if (meant !== undefined && meant !== consultation.id)
    throw new PortalError('wrong-consultation', { consultationId: consultation.id })
  const wish = wishOf(upload, mappings)
  // A file of our own names its consultation: it is the template, whatever else its titles look like.
  const found = await findTable(opened, wish, meant === undefined ? mappings : [])
  return { shelf, consultation, opened, found, table: shapeTable(found.grid, found.headerIndex) }
}

function wishOf(
  { sheet, headerRow, mapping }: BatchUpload,
  mappings: Awaited<ReturnType<Deps['columnMappings']['listOf']>>,
): TableWish {
  if (mapping === undefined) return { sheet, headerRow }
  if (mapping === 'none') return { sheet, headerRow, mapping: 'none' }
  const held = mappings.find(({ id, removed }) => id === mapping && !removed)
  if (held === undefined) throw new PortalError('not-found', { kind: 'column-mapping', id: mapping })
  return { sheet, headerRow, mapping: held }
}

/** Reads every row. Throws `wrong-columns` when nobody has said what the columns are, naming those that are missing. */
export async function readUpload(
  deps: ReadDeps,
  member: Member,
  { shelf, consultation, opened, found, table }: OpenedUpload,
  batchId: BatchId,
  now: Instant,
): Promise<ReadUpload> {
  const { provisions } = await deps.drafts.text(consultation.draftId)
  const mapping = found.readBy?.kind === 'mapping' ? found.readBy.mapping : undefined
  const context = {
    consultation,
    provisions,
    now,
    utcOffsetMinutes: deps.settings.utcOffsetMinutes,
    provenance: { contactPointId: contactPointOfShelf(shelf), recordedBy: member.id },
  }
  const read = readBatchSheet(table, context, mapping ? readByMapping(mapping) : readByTitle(table.headers))
  const isNumbered = (mapping?.fields.rowNumber?.columns.length ?? 0) > 0
  const named =
    mapping !== undefined && isNumbered ? numberedSource(mapping.id) : fileSource(opened, found, batchId)
  return { ...read, named, isNumbered }
}

/** Every export of one numbered source continues the same batch. */
function numberedSource(id: MappingId): BatchId {
  return `src-${id}`.slice(0, 64) as BatchId
}

/** The batch a template carries, else the one the upload names; further sheets of a workbook are sources of their own. */
function fileSource({ properties, sheets }: OpenedTable, { sheet }: FoundTable, batchId: BatchId): BatchId {
  const embedded = BatchId.safeParse(properties['batchId'])
  const named = embedded.success ? embedded.data : batchId
  if (sheet === sheets[0]?.name) return named
  return `${named.slice(0, 50)}-s${sha256(sheet).toString('hex').slice(0, 8)}` as BatchId
}
