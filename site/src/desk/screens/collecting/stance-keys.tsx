import { useRef } from 'preact/hooks'
import type { ChangeType } from '#core/opinion.ts'
import { useWords } from '../../parts/language.tsx'

/** In the order of the keys 1…6; the first three are what stands on the paper. */
const order: readonly ChangeType[] = ['support', 'modify', 'delete', 'add', 'question', 'general']

/** The stance by its digit: pressing it chooses and goes on to the words. */
export function StanceKeys(props: {
  value: ChangeType | ''
  error: string | undefined
  onValue: (value: ChangeType) => void
}) {
  const { transcribing } = useWords()
  const box = useRef<HTMLFieldSetElement>(null)
  return (
    <fieldset
      class="stance"
      data-step
      ref={box}
      onKeyDown={(event) => {
        const chosen = order[Number(event.key) - 1]
        if (!chosen || event.ctrlKey || event.altKey || event.metaKey) return
        event.preventDefault()
        props.onValue(chosen)
        document.getElementById('row-verbatim')?.focus()
      }}
    >
      <legend>{transcribing.stance}</legend>
      {props.error && (
        <span class="error" id="row-stance-error">
          {props.error}
        </span>
      )}
      {order.map((value, at) => (
        <label class="check" key={value}>
          <input
            type="radio"
            name="row-stance"
            value={value}
            checked={props.value === value}
            aria-describedby={props.error ? 'row-stance-error' : undefined}
            data-wrong={props.error ? true : undefined}
            onChange={() => props.onValue(value)}
          />
          <kbd>{at + 1}</kbd> {transcribing.stances[value]}
        </label>
      ))}
    </fieldset>
  )
}
