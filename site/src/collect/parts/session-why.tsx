import type { Delivery } from '../engine/collector.ts'
import { problemSentence } from '../rules/record-problem.ts'
import { useWords } from './language.tsx'

/** Why the server did not take what was said of a session; nothing while there is nothing to mend. */
export function SessionWhy({ delivery }: { delivery: Delivery }) {
  const words = useWords()
  if (delivery.state !== 'setAside') return null
  return (
    <span class="why">
      {words.records.problemsTitle}{' '}
      {delivery.problems.map((problem) => problemSentence(problem, words)).join(' ')}
    </span>
  )
}
