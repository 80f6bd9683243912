import { useWords } from '../../parts/language.tsx'
import type { MoreSaid } from '../../rules/group-members.ts'

/** The sentences the leader lacks, before anything else: nothing of substance hides in a form letter (R16). */
export function GroupLeftovers(props: { more: readonly MoreSaid[]; isWhole: boolean }) {
  const { grouping, deciding } = useWords()
  const { more } = props
  if (more.length === 0) return props.isWhole ? <p class="soft">{grouping.noMore}</p> : null
  return (
    <section class="leftovers">
      <h3>{grouping.moreTitle}</h3>
      <p class="soft">{grouping.moreLead}</p>
      <ul>
        {more.map(({ sentences, by: [first, ...others] }) => (
          <li key={sentences[0]}>
            {first && (
              <button
                type="button"
                class="jump"
                aria-label={grouping.goTo(first.n + 1)}
                onClick={() => {
                  const member = document.getElementById(`member-${first.n}`)
                  member?.scrollIntoView({ block: 'start' })
                  member?.focus({ preventScroll: true })
                }}
              >
                {others.length === 0 ? deciding.number(first.n + 1) : grouping.saidBy(others.length + 1)}
              </button>
            )}
            <div>
              {sentences.map((sentence, place) => (
                <p key={place} lang="zh-CN">
                  {sentence}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
