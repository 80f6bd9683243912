import type { OfficeCauses } from '#contract/lineage-api.ts'
import { Link } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { office } from '../../api/office.ts'
import { useWords } from '../../parts/language.tsx'
import type { ReviewGround } from './review-ground.tsx'

/** What was named on the way, between public drafts that stand between these two; each with the step it was named on. */
export function CarriedCauses(props: { carried: OfficeCauses['carried']; ground: ReviewGround }) {
  const words = useWords()
  const { billId } = props.ground.held.to
  const bills = useLoaded(office.bills, 'bills')
  const drafts = bills.data?.bills.find(({ id }) => id === billId)?.drafts ?? []
  const nameOf = (id: string) => {
    const draft = drafts.find((held) => held.id === id)
    return draft ? words.stageNames[draft.stage] : id
  }
  return (
    <ul class="plain carried">
      {props.carried.map(({ kind, sentence, step }, place) => (
        <li key={place} class="decision">
          <Link to={{ screen: 'lineage', billId, from: step.fromDraftId, to: step.toDraftId }}>
            {words.lineage.became(nameOf(step.fromDraftId), nameOf(step.toDraftId))}
          </Link>
          <span class="stamp other">{words.lineage.causeKinds[kind]}</span>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}
