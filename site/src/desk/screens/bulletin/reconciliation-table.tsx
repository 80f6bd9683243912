import type { Readiness } from '#contract/office-api.ts'
import { useWords } from '../../parts/language.tsx'
import type { Outcome } from '#core/deciding/outcome.ts'

/** received = Σ outcomes (R3), as a table that says whether it adds up. */
export function ReconciliationTable(props: { reconciliation: Readiness['reconciliation'] }) {
  const words = useWords()
  const { deciding } = words
  const { received, undecided, byOutcome } = props.reconciliation
  const outcomes = Object.keys(words.outcomeNames) as Outcome[]
  const sum = outcomes.reduce((total, outcome) => total + (byOutcome[outcome] ?? 0), 0)
  return (
    <>
      <table class="narrow">
        <caption>{deciding.totalsLine(received)}</caption>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{words.outcomeNames[outcome]}</th>
              <td class="num">{byOutcome[outcome] ?? 0}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{deciding.undecidedCount}</th>
            <td class="num">{undecided}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{deciding.sum}</th>
            <td class="num">{sum + undecided}</td>
          </tr>
        </tfoot>
      </table>
      <p class={sum === received ? 'told' : 'next'}>
        {sum === received ? deciding.adds(received, sum) : deciding.addsNot(received, sum)}
      </p>
    </>
  )
}
