import { limits } from '#contract/limits.ts'
import type { RowProblem, RowWarning } from '#contract/batch-api.ts'
import { collectedIntake } from '#core/collecting/collected-intake.ts'
import { readDateBefore } from '#core/batch/collection-date.ts'
import type { Consultation } from '#core/consultation.ts'
import type { OpinionId, ProvisionId } from '#core/ids.ts'
import { maskPersonalData } from '#core/text/masking.ts'
import { changeTypeNames, channelNames } from '#core/names.ts'
import type { ChangeType, OpinionContent, OpinionFlag, Proponent } from '#core/opinion.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { sha256 } from '#core/sha256.ts'
import { readChangeType, readChannel, readHeadcount } from '#core/batch/sheet-choices.ts'
import { calendarDate, type CalendarDate, type Instant } from '#core/time.ts'
import { contentHashOf, type OpinionArrival } from '../intake/accept-opinion.ts'
import { type BatchCells, CellReader } from './cell-reader.ts'

/** As the record's own schema has them. */
const maxRecorderChars = 40
const maxGroupChars = 80

/** What reading a row needs to know beyond the row. */
export interface BatchRowContext {
  consultation: Consultation
  /** `undefined` when the draft has no such provision. */
  findProvision(cited: string): ProvisionId | undefined
  now: Instant
  utcOffsetMinutes: number
  provenance: Pick<OpinionArrival, 'contactPointId' | 'recordedBy'>
  /** What the file calls our columns, where they were mapped. */
  titles?: BatchCells | undefined
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
  warnings: RowWarning[]
  arrival: Omit<OpinionArrival, 'code' | 'batchId' | 'rowKey' | 'supersedes'>
}

/** A row that can be stored, or everything that is wrong with it. */
export type ReadRow =
  { good: GoodRow } | { row: number; problems: RowProblem[]; warnings: RowWarning[]; flags: OpinionFlag[] }

/** Reads one row of an uploaded table: every cell is checked, all its problems are named at once by column. */
export function readBatchRow(row: number, cells: BatchCells, context: BatchRowContext): ReadRow {
  const reader = new CellReader(cells, context.titles)
  const content = readContent(reader, context)
  const channel = reader.choice('channel', readChannel, Object.values(channelNames))
  if (channel === undefined && !reader.isRefused('channel')) reader.refuse('channel', 'missing')
  const recorderName = reader.name('recorder', maxRecorderChars)
  const paperCode = readPaperCode(reader)
  const collectedOn = readCollectedOn(reader, context)
  if (reader.isRefused() || content === undefined || channel === undefined)
    return { row, problems: reader.problems(), warnings: reader.warnings, flags: [...reader.flags] }
  if (saysPersonalData(content)) reader.flags.add('personal-data')
  const arrival: GoodRow['arrival'] = {
    content,
    channel,
    noticeVersion: context.consultation.noticeVersion,
    ...context.provenance,
    ...(recorderName !== undefined && { recorderName }),
    ...(collectedOn !== undefined && { collectedOn }),
    flags: [...reader.flags],
    wantsAnswer: false,
  }
  return { good: goodRow(row, reader, paperCode, arrival) }
}

function readContent(reader: CellReader, context: BatchRowContext): OpinionContent | undefined {
  const provisionId = readProvision(reader, context)
  const verbatim = reader.text('verbatim', limits.maxVerbatimChars)
  if (verbatim === undefined && !reader.isRefused('verbatim')) reader.refuse('verbatim', 'missing')
  const drafted = reader.text('drafted', limits.maxDraftedChars)
  const proposedText = reader.text('proposedText', limits.maxProposedTextChars)
  const reason = reader.text('reason', limits.maxReasonChars)
  const changeType = readType(reader, proposedText)
  const proponent = readProponent(reader)
  if (verbatim === undefined) return undefined
  return {
    consultationId: context.consultation.id,
    draftId: context.consultation.draftId,
    provisionId,
    changeType,
    verbatim,
    ...(drafted !== undefined && { drafted }),
    ...(proposedText !== undefined && { proposedText }),
    ...(reason !== undefined && { reason }),
    proponent,
  }
}

/** The text is kept as it was said; a reader is warned, and what is published is masked (R10). */
function saysPersonalData({ verbatim, drafted, proposedText, reason, proponent }: OpinionContent): boolean {
  const texts = [verbatim, drafted, proposedText, reason, proponent.groupName]
  return maskPersonalData(texts.filter((text) => text !== undefined).join('\n')).found.length > 0
}

function goodRow(
  row: number,
  reader: CellReader,
  paperCode: ReceiptCode | undefined,
  arrival: GoodRow['arrival'],
): GoodRow {
  const rowNumber = reader.plain('rowNumber')
  return {
    row,
    ...(rowNumber !== '' && { rowNumber }),
    ...(paperCode !== undefined && { paperCode, paperId: opinionIdOf(paperCode) }),
    words: arrival.content.verbatim,
    // A paper receipt written into the row later makes the receipt, so it makes the row another one.
    contentHash: sha256(`${contentHashOf(arrival)} ${paperCode ?? ''}`).toString('base64url'),
    warnings: reader.warnings,
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
  const category = reader.name('category', limits.maxCategoryChars)
  const area = reader.name('area', limits.maxAreaChars)
  const groupName = reader.name('groupName', maxGroupChars)
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

/** The date, and by it whether the opinion may still come in (R14). */
function readCollectedOn(reader: CellReader, context: BatchRowContext): CalendarDate | undefined {
  const written = reader.plain('collectedOn')
  const { now, utcOffsetMinutes } = context
  const read = written === '' ? undefined : readDateBefore(written, calendarDate(now, utcOffsetMinutes))
  const date = read?.date
  if (written !== '' && date === undefined) {
    reader.refuse('collectedOn', 'not-a-date')
    return undefined
  }
  if (read?.other !== undefined)
    reader.warn('collectedOn', 'day-ambiguous', { read: date, other: read.other })
  else if (read?.yearGuessed) reader.warn('collectedOn', 'year-guessed', { read: date })
  const intake = collectedIntake(context.consultation, date, now, utcOffsetMinutes)
  if (!intake.accepted) reader.refuse('collectedOn', intake.code, intake.facts)
  else if (intake.late) reader.flags.add('late')
  return date
}
