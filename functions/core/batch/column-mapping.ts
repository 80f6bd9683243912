import * as z from 'zod'
import { ContactPointId, MappingId, MemberId } from '../ids.ts'
import { Instant } from '../time.ts'

/** What an uploaded table can say of an opinion, in the order of the template's columns. */
export const batchFields = [
  'rowNumber',
  'provision',
  'changeType',
  'verbatim',
  'drafted',
  'proposedText',
  'reason',
  'category',
  'area',
  'groupName',
  'headcount',
  'channel',
  'collectedOn',
  'recorder',
  'receiptCode',
] as const
export type BatchField = (typeof batchFields)[number]

/**
 * Where one of our fields comes from: columns by title (`normaliseHeader`), several joined line by line; `values`
 * turns what stands there into our words (办理类型「咨询」→「疑问」); `fixed` where the cell is empty or there is no column.
 */
export const FieldRule = z.strictObject({
  columns: z.array(z.string().min(1).max(120)).max(6),
  fixed: z.string().max(200),
  values: z.record(z.string().max(200), z.string().max(60)).refine((map) => Object.keys(map).length <= 100),
})
export type FieldRule = z.infer<typeof FieldRule>

/** Field of ours → where it is read from; a field without a rule is not in the table. */
export const FieldRules = z.partialRecord(z.enum(batchFields), FieldRule)
export type FieldRules = z.infer<typeof FieldRules>

/** How a contact point reads the exports of one other channel, named once: 「12345 热线导出」. */
export const ColumnMapping = z.strictObject({
  id: MappingId,
  contactPointId: ContactPointId,
  name: z.string().min(1).max(40),
  /** Every title of the export it was made on, by which the next one is known. */
  headers: z.array(z.string().max(120)).min(1).max(256),
  fields: FieldRules,
  changedBy: MemberId,
  changedAt: Instant,
  /** Deleted: kept so that two people at once notice, never offered or recognised again. */
  removed: z.boolean(),
  rev: z.int(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** Fields without which no opinion can be stored and which a mapping must therefore name. */
export const neededFields = ['verbatim', 'channel', 'collectedOn'] as const satisfies readonly BatchField[]

/** What keeps a mapping from being used: fields that come from nowhere. 原话 cannot be a fixed value. */
export function fieldsMissing(fields: FieldRules): BatchField[] {
  return neededFields.filter((key) => {
    const rule = fields[key]
    return (
      rule === undefined || (rule.columns.length === 0 && (key === 'verbatim' || rule.fixed.trim() === ''))
    )
  })
}

/** Every column a mapping reads. */
export function columnsUsed(fields: FieldRules): string[] {
  return [...new Set(batchFields.flatMap((key) => fields[key]?.columns ?? []))]
}

/** A header that lost or gained more columns than this is another export's. */
const sameExport = 0.6

/**
 * Which saved mapping a header row belongs to: every column it reads is there and most other titles are too; the one
 * that shares most, then the newest. `undefined` when none does.
 */
export function recogniseMapping(
  mappings: readonly ColumnMapping[],
  headers: readonly string[],
): ColumnMapping | undefined {
  const here = new Set(headers.filter((title) => title !== ''))
  const fitting = mappings
    .filter(({ removed, fields }) => !removed && columnsUsed(fields).every((title) => here.has(title)))
    .map((mapping) => ({ mapping, share: sharedTitles(mapping.headers, here) }))
    .filter(({ share }) => share >= sameExport)
  fitting.sort((a, b) => b.share - a.share || (a.mapping.changedAt < b.mapping.changedAt ? 1 : -1))
  return fitting[0]?.mapping
}

function sharedTitles(known: readonly string[], here: ReadonlySet<string>): number {
  const shared = known.filter((title) => here.has(title)).length
  return shared / Math.max(1, known.length + here.size - shared)
}

/**
 * A row's cells by our fields. `undefined` when no column but the row's number says anything: such a row is none,
 * whatever is fixed.
 */
export function mapCells(
  fields: FieldRules,
  cells: Readonly<Record<string, string>>,
): Partial<Record<BatchField, string>> | undefined {
  const mapped: Partial<Record<BatchField, string>> = {}
  let says = false
  for (const key of batchFields) {
    const rule = fields[key]
    if (rule === undefined) continue
    const written = rule.columns.map((title) => cells[title]?.trim() ?? '').filter((cell) => cell !== '')
    if (written.length > 0 && key !== 'rowNumber') says = true
    const joined = [...new Set(written)].join('\n')
    const value = rule.values[valueKey(joined)] ?? joined
    const taken = value === '' ? rule.fixed : value
    if (taken !== '') mapped[key] = taken
  }
  return says ? mapped : undefined
}

/** A cell as value maps compare it: NFKC, one blank between words. */
export function valueKey(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/gu, ' ').trim().slice(0, 200)
}
