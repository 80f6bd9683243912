import { opinionTableColumns } from '#contract/opinion-table-columns.ts'
import type { TableCellChange, TableRowVerdict } from '#contract/table-api.ts'
import { cellMark, readRowMarks } from '#core/deciding/cell-marks.ts'
import { canonicalJson } from '#core/log/commitment.ts'
import type { Decision } from '#core/deciding/decision.ts'
import { decisionGaps } from '#core/deciding/decision-gaps.ts'
import type { OpinionId } from '#core/ids.ts'
import { cleanText } from '#core/text/text.ts'
import { type DecisionCells, decisionCells, decisionColumns } from './opinion-table-row.ts'
import type { ConsultationDrafts } from '../lineage/read-later-drafts.ts'
import { type FilledCells, readTableRow } from './read-table-row.ts'
import type { TableFileRow } from './read-table-sheet.ts'
import { shapeDecision } from '../deciding/shape-office-opinion.ts'
import type { DecisionFields } from '../deciding/write-decision.ts'

/** What is known of the opinions that a table names, while its rows are judged. */
export interface NamedOpinions {
  drafts: ConsultationDrafts
  decisions: ReadonlyMap<OpinionId, Decision>
  /** Those that are in the log, corrected ones included. */
  logged: ReadonlyMap<string, NonNullable<TableRowVerdict['about']>>
  /** Those that another one corrects. */
  superseded: ReadonlySet<string>
}

/** A row's verdict, and what it would write. */
export interface JudgedRow {
  verdict: TableRowVerdict
  write?: { opinionId: OpinionId; fields: DecisionFields; before: Decision | undefined } | undefined
}

/** Judges every row by itself; an opinion's second row is refused, so that none is written twice. */
export function judgeTableRows(rows: readonly TableFileRow[], known: NamedOpinions): JudgedRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    const isRepeated = seen.has(row.opinionId)
    seen.add(row.opinionId)
    return isRepeated ? refuse(row, 'row-repeated', known) : judgeRow(row, known)
  })
}

function judgeRow(row: TableFileRow, known: NamedOpinions): JudgedRow {
  const { logged, superseded, decisions, drafts } = known
  const about = logged.get(row.opinionId)
  if (about === undefined) return refuse(row, 'unknown-opinion', known)
  if (superseded.has(row.opinionId)) return refuse(row, 'superseded', known)
  const opinionId = row.opinionId as OpinionId
  const before = decisions.get(opinionId)
  const isStale = row.rev !== (before?.rev ?? 0)
  const touched = isStale ? touchedCells(row) : row.filled
  const { fields, problems } = readTableRow(touched, before, drafts)
  const unchanged = { row: row.row, opinionId, about, problems, changes: [], gaps: [] }
  if (problems.length > 0) return { verdict: { ...unchanged, verdict: 'refused' } }
  if (sameDecision(fields, before)) {
    const isLeft = isStale && Object.keys(touched).length === 0
    return { verdict: { ...unchanged, verdict: 'unchanged', ...(isLeft && { decidedMeanwhile: true }) } }
  }
  const changes = changesOf(decisionCells(before, drafts), decisionCells(stored(fields), drafts))
  const gaps = fields.outcome === undefined ? [] : decisionGaps(fields, drafts.laterTexts)
  const verdict: TableRowVerdict = { ...unchanged, changes, gaps, verdict: 'applied' }
  if (isStale) return { verdict: asConflict(verdict, before) }
  return { verdict, write: { opinionId, fields, before } }
}

/**
 * Of a row whose decision changed since it went out: the cells that no longer say what they said then. Where the file
 * does not tell (no 核对码, and there was a decision), all of them may be meant.
 */
function touchedCells({ filled, check, rev }: TableFileRow): FilledCells {
  const said = rev === 0 ? '' : check
  const marks = said === undefined ? undefined : readRowMarks(said, decisionColumns.length)
  if (marks === undefined) return filled
  const touched: FilledCells = {}
  for (const [at, column] of decisionColumns.entries()) {
    const cell = filled[column]
    if (cell === undefined) continue
    const cleaned = cleanText(cell)
    if (!cleaned.ok || cellMark(cleaned.text) !== marks[at]) touched[column] = cell
  }
  return touched
}

function refuse({ row, opinionId }: TableFileRow, code: string, { logged }: NamedOpinions): JudgedRow {
  const about = logged.get(opinionId)
  const problems = [{ column: '编号', code, facts: {} }]
  return {
    verdict: { row, opinionId, ...(about && { about }), verdict: 'refused', problems, changes: [], gaps: [] },
  }
}

/** The verdict of a row whose opinion a colleague has decided meanwhile. */
export function asConflict(verdict: TableRowVerdict, theirs: Decision | undefined): TableRowVerdict {
  return { ...verdict, verdict: 'conflict', ...(theirs && { theirs: shapeDecision(theirs) }) }
}

function sameDecision(fields: DecisionFields, before: Decision | undefined): boolean {
  const { outcome, proposal, reason, resulting, responsible, note } = before ?? ({} as DecisionFields)
  return canonicalJson(fields) === canonicalJson({ outcome, proposal, reason, resulting, responsible, note })
}

/** Cells are all that is asked of it. */
function stored(fields: DecisionFields): Decision {
  return fields as Decision
}

function changesOf(from: DecisionCells, to: DecisionCells): TableCellChange[] {
  return opinionTableColumns.flatMap(({ key, title }) => {
    if (!(key in from)) return []
    const cell = key as keyof DecisionCells
    return from[cell] === to[cell] ? [] : [{ column: title, from: from[cell], to: to[cell] }]
  })
}
