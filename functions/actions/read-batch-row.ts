import { batchColumns, type BatchColumn } from '#contract/batch-columns.ts'
import { limits } from '#contract/limits.ts'
import type { RowProblem } from '#contract/office-api.ts'
import { collectedIntake } from '#core/collected-intake.ts'
import { readCalendarDate } from '#core/collection-date.ts'
import type { Consultation } from '#core/consultation.ts'
import type { OpinionId, ProvisionId } from '#core/ids.ts'
import { maskPersonalData } from '#core/masking.ts'
import { changeTypeNames, channelNames } from '#core/names.ts'
import type { ChangeType, OpinionContent, OpinionFlag, Proponent } from '#core/opinion.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/receipt.ts'
import { opinionIdOf } from '#core/receipt-id.ts'
import { sha256 } from '#core/sha256.ts'
import { readChangeType, readChannel, readHeadcount } from '#core/sheet-choices.ts'
import { cleanText, countChars } from '#core/text.ts'
import type { CalendarDate, Instant } from '#core/time.ts'
import { contentHashOf, type OpinionArrival } from './accept-opinion.ts'

/** What reading a row needs to know beyond the row. */
export interface BatchRowContext {
  consultation: Consultation
  /** `undefined` when the draft has no such provision. */
  findProvision(cited: string): ProvisionId | undefined
  now: Instant
  utcOffsetMinutes: number
  provenance: Pick<OpinionArrival, 'contactPointId' | 'recordedBy'>
}

/** A row whose every cell was understood. */
export interface GoodRow {
  row: number
  rowNumber?: string | undefined
  paperCode?: ReceiptCode | undefined
  paperId?: OpinionId | undefined
  /** 原话, for telling a corrected row from another. */
  words: string
  contentHash: string
  arrival: Omit<OpinionArrival, 'code' | 'batchId' | 'rowKey' | 'supersedes'>
}

export type ReadRow = { good: GoodRow } | { row: number; problems: RowProblem[]; flags: OpinionFlag[] }

/** Reads one row of an uploaded table: every cell is checked, all its problems are named at once by column. */
export function readBatchRow(
  row: number,
  cells: Partial<Record<BatchColumn, string>>,
  context: BatchRowContext,
): ReadRow {
  const reader = new CellReader(cells)
  const { consultation, now, utcOffsetMinutes } = context
  const verbatim = reader.text('verbatim', limits.maxVerbatimChars)
  if (verbatim === undefined && !reader.isRefused('verbatim')) reader.refuse('verbatim', 'missing')
  const drafted = reader.text('drafted', limits.maxDraftedChars)
  const proposedText = reader.text('proposedText', limits.maxProposedTextChars)
  const reason = reader.text('reason', limits.maxReasonChars)
  const provisionId = readProvision(reader, context)
  const changeType = readType(reader, proposedText)
  const channel = reader.choice('channel', readChannel, Object.values(channelNames))
  if (channel === undefined && !reader.isRefused('channel')) reader.refuse('channel', 'missing')
  const proponent = readProponent(reader)
  const recorderName = reader.text('recorder', 40)
  const paperCode = readPaperCode(reader)
  const collectedOn = readCollectedOn(reader)
  const intake = collectedIntake(consultation, collectedOn, now, utcOffsetMinutes)
  if (!intake.accepted && !reader.isRefused('collectedOn'))
    reader.refuse('collectedOn', intake.code, intake.facts)
  if (reader.problems.length > 0 || verbatim === undefined || channel === undefined)
    return { row, problems: reader.problems, flags: [...reader.flags] }
  const content: OpinionContent = {
    consultationId: consultation.id,
    draftId: consultation.draftId,
    provisionId,
    changeType,
    verbatim,
    ...(drafted !== undefined && { drafted }),
    ...(proposedText !== undefined && { proposedText }),
    ...(reason !== undefined && { reason }),
    proponent,
  }
  if (intake.accepted && intake.late) reader.flags.add('late')
  const texts = [verbatim, drafted, proposedText, reason, proponent.groupName]
  if (maskPersonalData(texts.filter((text) => text !== undefined).join('\n')).found.length > 0)
    reader.flags.add('personal-data')
  const arrival: GoodRow['arrival'] = {
    content,
    channel,
    noticeVersion: consultation.noticeVersion,
    ...context.provenance,
    ...(recorderName !== undefined && { recorderName }),
    ...(collectedOn !== undefined && { collectedOn }),
    flags: [...reader.flags],
    wantsAnswer: false,
  }
  return { good: goodRow(row, reader.plain('rowNumber'), paperCode, arrival) }
}

