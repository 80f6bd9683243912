import type { TableLayout } from '#contract/mapping-api.ts'
import type { BatchField, FieldRule } from '#core/batch/column-mapping.ts'
import { changeTypeNames, channelNames } from '#core/names.ts'
import { useState } from 'preact/hooks'
import { TextField } from '../../../parts/text-field.tsx'
import { SelectField, type Choice } from '../../parts/fields.tsx'
import { useWords } from '../../parts/language.tsx'
import type { Strings } from '../../words/strings.zh.ts'
import { mayJoin, noRule } from '../../rules/mapping-form.ts'
import { MapValues } from './map-values.tsx'

/** Where one of our fields comes from: a column, several joined, or the same for the whole table. */
export function MapField(props: {
  field: BatchField
  rule: FieldRule | undefined
  columns: TableLayout['columns']
  categories: readonly string[]
  wrong: boolean
  onRule: (rule: FieldRule) => void
}) {
  const words = useWords()
  const { uploading } = words
  const { field, columns, onRule } = props
  const rule = props.rule ?? noRule
  const fixed = fixedChoices(field, props.categories, words)
  const [isWriting, setWriting] = useState(
    rule.fixed !== '' && !fixed.some(({ value }) => value === rule.fixed),
  )
  const title = uploading.fieldNames[field]
  const [first, ...others] = rule.columns
  const value =
    first !== undefined ? `c:${first}` : isWriting ? 'w:' : rule.fixed === '' ? '' : `f:${rule.fixed}`
  const choose = (chosen: string) => {
    setWriting(chosen === 'w:')
    if (chosen.startsWith('c:')) onRule({ ...rule, columns: [chosen.slice(2), ...others], fixed: '' })
    else onRule({ ...noRule, fixed: chosen.startsWith('f:') ? chosen.slice(2) : '' })
  }
  const sample = columns.find((column) => column.title === first)?.samples[0]
  return (
    <div class="map-field">
      <SelectField
        id={`map-${field}`}
        label={title}
        hint={uploading.fieldHints[field]}
        error={props.wrong ? uploading.mendField(title) : undefined}
        value={value}
        empty={uploading.fromNowhere}
        onValue={choose}
        choices={sourcesOf(field, columns, fixed, uploading)}
      />
      {isWriting && first === undefined && (
        <TextField
          label={uploading.fixedValue}
          type={field === 'collectedOn' ? 'date' : 'text'}
          value={rule.fixed}
          max={200}
          onValue={(fixed) => onRule({ ...noRule, fixed })}
        />
      )}
      {first !== undefined && sample !== undefined && <p class="soft sample">{uploading.example(sample)}</p>}
      {first !== undefined && mayJoin(field) && <Joined rule={rule} columns={columns} onRule={onRule} />}
      {first !== undefined && <MapValues field={field} rule={rule} columns={columns} onRule={onRule} />}
    </div>
  )
}

/** Further columns joined behind the first. */
function Joined(props: {
  rule: FieldRule
  columns: TableLayout['columns']
  onRule: (rule: FieldRule) => void
}) {
  const { uploading } = useWords()
  const { rule, onRule } = props
  const free = props.columns.filter(({ title }) => !rule.columns.includes(title))
  return (
    <div class="joined">
      {rule.columns.slice(1).map((title) => (
        <button
          type="button"
          class="button quiet small"
          key={title}
          aria-label={uploading.removeColumn(title)}
          onClick={() => onRule({ ...rule, columns: rule.columns.filter((one) => one !== title) })}
        >
          ＋{title} <span aria-hidden="true">×</span>
        </button>
      ))}
      {rule.columns.length < 6 && free.length > 0 && (
        <select
          aria-label={uploading.addColumn}
          value=""
          onChange={(event) => onRule({ ...rule, columns: [...rule.columns, event.currentTarget.value] })}
        >
          <option value="">＋ {uploading.addColumn}</option>
          {free.map(({ title }) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** What the whole table may have in common; the value is our own name for it, as a cell would hold it. */
function fixedChoices(
  field: BatchField,
  categories: readonly string[],
  { channelNames: channelsIn, changeTypeNames: typesIn }: Strings,
): Choice[] {
  const named = <K extends string>(names: Record<K, string>, shown: Record<K, string>) =>
    (Object.keys(names) as K[]).map((key) => ({ value: names[key], name: shown[key] }))
  if (field === 'channel') return named(channelNames, channelsIn)
  if (field === 'changeType') return named(changeTypeNames, typesIn)
  return field === 'category' ? categories.map((name) => ({ value: name, name })) : []
}

/** Fields that may be one text for the whole table, written by hand. */
const writable = new Set<BatchField>([
  'category',
  'area',
  'groupName',
  'collectedOn',
  'recorder',
  'provision',
])

function sourcesOf(
  field: BatchField,
  columns: TableLayout['columns'],
  common: readonly Choice[],
  words: { fromColumn: string; fromFixed: string; fixedOther: string },
): Choice[] {
  const read = columns.map(({ title }) => ({ value: `c:${title}`, name: title, group: words.fromColumn }))
  const fixed = common.map(({ value, name }) => ({ value: `f:${value}`, name, group: words.fromFixed }))
  const written = { value: 'w:', name: words.fixedOther, group: words.fromFixed }
  return [...read, ...fixed, ...(writable.has(field) ? [written] : [])]
}
