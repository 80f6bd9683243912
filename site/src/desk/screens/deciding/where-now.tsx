import type { FollowedPlace, OfficeConsultation } from '#contract/office-api.ts'
import { useWords } from '../../parts/language.tsx'

/** Where a 款 or 项, or the words an opinion became, are in the bill's newest draft (R7). */
export function WhereNow(props: {
  held: OfficeConsultation
  place: FollowedPlace | undefined
  /** The label it had; missing for the words an opinion became, whose place is said even when it did not move. */
  was?: string
}) {
  const { deciding, stageNames, listSeparator } = useWords()
  const { held, place, was } = props
  const draft = place && held.laterDrafts.find(({ id }) => id === place.draftId)
  if (!place || !draft) return null
  const stage = stageNames[draft.stage]
  // The same 款 is one place; an article that was split is all of its parts.
  const shown = place.exact && place.kind !== 'split' ? place.provisions.slice(0, 1) : place.provisions
  const labels = shown.map(({ label }) => label).join(listSeparator)
  const isGone = place.provisions.length === 0
  const stands = place.kind === 'same' && was !== undefined && labels === was
  return (
    <p class="now-at soft">
      {isGone
        ? deciding.goneIn(stage, was)
        : stands
          ? deciding.standsIn(stage)
          : deciding.nowIn(stage, labels, was)}
      {!isGone && !place.exact && deciding.partGone}
      {!isGone && place.quoteStands === false && deciding.quoteGone}
    </p>
  )
}
