import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useSharedSpeech } from './speech.ts'

export interface FieldWords {
  label: string
  hint?: string | undefined
  /** Whether what is written here becomes public (R20), or stays inside. Dresses `reachWords`, else the hint. */
  reach?: 'public' | 'internal'
  /** What becomes of it, beneath the control. */
  reachWords?: string | undefined
  error?: string | undefined
  optional?: boolean
  /** A stable id, when an error summary links to the field. */
  id?: string
}

export interface TextProps extends FieldWords {
  value: string
  onValue: (value: string) => void
  max?: number
}

/** The id that ties label and control together. */
export function useControlId(id: string | undefined): string {
  const made = useId()
  return id ?? made
}

const reachClass = { public: 'public', internal: 'public kept' } as const

/** Label, hint, error, control and what becomes public of it, tied together for everybody. */
export function FieldFrame(
  props: FieldWords & { control: string; children: (describedBy: string | undefined) => ComponentChildren },
) {
  const { label, hint, reach, reachWords, error, optional, control } = props
  const { words } = useSharedSpeech()
  const described = [hint && `${control}-hint`, reachWords && `${control}-reach`, error && `${control}-error`]
  const ids = described.filter(Boolean).join(' ')
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={control}>{label}</label>
      {optional && <span class="aside"> {words.optional}</span>}
      {hint && (
        <span class={reach && !reachWords ? reachClass[reach] : 'hint'} id={`${control}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="error" id={`${control}-error`}>
          {error}
        </span>
      )}
      {props.children(ids === '' ? undefined : ids)}
      {reachWords && (
        <span class={reachClass[reach ?? 'public']} id={`${control}-reach`}>
          {reachWords}
        </span>
      )}
    </div>
  )
}
