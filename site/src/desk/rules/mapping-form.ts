import { batchColumns } from '#contract/batch-columns.ts'
import type { MappingInput, TableLayout } from '#contract/mapping-api.ts'
import type { BatchField, ColumnMapping, FieldRule, FieldRules } from '#core/batch/column-mapping.ts'
import { readChangeType, readChannel } from '#core/batch/sheet-choices.ts'

/** A mapping as it is being made. */
export interface MappingForm {
  name: string
  fields: FieldRules
}

/** Fields asked first; the others are folded away. */
export const mainFields: readonly BatchField[] = [
  'verbatim',
  'rowNumber',
  'collectedOn',
  'channel',
  'changeType',
  'area',
  'category',
]
export const otherFields = batchColumns.map(({ key }) => key).filter((key) => !mainFields.includes(key))

/** Fields whose words may be written in several columns. */
const joinable = new Set<BatchField>([
  'verbatim',
  'drafted',
  'proposedText',
  'reason',
  'provision',
  'area',
  'category',
])
export const mayJoin = (key: BatchField): boolean => joinable.has(key)

/** What a saved mapping says, or what was guessed. */
export function formOf(layout: Pick<TableLayout, 'guesses'>, held: ColumnMapping | undefined): MappingForm {
  return held === undefined ? { name: '', fields: layout.guesses } : { name: held.name, fields: held.fields }
}

export const noRule: FieldRule = { columns: [], fixed: '', values: {} }

/** Puts a rule in place; one that reads nothing is none. */
export function withRule({ fields, name }: MappingForm, key: BatchField, rule: FieldRule): MappingForm {
  const { [key]: _before, ...others } = fields
  const isEmpty = rule.columns.length === 0 && rule.fixed === ''
  return { name, fields: isEmpty ? others : { ...others, [key]: rule } }
}

/** Fields that must come from somewhere and do not yet. */
export function unmapped({ fields }: MappingForm): BatchField[] {
  return batchColumns
    .filter(({ key, required }) => {
      const rule = fields[key]
      const isFixed = key !== 'verbatim' && (rule?.fixed.trim() ?? '') !== ''
      return required && !isFixed && (rule?.columns.length ?? 0) === 0
    })
    .map(({ key }) => key)
}

/** What is sent. A word that was shown and left at 「不写」 is written down as such: it was seen. */
export function inputOf({ name, fields }: MappingForm, columns: TableLayout['columns']): MappingInput {
  const seen: FieldRules = { ...fields }
  for (const key of ['channel', 'changeType'] as const) {
    const rule = fields[key]
    if (rule === undefined || rule.columns.length === 0) continue
    const empty = Object.fromEntries(unknownValues(key, rule, columns).map((value) => [value, '']))
    seen[key] = { ...rule, values: { ...empty, ...rule.values } }
  }
  return { name: name.trim(), headers: columns.map(({ title }) => title), fields: seen }
}

/** Words of a column that our own reader does not know, with what the mapping makes of them so far. */
export function unknownValues(key: BatchField, rule: FieldRule, columns: TableLayout['columns']): string[] {
  const read = key === 'channel' ? readChannel : key === 'changeType' ? readChangeType : undefined
  if (read === undefined) return []
  const seen = columns.find(({ title }) => title === rule.columns[0])?.distinct ?? []
  return [...new Set([...seen, ...Object.keys(rule.values)])].filter((value) => read(value) === undefined)
}

/** A rule in a few words: 「诉求标题＋诉求内容」. */
export function ruleLine(rule: FieldRule | undefined): string {
  if (rule === undefined) return ''
  return rule.columns.length > 0 ? rule.columns.join('＋') : rule.fixed
}

/** What a mapping reads, in the order of our columns. */
export function columnsLine(
  { fields }: Pick<MappingForm, 'fields'>,
  names: Record<BatchField, string>,
): string {
  return batchColumns
    .filter(({ key }) => fields[key] !== undefined)
    .map(({ key }) => `${names[key]} ← ${ruleLine(fields[key])}`)
    .join('　')
}
