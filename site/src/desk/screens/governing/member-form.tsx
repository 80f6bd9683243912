import type { ContactPoint } from '#core/contact-point.ts'
import type { Member } from '#core/member.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { EditForm, isDeskId, mendsOf, useEditing } from '../../parts/edit-form.tsx'
import { CheckField, namedChoices, SelectField } from '../../parts/fields.tsx'
import { useWords } from '../../parts/language.tsx'
import {
  memberInput,
  needsPoint,
  stationsFor,
  typedMember,
  type MemberTyped,
} from '../../rules/member-typed.ts'

interface Typing {
  typed: MemberTyped
  change: (changed: Partial<MemberTyped>) => void
  errorOf: (id: string) => string | undefined
}

/** One person of the staff: what they may do, and where. */
export function MemberForm(props: {
  member: Member | undefined
  points: readonly ContactPoint[]
  onStored: (name: string) => void
  onCancel: () => void
}) {
  const { governing, trouble } = useWords()
  const { member, points } = props
  const [typed, setTyped] = useState(() => typedMember(member))
  const change = (changed: Partial<MemberTyped>) => setTyped({ ...typed, ...changed })
  const mends = mendsOf({
    'member-id': !isDeskId(typed.id) && trouble.fieldMissing(governing.memberId),
    'member-name': typed.name.trim() === '' && trouble.fieldMissing(governing.name),
    'member-subject': typed.subject.trim() === '' && trouble.fieldMissing(governing.subject),
    'member-role': typed.role === '' && trouble.fieldChoose(governing.role),
    'member-point': needsPoint(typed.role) && typed.contactPointId === '' && governing.pointNeeded,
  })
  const editing = useEditing(mends, async () => {
    const input = memberInput(typed)
    if (!input) return
    await office.putMember(typed.id, input, member?.rev ?? 0)
    props.onStored(typed.name)
  })
  const typing = { typed, change, errorOf: editing.errorOf }
  return (
    <EditForm
      label={member ? governing.editing(member.name) : governing.newMember}
      editing={editing}
      onCancel={props.onCancel}
    >
      <Who {...typing} isNew={member === undefined} />
      <Work {...typing} points={points} />
      <CheckField
        label={governing.active}
        checked={typed.active}
        onChecked={(active) => change({ active })}
      />
    </EditForm>
  )
}

function Who({ typed, change, errorOf, isNew }: Typing & { isNew: boolean }) {
  const { governing } = useWords()
  return (
    <>
      {isNew && (
        <TextField
          id="member-id"
          label={governing.memberId}
          hint={governing.memberIdHint}
          value={typed.id}
          error={errorOf('member-id')}
          onValue={(id) => change({ id })}
        />
      )}
      <TextField
        id="member-name"
        label={governing.name}
        value={typed.name}
        max={40}
        error={errorOf('member-name')}
        onValue={(name) => change({ name })}
      />
      <TextField
        id="member-subject"
        label={governing.subject}
        hint={governing.subjectHint}
        value={typed.subject}
        max={200}
        error={errorOf('member-subject')}
        onValue={(subject) => change({ subject })}
      />
    </>
  )
}

function Work({ typed, change, errorOf, points }: Typing & { points: readonly ContactPoint[] }) {
  const { governing, deciding, roleNames, point } = useWords()
  const stations = stationsFor(typed, points)
  return (
    <>
      <SelectField
        id="member-role"
        label={governing.role}
        value={typed.role}
        empty={deciding.chooseOutcome}
        error={errorOf('member-role')}
        choices={namedChoices(roleNames)}
        onValue={(role) => change({ role })}
      />
      {needsPoint(typed.role) && (
        <SelectField
          id="member-point"
          label={governing.point}
          value={typed.contactPointId}
          empty={deciding.chooseOutcome}
          error={errorOf('member-point')}
          choices={points.map(({ id, name }) => ({ value: id, name }))}
          onValue={(contactPointId) => change({ contactPointId, stationId: '' })}
        />
      )}
      {stations.length > 0 && (
        <SelectField
          label={point.memberStation}
          value={typed.stationId}
          empty={point.anyStation}
          choices={stations.map(({ id, name }) => ({ value: id, name }))}
          onValue={(stationId) => change({ stationId })}
        />
      )}
    </>
  )
}
