import { limits } from '#contract/limits.ts'
import { opinionTableColumns, type OpinionTableColumn } from '#contract/opinion-table-columns.ts'
import type { TableRowVerdict } from '#contract/table-api.ts'
import type { Decision } from '#core/deciding/decision.ts'
import { type Outcome, outcomes } from '#core/deciding/outcome.ts'
import { locateWords } from '#core/deciding/decision-gaps.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import type { ProvisionId } from '#core/ids.ts'
import { outcomeNames, readName } from '#core/names.ts'
import { cleanText } from '#core/text/text.ts'
import { type DecisionCells, decisionCells } from './opinion-table-row.ts'
import type { ConsultationDrafts } from '../lineage/read-later-drafts.ts'
import type { DecisionFields } from '../deciding/write-decision.ts'

type CellProblem = TableRowVerdict['problems'][number]

/** Filled-in cells of a row; a column the file no longer has is absent, an empty cell is `''`. */
export type FilledCells = Partial<DecisionCells>

const textLimits = { proposal: 2000, reason: 2000, responsible: 40, note: 2000 } as const
type TextColumn = keyof typeof textLimits

/**
 * What a row decides: the stored decision with the cells that differ from it read in. A cell that still says what the
 * table said leaves its field untouched, so nothing changes by passing through Excel.
 */
export function readTableRow(
  filled: FilledCells,
  stored: Decision | undefined,
  drafts: ConsultationDrafts,
): { fields: DecisionFields; problems: CellProblem[] } {
  const problems: CellProblem[] = []
  const shown = decisionCells(stored, drafts)
  const changed = changedCells(filled, shown, problems)
  const fields: DecisionFields = {
    outcome: stored?.outcome,
    proposal: stored?.proposal,
    reason: stored?.reason,
    resulting: stored?.resulting,
    responsible: stored?.responsible,
    note: stored?.note,
  }
  for (const column of Object.keys(textLimits) as TextColumn[]) {
    const text = changed[column]
    if (text === undefined) continue
    const limit = textLimits[column]
    // In UTF-16 units, as the decision's own schema counts: a row that passes here can always be read again.
    if (text.length > limit) problems.push(problem(column, 'too-long', { limit, actual: text.length }))
    else fields[column] = text === '' ? undefined : text
  }
  if (changed.outcome !== undefined) fields.outcome = readOutcome(changed.outcome, problems)
  if (changed.resultingProvision !== undefined || changed.resultingQuote !== undefined)
    fields.resulting = readResulting({ ...shown, ...changed }, changed, stored, drafts, problems)
  return { fields, problems }
}

/** Cleaned cells that do not say what the table said. */
function changedCells(filled: FilledCells, shown: DecisionCells, problems: CellProblem[]): FilledCells {
  const changed: FilledCells = {}
  for (const column of Object.keys(shown) as (keyof DecisionCells)[]) {
    const raw = filled[column]
    if (raw === undefined) continue
    const cleaned = cleanText(raw)
    if (!cleaned.ok) problems.push(problem(column, cleaned.code))
    else if (cleaned.text !== shown[column].trim()) changed[column] = cleaned.text
  }
  return changed
}

const outcomeWords: [RegExp, Outcome][] = [
  [/^(予以采纳|已采纳|全部采纳)$/u, 'adopted'],
  [/^(不采纳|不予采纳|暂不采纳)$/u, 'notAdopted'],
]

function readOutcome(text: string, problems: CellProblem[]): Outcome | undefined {
  if (text === '') return undefined
  const outcome = readName(outcomeNames, text) ?? outcomeWords.find(([pattern]) => pattern.test(text))?.[1]
  if (outcome === undefined)
    problems.push(problem('outcome', 'unknown-choice', { choices: outcomes.map((key) => outcomeNames[key]) }))
  return outcome
}

/** Reads 采纳后条款 in the newest later draft, or where it already points; the words must stand there (R5). */
function readResulting(
  cells: DecisionCells,
  changed: FilledCells,
  stored: Decision | undefined,
  drafts: ConsultationDrafts,
  problems: CellProblem[],
): Decision['resulting'] {
  if (cells.resultingProvision === '') {
    if (cells.resultingQuote !== '') problems.push(problem('resultingProvision', 'missing'))
    return undefined
  }
  const newest = drafts.laterTexts.at(-1)
  if (newest === undefined) {
    problems.push(problem('resultingProvision', 'no-later-draft'))
    return undefined
  }
  const kept = changed.resultingProvision === undefined ? stored?.resulting : undefined
  const draftId = kept?.draftId ?? newest.id
  const provisionId: ProvisionId | undefined =
    kept?.provisionId ?? findProvision(newest.provisions, cells.resultingProvision)?.id
  if (provisionId === undefined) {
    problems.push(problem('resultingProvision', 'unknown-provision', { draftId }))
    return undefined
  }
  const quote = cells.resultingQuote === '' ? undefined : cells.resultingQuote
  const located = locateWords(
    { draftId, provisionId, ...(quote !== undefined && { quote }) },
    drafts.laterTexts,
  )
  const actual = typeof located === 'string' ? 0 : located.quote.length
  if (actual > limits.maxQuoteChars) {
    problems.push(problem('resultingQuote', 'too-long', { limit: limits.maxQuoteChars, actual }))
    return undefined
  }
  if (typeof located !== 'string')
    return { draftId, provisionId, ...(located.quote !== '' && { quote: located.quote }) }
  const column = located === 'words-not-in-provision' ? 'resultingQuote' : 'resultingProvision'
  problems.push(problem(column, located, { draftId }))
  return undefined
}

function problem(key: OpinionTableColumn, code: string, facts: CellProblem['facts'] = {}): CellProblem {
  const column = opinionTableColumns.find((known) => known.key === key)?.title ?? key
  return { column, code, facts }
}
