import { limits } from '#contract/limits.ts'
import type { TableRowVerdict, TableVerdicts } from '#contract/office-api.ts'
import { canonicalJson } from '#core/commitment.ts'
import type { Decision } from '#core/decision.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import { PortalError } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { readSpreadsheet } from '../documents/spreadsheet-reader.ts'
import { currentOpinions } from './current-opinions.ts'
import { readConsultationDrafts, type ConsultationDrafts } from './read-later-drafts.ts'
import { readTableSheet, type TableFileRow } from './read-table-sheet.ts'
import { readTableRow } from './read-table-row.ts'
import { shapeDecision } from './shape-office-opinion.ts'
import { writeAudit } from './write-audit.ts'
import { type DecisionFields, writeDecision } from './write-decision.ts'

type LoadDeps = Pick<Deps, 'consultations' | 'drafts' | 'decisions' | 'opinionLog' | 'audit'>

/** What loading knows while it judges rows. */
interface Desk {
  consultationId: ConsultationId
  drafts: ConsultationDrafts
  decisions: ReadonlyMap<OpinionId, Decision>
  /** Every opinion that may be decided. */
  current: ReadonlySet<string>
  /** Every opinion of the log, corrected ones included. */
  logged: ReadonlySet<string>
}

/** A row's verdict, and what it would write. */
interface Judged {
  verdict: TableRowVerdict
  write?: { opinionId: OpinionId; fields: DecisionFields; before: Decision | undefined } | undefined
}

/**
 * Loads a table back (R17). Each row is judged by itself: `applied`, `unchanged`, `conflict` with what a colleague
 * decided meanwhile, or `refused` with every problem by column. Rows deleted from the file leave their opinions as
 * they are and are counted as `missing`; order does not matter; a column that is gone leaves its field as it is, an
 * emptied cell clears it. With `apply: false` the verdicts are the same and nothing is written.
 *
 * Refuses `not-permitted`, `not-found`, `wrong-consultation`, `wrong-columns` (no 编号 or 版本), and what
 * `readSpreadsheet` refuses.
 */
export async function loadOpinionTable(
  deps: LoadDeps,
  member: Member,
  id: ConsultationId,
  bytes: Uint8Array,
  { apply }: { apply: boolean },
  now: Instant,
): Promise<TableVerdicts> {
  requirePermission(member, 'table.load')
  const consultation = await deps.consultations.get(id)
  const sheet = await readSpreadsheet(bytes)
  const meant = sheet.properties['consultationId']
  if (meant !== undefined && meant !== id) throw new PortalError('wrong-consultation', { consultationId: id })
  const rows = readTableSheet(sheet)
  const desk = await readDesk(deps, consultation)
  if (rows.length > 0 && !rows.some(({ opinionId }) => desk.logged.has(opinionId)))
    throw new PortalError('wrong-consultation', { consultationId: id })
  const judged = judgeRows(rows, desk)
  if (apply) await applyAll(deps, member, judged, desk, now)
  const verdicts = summarise(judged, desk)
  if (apply) {
    const { applied, unchanged, conflict, refused, missing } = verdicts
    const facts = { applied, unchanged, conflict, refused, missing }
    await writeAudit(deps, member, { action: 'table.load', subject: id, facts }, now)
  }
  return verdicts
}

async function readDesk(
  deps: LoadDeps,
  consultation: Parameters<typeof readConsultationDrafts>[1],
): Promise<Desk> {
  const [drafts, { current, earlier }, decisions] = await Promise.all([
    readConsultationDrafts(deps, consultation),
    currentOpinions(deps, consultation.id),
    deps.decisions.listOf(consultation.id),
  ])
  const ids = current.map(({ entry }) => entry.id)
  return {
    consultationId: consultation.id,
    drafts,
    decisions,
    current: new Set(ids),
    logged: new Set([...ids, ...[...earlier.values()].flat()]),
  }
}

function judgeRows(rows: readonly TableFileRow[], desk: Desk): Judged[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const isRepeated = seen.has(row.opinionId)
    seen.add(row.opinionId)
    return isRepeated ? refuse(row, 'row-repeated') : judgeRow(row, desk)
  })
}

function judgeRow(row: TableFileRow, { current, logged, decisions, drafts }: Desk): Judged {
  if (!current.has(row.opinionId))
    return refuse(row, logged.has(row.opinionId) ? 'superseded' : 'unknown-opinion')
  const opinionId = row.opinionId as OpinionId
  const before = decisions.get(opinionId)
  const { fields, problems } = readTableRow(row.filled, before, drafts)
  const verdict: TableRowVerdict = { row: row.row, opinionId, verdict: 'applied', problems }
  if (problems.length > 0) return { verdict: { ...verdict, verdict: 'refused' } }
  if (sameDecision(fields, before)) return { verdict: { ...verdict, verdict: 'unchanged' } }
  if (row.rev !== (before?.rev ?? 0)) return { verdict: conflict(verdict, before) }
  return { verdict, write: { opinionId, fields, before } }
}

function refuse({ row, opinionId }: TableFileRow, code: string): Judged {
  const problems = [{ column: '编号', code, facts: {} }]
  return { verdict: { row, opinionId, verdict: 'refused', problems } }
}

function conflict(verdict: TableRowVerdict, theirs: Decision | undefined): TableRowVerdict {
  return { ...verdict, verdict: 'conflict', ...(theirs && { theirs: shapeDecision(theirs) }) }
}

function sameDecision(fields: DecisionFields, stored: Decision | undefined): boolean {
  const { outcome, proposal, reason, resulting, responsible, note } = stored ?? ({} as DecisionFields)
  return canonicalJson(fields) === canonicalJson({ outcome, proposal, reason, resulting, responsible, note })
}

/** Writes what was judged `applied`, sixteen in flight; a colleague who was faster turns the row into a conflict. */
async function applyAll(
  deps: LoadDeps,
  member: Member,
  judged: Judged[],
  { consultationId }: Desk,
  now: Instant,
): Promise<void> {
  const waiting = judged.values()
  const worker = async () => {
    for (const row of waiting) {
      if (row.write === undefined) continue
      try {
        await writeDecision(deps, member, { consultationId, ...row.write }, now)
      } catch (error) {
        if (!(error instanceof PortalError) || error.code !== 'changed-meanwhile') throw error
        row.verdict = conflict(row.verdict, await deps.decisions.find(consultationId, row.write.opinionId))
      }
    }
  }
  await Promise.all(Array.from({ length: limits.maxPutsInFlight }, worker))
}

function summarise(judged: readonly Judged[], { current }: Desk): TableVerdicts {
  const rows = judged.map(({ verdict }) => verdict)
  const count = (wanted: TableRowVerdict['verdict']) =>
    rows.filter(({ verdict }) => verdict === wanted).length
  const named = new Set(rows.map(({ opinionId }) => opinionId))
  return {
    applied: count('applied'),
    unchanged: count('unchanged'),
    conflict: count('conflict'),
    refused: count('refused'),
    missing: [...current].filter((id) => !named.has(id)).length,
    rows,
  }
}
