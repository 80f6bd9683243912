import type { GroupMember } from '#contract/groups-api.ts'
import { useWords } from '../parts/language.tsx'

/** The sentences the leader lacks, before anything else: nothing of substance hides in a form letter (R16). */
export function GroupLeftovers(props: { members: readonly GroupMember[]; isWhole: boolean }) {
  const { grouping, deciding } = useWords()
  const { members } = props
  if (members.length === 0) return props.isWhole ? <p class="soft">{grouping.noMore}</p> : null
  return (
    <section class="leftovers">
      <h3>{grouping.moreTitle}</h3>
      <p class="soft">{grouping.moreLead}</p>
      <ul>
        {members.map(({ opinion, leftovers }) => (
          <li key={opinion.id}>
            <button
              type="button"
              class="jump"
              aria-label={grouping.goTo(opinion.n + 1)}
              onClick={() => {
                const member = document.getElementById(`member-${opinion.n}`)
                member?.scrollIntoView({ block: 'start' })
                member?.focus({ preventScroll: true })
              }}
            >
              {deciding.number(opinion.n + 1)}
            </button>
            <div>
              {leftovers.map((sentence, place) => (
                <p key={place}>{sentence}</p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
