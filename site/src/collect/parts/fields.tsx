import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useWords } from './language.tsx'

interface FieldFrame {
  label: string
  hint?: string | undefined
  /** What becomes public of it, in words (R20). */
  reach?: string | undefined
  /** It stays inside: said in the colour of a promise. */
  kept?: boolean
  error?: string | undefined
  optional?: boolean
  id?: string
}

interface TextProps extends FieldFrame {
  value: string
  onValue: (value: string) => void
  max?: number
}

/** Label, hint, reach, error and control, tied together for everybody. */
function Frame(
  props: FieldFrame & { control: string; children: (describedBy: string | undefined) => ComponentChildren },
) {
  const { label, hint, reach, kept, error, optional, control } = props
  const words = useWords()
  const described = [hint && `${control}-hint`, reach && `${control}-reach`, error && `${control}-error`]
  const ids = described.filter(Boolean).join(' ')
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={control}>{label}</label>
      {optional && <span class="aside">{words.optional}</span>}
      {hint && (
        <span class="hint" id={`${control}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${control}-error`}>
          {error}
        </span>
      )}
      {props.children(ids === '' ? undefined : ids)}
      {reach && (
        <span class={kept ? 'public kept' : 'public'} id={`${control}-reach`}>
          {reach}
        </span>
      )}
    </div>
  )
}

export function TextField(
  props: TextProps & {
    type?: 'text' | 'date' | 'search' | 'password'
    inputMode?: 'numeric' | 'text'
    list?: readonly string[]
    placeholder?: string
    autoComplete?: string
    onEnter?: () => void
  },
) {
  const made = useId()
  const control = props.id ?? made
  return (
    <Frame {...props} control={control}>
      {(describedBy) => (
        <>
          <input
            id={control}
            type={props.type ?? 'text'}
            inputMode={props.inputMode}
            list={props.list && `${control}-list`}
            placeholder={props.placeholder}
            autoComplete={props.autoComplete ?? 'off'}
            value={props.value}
            maxLength={props.max}
            aria-describedby={describedBy}
            aria-invalid={props.error ? true : undefined}
            onInput={(event) => props.onValue(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter that ends a choice of characters in an input method is not Enter.
              if (event.key !== 'Enter' || event.isComposing || !props.onEnter) return
              event.preventDefault()
              props.onEnter()
            }}
          />
          {props.list && (
            <datalist id={`${control}-list`}>
              {props.list.map((choice) => (
                <option key={choice} value={choice} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Frame>
  )
}

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

export function AreaField(props: TextProps & { rows?: number }) {
  const made = useId()
  const control = props.id ?? made
  return (
    <Frame {...props} control={control}>
      {(describedBy) => (
        <textarea
          id={control}
          rows={props.rows ?? 2}
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
          <label key={value}>
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
