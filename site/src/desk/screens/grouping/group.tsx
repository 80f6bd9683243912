import type { GroupMember, OfficeGroupDetail } from '#contract/groups-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { useEffect, useState } from 'preact/hooks'
import { deskGroups } from '../../api/groups.ts'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, Link, TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { SavedLine } from '../../parts/saved-line.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { printRoute } from '../../rules/desk-route.ts'
import { readMembers, toggled } from '../../rules/group-members.ts'
import { ConsultationFrame } from '../consulting/consultation-frame.tsx'
import { GroupAnswer } from './group-answer.tsx'
import { GroupHistory } from './group-history.tsx'
import { GroupLeader } from './group-leader.tsx'
import { GroupLeftovers } from './group-leftovers.tsx'
import { GroupMembers } from './group-members.tsx'
import { GroupMoving } from './group-moving.tsx'
import { NotLoaded } from '../consulting/not-loaded.tsx'

/** One group of same-kind opinions: read, put right, answered once. */
export function Group(props: { consultationId: string; groupId: string }) {
  const { consultationId } = props
  const { consulting } = useWords()
  const loaded = useLoaded(() => office.consultation(consultationId), `consultation ${consultationId}`)
  if (!loaded.data) return <NotLoaded title={consulting.section.groups} loaded={loaded} />
  return (
    <ConsultationFrame held={loaded.data} section="groups">
      <GroupRead held={loaded.data} groupId={props.groupId} />
    </ConsultationFrame>
  )
}

/** A group as far as it is read. `round` counts changes, so that the history is read again after each. */
interface ReadGroup {
  detail: OfficeGroupDetail
  members: GroupMember[]
  round: number
}

function GroupRead(props: { held: OfficeConsultation; groupId: string }) {
  const words = useWords()
  const { held, groupId } = props
  const consultationId = held.consultation.id
  const [read, setRead] = useState<ReadGroup>()
  const doing = useDoing()
  /** Reads again as many members as were shown, so that nobody loses their place. */
  const begin = () =>
    doing.run(async () => {
      let detail = await deskGroups.read(consultationId, groupId)
      const members = [...detail.members]
      while (detail.cursor !== null && members.length < (read?.members.length ?? 0)) {
        detail = await deskGroups.read(consultationId, groupId, detail.cursor)
        members.push(...detail.members)
      }
      setRead((before) => ({ detail, members, round: (before?.round ?? 0) + 1 }))
    })
  const more = (cursor: string) =>
    doing.run(async () => {
      const detail = await deskGroups.read(consultationId, groupId, cursor)
      setRead((before) => before && { ...before, detail, members: [...before.members, ...detail.members] })
    })
  useEffect(begin, [])
  const replace = (changed: GroupMember) =>
    setRead(
      (before) =>
        before && {
          ...before,
          members: before.members.map((one) => (one.opinion.id === changed.opinion.id ? changed : one)),
        },
    )
  return (
    <>
      <p>
        <Link class="back" to={{ screen: 'groups', consultationId, filter: {} }}>
          {words.grouping.back}
        </Link>
      </p>
      <TroubleBox trouble={doing.trouble} onRetry={begin} />
      {!read && !doing.trouble && <Waiting />}
      {read && (
        <GroupDesk
          held={held}
          askedId={groupId}
          read={read}
          busy={doing.busy}
          onAgain={begin}
          onMore={more}
          onMember={replace}
        />
      )}
    </>
  )
}

function GroupDesk(props: {
  held: OfficeConsultation
  askedId: string
  read: ReadGroup
  busy: boolean
  onAgain: () => void
  onMore: (cursor: string) => void
  onMember: (member: GroupMember) => void
}) {
  const words = useWords()
  const { grouping } = words
  const { me } = useSession()
  const { held, read } = props
  const { detail, members, round } = read
  const { group } = detail
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const sorted = readMembers(members, group.leader.id)
  const mayWrite = me.role === 'legislator'
  const label = group.leader.provisionLabel === '' ? words.whole : group.leader.provisionLabel
  const moved = (sentence: string, goTo: string | undefined) => {
    setChosen(new Set())
    setSaid(sentence)
    const to = { screen: 'group' as const, consultationId: held.consultation.id }
    if (goTo === undefined) props.onAgain()
    else location.hash = printRoute({ ...to, groupId: goTo })
  }
  return (
    <>
      <h2 class="group-title">
        {group.size === 1 ? grouping.headingOne(label) : grouping.heading(label, group.size)}
      </h2>
      {props.askedId !== group.id && <p class="next">{grouping.merged2}</p>}
      {detail.grouped < detail.logged && (
        <p class="next">
          {grouping.progress(detail.grouped, detail.logged)}{' '}
          <Button kind="text" onPress={props.onAgain} busy={props.busy}>
            {grouping.refresh}
          </Button>
        </p>
      )}
      <div class="group-desk">
        <GroupLeader held={held} group={group} />
        <div class="group-work">
          <GroupLeftovers more={sorted.more} isWhole={detail.cursor === null} />
          <GroupAnswer
            key={`${group.id} ${group.answer?.rev ?? 0} ${round}`}
            held={held}
            group={group}
            members={members}
            mayWrite={mayWrite}
            onWritten={(sentence) => {
              setSaid(sentence)
              props.onAgain()
            }}
          />
          <SavedLine>
            <GroupMembers
              held={held}
              group={group}
              sorted={sorted}
              chosen={chosen}
              mayWrite={mayWrite}
              onToggle={(ids) => setChosen((before) => toggled(before, ids))}
              onMember={props.onMember}
              onAgain={props.onAgain}
            />
          </SavedLine>
          {detail.cursor !== null && (
            <div class="buttons after">
              <Button
                kind="quiet"
                onPress={() => props.onMore(detail.cursor ?? '')}
                busy={props.busy}
                busyWords={words.loading}
              >
                {grouping.readMore(group.size - members.length)}
              </Button>
            </div>
          )}
          {/* In reach where it was asked for, not at the head of a long page. */}
          {said && (
            <div class="just-done">
              <Done>{said}</Done>
              <Button kind="text" onPress={() => setSaid('')}>
                {words.working.close}
              </Button>
            </div>
          )}
          {mayWrite && (
            <GroupMoving
              consultationId={held.consultation.id}
              group={group}
              movesRev={detail.movesRev}
              members={members}
              chosen={chosen}
              onChosen={setChosen}
              onMoved={moved}
              onAgain={props.onAgain}
            />
          )}
          <details class="more history-of">
            <summary>{grouping.history}</summary>
            <GroupHistory consultationId={held.consultation.id} round={round} onChanged={props.onAgain} />
          </details>
        </div>
      </div>
    </>
  )
}
