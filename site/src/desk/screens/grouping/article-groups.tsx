import type { OfficeGroup } from '#contract/groups-api.ts'
import type { Provision } from '#core/draft/provision.ts'
import { chineseWords } from '../../../parts/chinese-words.ts'
import { stampOf } from '../../../i18n/names.ts'
import { Link } from '../../parts/frame.tsx'
import { useWords } from '../../parts/language.tsx'
import { ArticleWords } from '../../parts/provision-tree.tsx'
import { stepFocus } from '../../parts/step-focus.ts'

/** One article: the draft's words beside, its groups of same-kind opinions, each a way in. */
export function ArticleGroups(props: {
  consultationId: string
  provision: Provision | undefined
  groups: readonly OfficeGroup[]
}) {
  const words = useWords()
  const { provision, groups } = props
  const label = provision?.label ?? groups[0]?.leader.provisionLabel ?? ''
  const name = label === '' ? words.whole : label
  return (
    <section class="article-opinions" aria-label={name}>
      <div class="beside">
        <h2 lang={chineseWords(name)}>{name}</h2>
        <p class="soft">{words.grouping.groupsIn(groups.length)}</p>
        {provision && <ArticleWords provision={provision} />}
      </div>
      <ol
        class="group-list"
        onKeyDown={(event) => {
          const list = event.currentTarget.closest<HTMLElement>('main') ?? event.currentTarget
          stepFocus(event, list, '.group-line')
        }}
      >
        {groups.map((group) => (
          <li key={group.id}>
            <GroupLine consultationId={props.consultationId} group={group} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function GroupLine(props: { consultationId: string; group: OfficeGroup }) {
  const words = useWords()
  const { grouping } = words
  const { group } = props
  const { leader, size } = group
  return (
    <Link
      class="group-line"
      to={{ screen: 'group', consultationId: props.consultationId, groupId: group.id }}
    >
      <span class="group-size">
        <b>{size}</b> {grouping.opinionsWord}
      </span>
      <span class="group-said" lang="zh-CN">
        {leader.verbatim}
      </span>
      <span class="group-facts">
        <GroupFacts group={group} />
      </span>
    </Link>
  )
}

/** 15 人 · 3 个联系点 · 8 条还没有结果, and the answer when there is one. */
export function GroupFacts(props: { group: OfficeGroup }) {
  const words = useWords()
  const { grouping } = words
  const { people, contactPoints, undecided, answer } = props.group
  const facts = [
    grouping.people(people),
    ...(contactPoints > 0 ? [grouping.points(contactPoints)] : []),
    undecided === 0 ? grouping.allDecided : words.deciding.undecidedN(undecided),
  ]
  const outcome = answer?.decision.outcome
  return (
    <>
      {outcome && <span class={stampOf[outcome]}>{words.outcomeNames[outcome]}</span>}
      <span>{facts.join(' · ')}</span>
    </>
  )
}
