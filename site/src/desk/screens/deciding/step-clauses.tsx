import { useWords } from '../../parts/language.tsx'
import { clausesOf, stepClauses, type ClauseStep, type Stretch } from '../../rules/clauses.ts'

const steps = ['previous', 'next', 'more', 'less'] as const

/** Arrow keys inside the words: up and down a clause; with Shift one more or one less. */
export function stepOfKey(event: KeyboardEvent): ClauseStep | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined
  if (event.key === 'ArrowDown') return event.shiftKey ? 'more' : 'next'
  if (event.key === 'ArrowUp') return event.shiftKey ? 'less' : 'previous'
  return undefined
}

/** Choosing words clause by clause, for people without a mouse. */
export function StepClauses(props: {
  words: string
  chosen: Stretch | undefined
  onChoose: (chosen: Stretch) => void
}) {
  const { deciding } = useWords()
  const { words, chosen } = props
  if (clausesOf(words).length < 2) return null
  return (
    <div class="added-words" role="group" aria-label={deciding.byClause}>
      <span class="text-name">{deciding.byClause}</span>
      {steps.map((step) => {
        const after = stepClauses(words, chosen, step)
        return (
          <button
            key={step}
            type="button"
            class="jump"
            aria-disabled={after === undefined}
            onClick={() => {
              // Words still selected above would be taken again when the page moves under them.
              document.getSelection()?.removeAllRanges()
              if (after) props.onChoose(after)
            }}
          >
            {deciding.clauseSteps[step]}
          </button>
        )
      })}
      <span class="unseen" role="status">
        {chosen ? words.slice(chosen.start, chosen.end) : ''}
      </span>
    </div>
  )
}
