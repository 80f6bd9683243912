import type { OwedCauses } from '#contract/lineage-api.ts'
import { OwedPair } from './owed-pair.tsx'

/** The changed articles that still keep drafts from the public (R6), two drafts at a time, to be explained in place. */
export function CausesOwed(props: {
  billId: string
  owed: readonly OwedCauses[]
  /** Why the reader is told here. */
  lead?: string
  /** Two drafts owe nothing any more. */
  onComplete: () => void
}) {
  const { owed } = props
  if (owed.length === 0) return null
  return (
    <div class="owed">
      {props.lead && <p>{props.lead}</p>}
      {owed.map((gap) => (
        <OwedPair
          key={`${gap.fromDraftId} ${gap.toDraftId}`}
          billId={props.billId}
          gap={gap}
          onComplete={props.onComplete}
        />
      ))}
    </div>
  )
}
