import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useWords } from './language.tsx'

interface FieldFrame {
  label: string
  hint?: string | undefined
  /** Whether what is written here becomes public (R20), or stays inside. */
  reach?: 'public' | 'internal'
  error?: string | undefined
  optional?: boolean
  /** A stable id, when an error summary links to the field. */
  id?: string
}

interface TextProps extends FieldFrame {
  value: string
  onValue: (value: string) => void
}

/** Label, hint, error and control, tied together for everybody. */
function Frame(
  props: FieldFrame & { control: string; children: (describedBy: string | undefined) => ComponentChildren },
) {
  const { label, hint, reach, error, optional, control, children } = props
  const words = useWords()
  const described = [hint && `${control}-hint`, error && `${control}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={control}>{label}</label>
      {optional && <span class="aside"> {words.optional}</span>}
      {hint && (
        <span
          class={reach === 'public' ? 'public' : reach === 'internal' ? 'public kept' : 'hint'}
          id={`${control}-hint`}
        >
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${control}-error`}>
          {error}
        </span>
      )}
      {children(described === '' ? undefined : described)}
    </div>
  )
}

function useControlId(id: string | undefined): string {
  const made = useId()
  return id ?? made
}

export function TextField(
  props: TextProps & { type?: 'text' | 'date' | 'time' | 'tel' | 'search'; max?: number },
) {
  const control = useControlId(props.id)
  return (
    <Frame {...props} control={control}>
      {(describedBy) => (
        <input
          id={control}
          type={props.type ?? 'text'}
          value={props.value}
          maxLength={props.max}
          aria-describedby={describedBy}
          aria-invalid={props.error ? true : undefined}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      )}
    </Frame>
  )
}

export function AreaField(props: TextProps & { rows?: number; max?: number }) {
  const control = useControlId(props.id)
  return (
    <Frame {...props} control={control}>
      {(describedBy) => (
        <textarea
          id={control}
          rows={props.rows ?? 3}
          style={{ minBlockSize: `${(props.rows ?? 3) * 1.55 + 0.6}em` }}
          value={props.value}
          maxLength={props.max}
          aria-describedby={describedBy}
          aria-invalid={props.error ? true : undefined}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
      )}
    </Frame>
  )
}

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
    <Frame {...props} control={control}>
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
    </Frame>
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
