import { FieldFrame, useControlId, type TextProps } from '../../parts/field-frame.tsx'

export interface Choice {
  value: string
  name: string
  group?: string
}

/** A list to choose from; choices with a `group` stand under it. */
export function SelectField(props: TextProps & { choices: readonly Choice[]; empty?: string }) {
  const control = useControlId(props.id)
  const groups = [...new Set(props.choices.map(({ group }) => group ?? ''))]
  const option = ({ value, name }: Choice) => (
    <option key={value} value={value}>
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
          onChange={(event) => props.onValue(event.currentTarget.value)}
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
      {props.label}
    </label>
  )
}
