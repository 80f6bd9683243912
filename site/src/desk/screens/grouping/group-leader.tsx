import type { OfficeGroup } from '#contract/groups-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { useWords } from '../../parts/language.tsx'
import { ArticleWords } from '../../parts/provision-tree.tsx'
import { articleIdOf, provisionsOf } from '../../rules/decision-check.ts'
import { GroupFacts } from './article-groups.tsx'
import { OpinionTexts } from '../deciding/opinion-card.tsx'

/** The group's earliest text with its figures and the draft's words, staying in view beside the members. */
export function GroupLeader(props: { held: OfficeConsultation; group: OfficeGroup }) {
  const { grouping } = useWords()
  const { held, group } = props
  const about = group.leader.provisionId && articleIdOf(group.leader.provisionId)
  const article = provisionsOf(held.draft.provisions).find(({ id }) => id === about)
  return (
    <aside class="beside group-leader" aria-label={grouping.leader}>
      <p class="group-facts">
        <GroupFacts group={group} />
      </p>
      <h3>{grouping.leader}</h3>
      <OpinionTexts opinion={group.leader} />
      {article && <ArticleWords provision={article} />}
    </aside>
  )
}
