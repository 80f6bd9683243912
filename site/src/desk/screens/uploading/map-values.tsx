import type { TableLayout } from '#contract/mapping-api.ts'
import type { BatchField, FieldRule } from '#core/batch/column-mapping.ts'
import { changeTypeNames, channelNames } from '#core/names.ts'
import { useWords } from '../../parts/language.tsx'
import { unknownValues } from '../../rules/mapping-form.ts'

/** What other offices call a channel or a kind of opinion → our name for it; only what we cannot read ourselves. */
export function MapValues(props: {
  field: BatchField
  rule: FieldRule
  columns: TableLayout['columns']
  onRule: (rule: FieldRule) => void
}) {
  const words = useWords()
  const { uploading } = words
  const { field, rule, onRule } = props
  if (field !== 'channel' && field !== 'changeType') return null
  const unknown = unknownValues(field, rule, props.columns)
  if (unknown.length === 0) return <p class="soft sample">{uploading.valuesKnown}</p>
  const names =
    field === 'channel'
      ? shownNames(channelNames, words.channelNames)
      : shownNames(changeTypeNames, words.changeTypeNames)
  const choose = (value: string, name: string) => {
    const { [value]: _before, ...values } = rule.values
    onRule({ ...rule, values: { ...values, [value]: name } })
  }
  return (
    <fieldset class="map-values">
      <legend>{uploading.valuesTitle}</legend>
      {unknown.map((value) => (
        <label key={value}>
          <span>{value}</span>
          <select
            value={rule.values[value] ?? ''}
            onChange={(event) => choose(value, event.currentTarget.value)}
          >
            <option value="">{uploading.valueEmpty}</option>
            {names.map(([name, shown]) => (
              <option key={name} value={name}>
                {shown}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}

/** Our own name, as a cell would hold it, beside the one a person reads. */
function shownNames<K extends string>(
  names: Record<K, string>,
  shown: Record<K, string>,
): [string, string][] {
  return (Object.keys(names) as K[]).map((key) => [names[key], shown[key]])
}
