import { limits } from '#contract/limits.ts'
import type { TableRowVerdict, TableVerdicts } from '#contract/table-api.ts'
import { correctedIds } from '#core/log/corrected-ids.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { eachInFlight } from '#core/in-flight.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { isRefusal, PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { readOpinionTable } from '../../documents/read-opinion-table.ts'
import { asConflict, judgeTableRows, type JudgedRow, type NamedOpinions } from './judge-table-row.ts'
import { readDecisions } from '../deciding/read-decisions.ts'
import { readConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { readTableSheet, type TableFileRow } from './read-table-sheet.ts'
import { PlacesOfIds } from '../deciding/repeated-words.ts'
import { provisionLabel } from '../deciding/shape-office-opinion.ts'
import { writeAudit } from '../write-audit.ts'
import { writeDecision } from '../deciding/write-decision.ts'

type LoadDeps = Pick<Deps, 'consultations' | 'drafts' | 'decisions' | 'opinionLog' | 'audit'>

/** Characters of an opinion that remind a reader which one it is. */
const excerptChars = 60

/**
 * Loads a table back (R17). Each row is judged by itself: `applied`, `unchanged`, `conflict` with what a colleague
 * decided meanwhile, or `refused` with every problem by column. Only cells that somebody touched count: an untouched row
 * is `unchanged`, and what a colleague decided meanwhile stays (`decidedMeanwhile`). Rows deleted from the file leave their opinions as
 * they are and are counted as `missing`; order does not matter; a column that is gone leaves its field as it is, an
 * emptied cell clears it. With `apply: false` the verdicts are the same and nothing is written; with `rows` only rows of
 * these numbers are, the others are `skipped`. Of the log only what the file names is held.
 *
 * Refuses `not-permitted`, `not-found`, `wrong-consultation`, `wrong-columns` (no 编号 or 版本), and what
 * `readOpinionTable` refuses.
 */
export async function loadOpinionTable(
  deps: LoadDeps,
  member: Member,
  id: ConsultationId,
  bytes: Uint8Array,
  { apply, rows: chosen }: { apply: boolean; rows?: ReadonlySet<number> | undefined },
  now: Instant,
): Promise<TableVerdicts> {
  requirePermission(member, 'table.load')
  const consultation = await deps.consultations.get(id)
  const sheet = await readOpinionTable(bytes)
  const meant = sheet.properties['consultationId']
  if (meant !== undefined && meant !== id) throw new PortalError('wrong-consultation', { consultationId: id })
  const rows = readTableSheet(sheet)
  const { known, current } = await readNamed(deps, consultation, rows)
  if (rows.length > 0 && known.logged.size === 0)
    throw new PortalError('wrong-consultation', { consultationId: id })
  const judged = judgeTableRows(rows, known)
  if (chosen !== undefined) judged.forEach((row) => skipUnless(row, chosen))
  if (apply) await applyAll(deps, member, judged, id, now)
  const verdicts = summarise(judged, current - namedCurrent(known))
  if (apply) {
    const { applied, unchanged, conflict, refused, missing } = verdicts
    const facts = { applied, unchanged, conflict, refused, missing }
    await writeAudit(deps, member, { action: 'table.load', subject: id, facts }, now)
  }
  return verdicts
}

/** Reads the log once for the opinions that the file names; `current` counts all that may be decided. */
async function readNamed(
  deps: LoadDeps,
  consultation: Parameters<typeof readConsultationDrafts>[1],
  rows: readonly TableFileRow[],
): Promise<{ known: NamedOpinions; current: number }> {
  const named = new Set(rows.map(({ opinionId }) => opinionId as OpinionId))
  const [drafts, decisions] = await Promise.all([
    readConsultationDrafts(deps, consultation),
    readDecisions(deps, consultation.id, named),
  ])
  const logged = new Map<string, NonNullable<TableRowVerdict['about']>>()
  const superseded = new Set<OpinionId>()
  const ids = new PlacesOfIds()
  let entries = 0
  for await (const { entry, text } of deps.opinionLog.read(consultation.id)) {
    entries += 1
    ids.push(entry.id)
    for (const corrected of correctedIds(entry)) superseded.add(corrected)
    if (!named.has(entry.id)) continue
    const excerpt = [...text.content.verbatim].slice(0, excerptChars).join('')
    logged.set(entry.id, { provisionLabel: provisionLabel(drafts.askedText, entry.provisionId), excerpt })
  }
  const corrected = Array.from(ids.placesOf(superseded)).length
  return { known: { drafts, decisions, logged, superseded }, current: entries - corrected }
}

function namedCurrent({ logged, superseded }: NamedOpinions): number {
  return Array.from(logged.keys()).filter((id) => !superseded.has(id)).length
}

function skipUnless(row: JudgedRow, chosen: ReadonlySet<number>): void {
  if (row.verdict.verdict !== 'applied' || chosen.has(row.verdict.row)) return
  row.write = undefined
  row.verdict = { ...row.verdict, verdict: 'skipped' }
}

/** Writes what was judged `applied`, sixteen in flight; a colleague who was faster turns the row into a conflict. */
async function applyAll(
  deps: LoadDeps,
  member: Member,
  judged: JudgedRow[],
  consultationId: ConsultationId,
  now: Instant,
): Promise<void> {
  await eachInFlight(judged, limits.maxPutsInFlight, async (row) => {
    if (row.write === undefined) return
    try {
      await writeDecision(deps, member, { consultationId, ...row.write }, now)
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile')) throw error
      const theirs = await deps.decisions.find(consultationId, row.write.opinionId)
      row.verdict = asConflict(row.verdict, theirs)
    }
  })
}

function summarise(judged: readonly JudgedRow[], missing: number): TableVerdicts {
  const rows = judged.map(({ verdict }) => verdict)
  const count = (wanted: TableRowVerdict['verdict']) =>
    rows.filter(({ verdict }) => verdict === wanted).length
  return {
    applied: count('applied'),
    skipped: count('skipped'),
    unchanged: count('unchanged'),
    conflict: count('conflict'),
    refused: count('refused'),
    decidedMeanwhile: rows.filter((row) => row.decidedMeanwhile === true).length,
    missing,
    rows,
  }
}
