import { chineseWords } from '../../parts/chinese-words.ts'
import { FieldFrame, useControlId, type FieldWords } from '../../parts/field-frame.tsx'

export interface Choice<Value extends string = string> {
  value: Value
  name: string
  group?: string
}

/** A closed set by its names, in their order. */
export function namedChoices<Value extends string>(names: Readonly<Record<Value, string>>): Choice<Value>[] {
  return (Object.keys(names) as Value[]).map((value) => ({ value, name: names[value] }))
}

/** A list to choose from; choices with a `group` stand under it, `empty` is what '' is called. */
export function SelectField<Value extends string>(
  props: FieldWords & {
    value: Value
    choices: readonly Choice<NoInfer<Value>>[]
    empty?: string
    onValue: (value: NoInfer<Value>) => void
  },
) {
  const control = useControlId(props.id)
  const groups = [...new Set(props.choices.map(({ group }) => group ?? ''))]
  const option = ({ value, name }: Choice<Value>) => (
    <option key={value} value={value} lang={chineseWords(name)}>
      {name}
    </option>
  )
  return (
    <FieldFrame {...props} control={control}>
      {(describedBy) => (
        <select
          id={control}
          value={props.value}
          aria-describedby={describedBy}
          aria-invalid={props.error ? true : undefined}
          // Nothing but its choices can be chosen.
          onChange={(event) => props.onValue(event.currentTarget.value as Value)}
        >
          {props.empty !== undefined && <option value="">{props.empty}</option>}
          {groups.map((group) => {
            const members = props.choices.filter((choice) => (choice.group ?? '') === group)
            return group === '' ? (
              members.map(option)
            ) : (
              <optgroup label={group}>{members.map(option)}</optgroup>
            )
          })}
        </select>
      )}
    </FieldFrame>
  )
}

export function CheckField(props: {
  label: string
  checked: boolean
  onChecked: (checked: boolean) => void
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChecked(event.currentTarget.checked)}
      />
      <span lang={chineseWords(props.label)}>{props.label}</span>
    </label>
  )
}
