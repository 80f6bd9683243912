import type { BatchRowAnswer } from '#contract/batch-api.ts'
import type { BatchLook } from '#contract/mapping-api.ts'
import type { Member } from '#core/member.ts'
import type { Batch } from '#core/batch/batch-ports.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Deps } from '#core/ports.ts'
import { calendarDate, type Instant } from '#core/time.ts'
import { limits } from '#contract/limits.ts'
import { templateHelperSheets } from '../../documents/batch-template-xlsx.ts'
import type { OpenedTable } from '../../documents/open-table.ts'
import type { PlannedRow } from './plan-batch.ts'
import { type BatchUpload, type OpenedUpload, openUpload, readUpload } from './read-upload.ts'
import { countVerdicts, planUpload } from './record-batch.ts'
import { layoutOf } from './table-layout.ts'

type LookDeps = Pick<
  Deps,
  'consultations' | 'contactPoints' | 'drafts' | 'batches' | 'inbox' | 'keys' | 'settings' | 'columnMappings'
>

/**
 * What would become of a file, row by row; nothing is written. Without `readBy` nobody has said what its columns are,
 * and there is its layout to say so. A paper receipt that holds another opinion is noticed only when storing.
 *
 * Refuses what `openUpload` refuses.
 */
export async function lookAtUpload(
  deps: LookDeps,
  member: Member,
  upload: BatchUpload,
  now: Instant,
): Promise<BatchLook> {
  const opened = await openUpload(deps, member, upload)
  const { found, table } = opened
  const today = calendarDate(now, deps.settings.utcOffsetMinutes)
  const layout = layoutOf(found, table, sheetsToRead(opened.opened), today)
  if (found.readBy === undefined) return { layout }
  const verdicts = await verdictsOf(deps, member, opened, upload, now)
  return { layout, readBy: found.readBy, verdicts }
}

/** Sheets one may choose: of our own template those that people fill in, theirs beside ours included. */
function sheetsToRead({ sheets, properties }: OpenedTable): string[] {
  const names = sheets.map(({ name }) => name)
  return properties['kind'] === 'batch' ? names.filter((name) => !templateHelperSheets.includes(name)) : names
}

async function verdictsOf(
  deps: LookDeps,
  member: Member,
  opened: OpenedUpload,
  upload: BatchUpload,
  now: Instant,
): Promise<NonNullable<BatchLook['verdicts']>> {
  const { shelf: contactPointId, consultation } = opened
  const { fileName, batchId } = upload
  const read = await readUpload(deps, member, opened, batchId, now)
  const origin = { contactPointId, consultationId: consultation.id, member, fileName, now }
  const { held, plan } = await planUpload(deps, origin, read)
  const missing = await notStoredYet(deps, held, plan.planned)
  const answers = plan.planned.map((planned) => verdictOf(planned, missing))
  const rows = [...read.refused, ...answers].sort((a, b) => a.row - b.row)
  const toSee = rows.filter(
    ({ problems, warnings, flags }) => problems.length + (warnings?.length ?? 0) + flags.length > 0,
  )
  return { rows: toSee, ignoredColumns: read.ignoredColumns, ...countVerdicts(rows) }
}

function verdictOf(
  { row, revision, known, opinionId }: PlannedRow,
  missing: ReadonlySet<string>,
): BatchRowAnswer {
  const isHeld = known && !missing.has(opinionId)
  const verdict = isHeld ? 'repeated' : revision > 0 ? 'revised' : 'stored'
  return { row: row.row, verdict, problems: [], warnings: row.warnings, flags: row.arrival.flags }
}

/** Planned by an upload that was cut short: on record, not in the inbox. Looked up only when the counts say so. */
async function notStoredYet(
  deps: Pick<Deps, 'inbox'>,
  held: Batch,
  planned: readonly PlannedRow[],
): Promise<Set<string>> {
  const revisions = Object.values(held.rows).reduce((sum, { length }) => sum + length, 0)
  const missing = new Set<string>()
  if (held.stored + held.revised === revisions) return missing
  const known = planned.filter((row) => row.known)
  await eachInFlight(known, limits.maxPutsInFlight, async ({ opinionId }) => {
    if ((await deps.inbox.find(opinionId)) === undefined) missing.add(opinionId)
  })
  return missing
}
