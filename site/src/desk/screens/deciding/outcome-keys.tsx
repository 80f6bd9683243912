import type { Outcome } from '#core/deciding/outcome.ts'
import { outcomeNames } from '#core/names.ts'
import { useId } from 'preact/hooks'
import { useWords } from '../../parts/language.tsx'

/** In the order of the keys 1…8. */
const order = Object.keys(outcomeNames) as Outcome[]

/** The outcome a digit means, unless the key is pressed together with others. */
export function outcomeOfKey(event: KeyboardEvent): Outcome | undefined {
  return event.ctrlKey || event.metaKey || event.altKey ? undefined : order[Number(event.key) - 1]
}

/** All eight in sight, one press each: by their digits without a mouse, and on to the reason. */
export function OutcomeKeys(props: {
  value: Outcome | ''
  /** What choosing none is called, where a decision may stay open. */
  none?: string
  onValue: (value: Outcome | '') => void
}) {
  const { deciding, outcomeNames: names } = useWords()
  const group = useId()
  const choice = (value: Outcome | '', name: string, key?: number) => (
    <label class="check" key={value}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={props.value === value}
        onChange={() => props.onValue(value)}
      />
      {key !== undefined && <kbd aria-hidden="true">{key}</kbd>} {name}
    </label>
  )
  return (
    <fieldset
      class="outcomes"
      onKeyDown={(event) => {
        const chosen = outcomeOfKey(event)
        if (!chosen) return
        event.preventDefault()
        props.onValue(chosen)
        event.currentTarget.closest('.decide')?.querySelector('textarea')?.focus()
      }}
    >
      <legend>{deciding.outcome}</legend>
      {order.map((value, at) => choice(value, names[value], at + 1))}
      {props.none !== undefined && choice('', props.none)}
    </fieldset>
  )
}
