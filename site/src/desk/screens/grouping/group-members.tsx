import type { GroupMember, OfficeGroup } from '#contract/groups-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { useId, useState } from 'preact/hooks'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { stepFocus } from '../../parts/step-focus.ts'
import type { ReadMembers } from '../../rules/group-members.ts'
import { GroupMemberCard } from './group-member.tsx'

/** Every member against the leader; copies that are word for word the same stand folded at the end. */
export function GroupMembers(props: {
  held: OfficeConsultation
  group: OfficeGroup
  sorted: ReadMembers
  chosen: ReadonlySet<string>
  mayWrite: boolean
  onToggle: (ids: readonly string[]) => void
  onMember: (member: GroupMember) => void
  onAgain: () => void
}) {
  const { grouping } = useWords()
  const { sorted, chosen, mayWrite } = props
  const [open, setOpen] = useState(false)
  const copiesId = useId()
  const idsOf = (members: readonly GroupMember[]) => members.map(({ opinion }) => opinion.id as string)
  const list = (members: readonly GroupMember[]) => (
    <ol class="opinion-list">
      {members.map((member) => (
        <li key={member.opinion.id}>
          <GroupMemberCard
            held={props.held}
            group={props.group}
            member={member}
            chosen={chosen.has(member.opinion.id)}
            mayWrite={mayWrite}
            onToggle={() => props.onToggle([member.opinion.id])}
            onMember={props.onMember}
            onAgain={props.onAgain}
          />
        </li>
      ))}
    </ol>
  )
  const step = (event: KeyboardEvent) => {
    const from = event.target as HTMLElement
    if (!(from instanceof HTMLInputElement) || !from.matches('.choose input')) return
    const to = stepFocus(event, event.currentTarget as HTMLElement, '.choose input')
    if (!event.shiftKey || to === undefined) return
    // Selecting on: where one comes from is selected, and where one goes.
    for (const box of [from, to as HTMLInputElement]) if (!box.checked) box.click()
  }
  const { copies } = sorted
  return (
    <section class="group-members" onKeyDown={step}>
      <h3>{grouping.members}</h3>
      <p class="soft">{grouping.marks}</p>
      {mayWrite && <p class="soft keys">{grouping.keys}</p>}
      {list(sorted.own)}
      {copies.length > 0 && (
        <div class="copies">
          {mayWrite && (
            <label class="check choose">
              <input
                type="checkbox"
                aria-label={grouping.selectCopies(copies.length)}
                checked={copies.every(({ opinion }) => chosen.has(opinion.id))}
                onChange={() => props.onToggle(idsOf(copies))}
              />
            </label>
          )}
          <b>{grouping.copies(copies.length)}</b>
          <button
            type="button"
            class="jump"
            aria-expanded={open}
            aria-controls={copiesId}
            onClick={() => setOpen(!open)}
          >
            {open ? grouping.hideCopies : grouping.showCopies}
          </button>
        </div>
      )}
      <div id={copiesId} hidden={!open}>
        {open && list(copies)}
      </div>
      {mayWrite && (
        <div class="buttons">
          <Button kind="text" onPress={() => props.onToggle(idsOf([...sorted.own, ...copies]))}>
            {grouping.selectAll}
          </Button>
        </div>
      )}
    </section>
  )
}
