import type { OfficeConsultation, OfficeOpinion } from '#contract/office-api.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { useWords } from '../../parts/language.tsx'
import { RecentReasons } from '../../parts/recent-reasons.tsx'
import { pointingOutcomes } from '../../rules/decision-check.ts'
import type { DecisionTyped } from '../../rules/decision-input.ts'
import { OutcomeKeys } from './outcome-keys.tsx'
import { ResultingWordsFields } from './resulting-words.tsx'

/** What a decision says, to fill in: outcome, reason, the words it became, and what stays inside. */
export function DecisionFields(props: {
  held: OfficeConsultation
  /** What is decided; of a group, its first text. */
  opinion: OfficeOpinion
  typed: DecisionTyped
  /** Whether the outcome may be left open. */
  mayWait?: boolean
  set: (change: Partial<DecisionTyped>) => void
}) {
  const { deciding } = useWords()
  const { held, opinion, typed, set } = props
  const pointing = typed.outcome !== '' && pointingOutcomes.includes(typed.outcome)
  return (
    <>
      <OutcomeKeys
        value={typed.outcome}
        {...(props.mayWait && { none: deciding.noOutcomeYet })}
        onValue={(outcome) => set({ outcome })}
      />
      <AreaField
        label={deciding.reason}
        hint={deciding.reasonHint}
        reach="public"
        max={2000}
        value={typed.reason}
        onValue={(reason) => set({ reason })}
      />
      <RecentReasons
        consultationId={held.consultation.id}
        typed={typed.reason}
        onReason={(reason) => set({ reason })}
      />
      {(pointing || typed.provisionId !== '') && (
        <ResultingWordsFields held={held} about={opinion.provisionId} typed={typed} set={set} />
      )}
      <details class="more">
        <summary>{deciding.internal}</summary>
        <div class="form">
          <TextField
            label={deciding.responsible}
            value={typed.responsible}
            max={40}
            optional
            onValue={(responsible) => set({ responsible })}
          />
          <AreaField
            label={deciding.proposal}
            max={2000}
            optional
            value={typed.proposal}
            onValue={(proposal) => set({ proposal })}
          />
          <AreaField
            label={deciding.note}
            max={2000}
            optional
            value={typed.note}
            onValue={(note) => set({ note })}
          />
        </div>
      </details>
    </>
  )
}