function goodRow(
  row: number,
  rowNumber: string,
  paperCode: ReceiptCode | undefined,
  arrival: GoodRow['arrival'],
): GoodRow {
  return {
    row,
    ...(rowNumber !== '' && { rowNumber }),
    ...(paperCode !== undefined && { paperCode, paperId: opinionIdOf(paperCode) }),
    words: arrival.content.verbatim,
    // A paper receipt written into the row later makes the receipt, so it makes the row another one.
    contentHash: sha256(`${contentHashOf(arrival)} ${paperCode ?? ''}`).toString('base64url'),
    arrival,
  }
}

/** 全文, 整体 or nothing: the draft as a whole. */
function readProvision(reader: CellReader, context: BatchRowContext): ProvisionId | null {
  const cited = reader.plain('provision')
  if (cited === '' || /^(全文|整体|全部|通篇|总体|整部条例|草案整体|无)$/u.test(cited)) return null
  const id = context.findProvision(cited)
  if (id === undefined) reader.refuse('provision', 'unknown-provision')
  return id ?? null
}

/** Unnamed: a change where wording is proposed, otherwise a general opinion. */
function readType(reader: CellReader, proposedText: string | undefined): ChangeType {
  const named = reader.choice('changeType', readChangeType, Object.values(changeTypeNames))
  return named ?? (proposedText === undefined ? 'general' : 'modify')
}

/** R15: a group has a name or more than one head; everybody else is one person. */
function readProponent(reader: CellReader): Proponent {
  const category = reader.text('category', limits.maxCategoryChars)
  const area = reader.text('area', limits.maxAreaChars)
  const groupName = reader.text('groupName', 80)
  const written = reader.plain('headcount')
  const headcount = written === '' ? 1 : readHeadcount(written)
  if (headcount === undefined) reader.refuse('headcount', 'not-a-number')
  return {
    kind: groupName !== undefined || (headcount ?? 1) > 1 ? 'group' : 'person',
    ...(category !== undefined && { category }),
    ...(area !== undefined && { area }),
    ...(groupName !== undefined && { groupName }),
    headcount: headcount ?? 1,
  }
}

function readPaperCode(reader: CellReader): ReceiptCode | undefined {
  const written = reader.plain('receiptCode')
  const code = written === '' ? undefined : parseReceiptCode(written)
  if (written !== '' && code === undefined) reader.refuse('receiptCode', 'receipt-code-malformed')
  return code
}

function readCollectedOn(reader: CellReader): CalendarDate | undefined {
  const written = reader.plain('collectedOn')
  const date = written === '' ? undefined : readCalendarDate(written)
  if (written !== '' && date === undefined) reader.refuse('collectedOn', 'not-a-date')
  return date
}

/** Reads cells and gathers what is wrong with them; never repeats what stood there. */
class CellReader {
  readonly problems: RowProblem[] = []
  readonly flags = new Set<OpinionFlag>()
  readonly #cells: Partial<Record<BatchColumn, string>>

  constructor(cells: Partial<Record<BatchColumn, string>>) {
    this.#cells = cells
  }

  refuse(key: BatchColumn, code: RowProblem['code'], facts: RowProblem['facts'] = {}): void {
    const column = batchColumns.find((known) => known.key === key)?.title ?? key
    this.problems.push({ column, code, facts })
  }

  isRefused(key: BatchColumn): boolean {
    const title = batchColumns.find((known) => known.key === key)?.title
    return this.problems.some(({ column }) => column === title)
  }

  /** A cell without outer blanks, as written. */
  plain(key: BatchColumn): string {
    return (this.#cells[key] ?? '').normalize('NFKC').trim()
  }

  /** A cell's text, cleaned; `undefined` when it says nothing or is refused. */
  text(key: BatchColumn, max: number): string | undefined {
    const cleaned = cleanText(this.#cells[key] ?? '')
    if (!cleaned.ok) {
      this.refuse(key, cleaned.code)
      return undefined
    }
    for (const flag of cleaned.flags) this.flags.add(flag)
    if (cleaned.text.length > max && countChars(cleaned.text) > max) {
      this.refuse(key, 'too-long', { limit: max, actual: countChars(cleaned.text) })
      return undefined
    }
    return cleaned.text === '' ? undefined : cleaned.text
  }

  /** A cell's choice by name; `undefined` when empty or unknown, which is refused with the names there are. */
  choice<C>(
    key: BatchColumn,
    read: (text: string) => C | undefined,
    names: readonly string[],
  ): C | undefined {
    const written = this.plain(key)
    const chosen = written === '' ? undefined : read(written)
    if (written !== '' && chosen === undefined) this.refuse(key, 'unknown-choice', { choices: names })
    return chosen
  }
}
