import type { GroupMember, OfficeGroup } from '#contract/groups-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { useState } from 'preact/hooks'
import { stampOf } from '../../../i18n/names.ts'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Link, TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSaved } from '../../parts/saved-line.tsx'
import { isWordedOtherwise } from '../../rules/group-members.ts'
import { SourceLine } from '../../parts/source-line.tsx'
import { DecisionForm } from '../deciding/decision-form.tsx'

interface MemberProps {
  held: OfficeConsultation
  group: OfficeGroup
  member: GroupMember
  chosen: boolean
  mayWrite: boolean
  onToggle: () => void
  onMember: (member: GroupMember) => void
  onAgain: () => void
}

/** One member: its words marked against the leader's, its own decision, and the ways to choose or decide it alone. */
export function GroupMemberCard(props: MemberProps) {
  const words = useWords()
  const { grouping } = words
  const { member, held } = props
  const { opinion } = member
  const number = opinion.n + 1
  const [open, setOpen] = useState(false)
  const saySaved = useSaved()
  const decided = (decision: NonNullable<typeof opinion.decision>, sentence: string) => {
    const { proposed: _, ...kept } = member
    props.onMember({ ...kept, opinion: { ...opinion, decision } })
    saySaved(number, sentence)
    setOpen(false)
  }
  return (
    <article
      class={props.chosen ? 'opinion member chosen' : 'opinion member'}
      id={`member-${opinion.n}`}
      tabIndex={-1}
      aria-label={words.deciding.number(number)}
    >
      <div class="member-head">
        {props.mayWrite && (
          <label class="check choose">
            <input
              type="checkbox"
              aria-label={grouping.select(number)}
              checked={props.chosen}
              onChange={props.onToggle}
            />
          </label>
        )}
        <p class="source">
          <b>{words.deciding.number(number)}</b> {words.changeTypeNames[opinion.changeType]} ·{' '}
          <SourceLine source={opinion} />
        </p>
      </div>
      <Differences member={member} isLeader={opinion.id === props.group.leader.id} />
      <div class="decision-row">
        <MemberDecision member={member} group={props.group} />
        {props.mayWrite && !open && (
          <Button kind="text" label={grouping.aloneOf(number)} onPress={() => setOpen(true)}>
            {grouping.alone}
          </Button>
        )}
        <Link
          class="trace"
          to={{
            screen: 'opinions',
            consultationId: held.consultation.id,
            filter: { article: opinion.provisionId ?? 'whole', opinion: opinion.id },
          }}
          label={grouping.traceOf(number)}
        >
          {grouping.trace}
        </Link>
      </div>
      {props.mayWrite && member.proposed && !open && (
        <Accept {...props} onDecided={(decision) => decided(decision, grouping.accepted(number))} />
      )}
      {open && (
        <DecisionForm
          held={held}
          opinion={opinion}
          onSaved={(decision) => decided(decision, words.deciding.savedDecision(number))}
          onCancel={() => setOpen(false)}
        />
      )}
    </article>
  )
}

/** Added and missing words, told apart by their form, and named for those who hear them. */
function Differences(props: { member: GroupMember; isLeader: boolean }) {
  const { grouping } = useWords()
  const { differences } = props.member
  if (props.isLeader) return <p class="soft">{grouping.leader}</p>
  if (isWordedOtherwise(differences))
    return (
      <>
        <p class="soft">{grouping.otherwise}</p>
        <p class="member-words" lang="zh-CN">
          {differences.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')}
        </p>
      </>
    )
  return (
    <p class="member-words compared" lang="zh-CN">
      {differences.map(({ kind, text }, place) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          <ins key={place} aria-label={grouping.added}>
            {text}
          </ins>
        ) : (
          <del key={place} aria-label={grouping.removed}>
            {text}
          </del>
        ),
      )}
    </p>
  )
}

function MemberDecision(props: { member: GroupMember; group: OfficeGroup }) {
  const words = useWords()
  const { grouping } = words
  const { decision } = props.member.opinion
  const answer = props.group.answer?.decision
  if (decision?.outcome) {
    const isSame = decision.outcome === answer?.outcome && decision.reason === answer.reason
    return (
      <p class="decision">
        <span class={stampOf[decision.outcome]}>{words.outcomeNames[decision.outcome]}</span>
        <span class={isSame ? 'soft' : ''}>
          {isSame ? grouping.asGroup : (decision.reason ?? grouping.ownDecision)}
        </span>
      </p>
    )
  }
  const proposed = props.member.proposed?.outcome
  if (!proposed) return <p class="decision soft">{words.deciding.undecided}</p>
  return (
    <p class="decision">
      <span class="soft">{grouping.proposed}</span>
      <span class={stampOf[proposed]}>{words.outcomeNames[proposed]}</span>
    </p>
  )
}

/** One press: this later member is given the group's answer, and keeps what colleagues noted on it. */
function Accept(
  props: MemberProps & { onDecided: (decision: NonNullable<GroupMember['opinion']['decision']>) => void },
) {
  const words = useWords()
  const { grouping } = words
  const doing = useDoing()
  const { opinion, proposed } = props.member
  const accept = () =>
    doing.run(async () => {
      const { proposal, responsible, note, rev = 0 } = opinion.decision ?? {}
      const noted = Object.entries({ proposal, responsible, note }).filter(([, text]) => text !== undefined)
      const input = { ...Object.fromEntries(noted), ...proposed }
      const stored = await office.decide(props.held.consultation.id, opinion.id, input, rev)
      const { consultationId: _c, opinionId: _o, decidedBy: _b, ...decision } = stored
      props.onDecided(decision)
    })
  return (
    <>
      <Button
        kind="quiet"
        label={grouping.acceptOf(opinion.n + 1)}
        onPress={accept}
        busy={doing.busy}
        busyWords={words.saving}
      >
        {grouping.accept}
      </Button>
      <TroubleBox trouble={doing.trouble} onRetry={props.onAgain} />
    </>
  )
}
