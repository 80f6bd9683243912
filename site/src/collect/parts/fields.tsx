import type { TextProps } from '../../parts/field-frame.tsx'
import { TextField } from '../../parts/text-field.tsx'

/** Digits only; `undefined` while it holds no number. */
export function NumberField(
  props: Omit<TextProps, 'value' | 'onValue'> & {
    value: number | undefined
    onValue: (value: number | undefined) => void
  },
) {
  return (
    <TextField
      {...props}
      inputMode="numeric"
      max={6}
      value={props.value === undefined ? '' : String(props.value)}
      onValue={(text) => {
        const digits = text.normalize('NFKC').replace(/\D/gu, '')
        props.onValue(digits === '' ? undefined : Number(digits))
      }}
    />
  )
}

/** A few big choices side by side; the radio itself is hidden behind its button's face. */
export function Choices<T extends string>(props: {
  legend: string
  name: string
  value: T | undefined
  /** `keys`: shown where there is a keyboard. */
  choices: readonly { value: T; name: string; keys?: string }[]
  onValue: (value: T) => void
  error?: string | undefined
  reach?: string
  id?: string
  wide?: boolean
}) {
  return (
    <fieldset class={props.error ? 'field wrong' : 'field'} id={props.id} tabIndex={-1}>
      <legend>{props.legend}</legend>
      {props.error && <span class="error">{props.error}</span>}
      <div class={props.wide ? 'presses wide' : 'presses'}>
        {props.choices.map(({ value, name, keys }) => (
          <label key={value} class="face">
            <input
              type="radio"
              name={props.name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onValue(value)}
            />
            <span>{name}</span>
            {keys && <Keys keys={keys} />}
          </label>
        ))}
      </div>
      {props.reach && <span class="public">{props.reach}</span>}
    </fieldset>
  )
}

/** A shortcut beside what it does; people who listen find them listed below. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd class="key" aria-hidden="true">
      {keys}
    </kbd>
  )
}
