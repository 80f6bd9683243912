import type { ContactPoint } from '#core/contact-point.ts'
import type { Member, Role } from '#core/member.ts'
import { useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { TextField } from '../../parts/text-field.tsx'
import { CheckField, namedChoices, SelectField } from '../parts/fields.tsx'
import { EditForm, isDeskId, useEditing } from '../parts/edit-form.tsx'
import { useWords } from '../parts/language.tsx'

/** One person of the staff: what they may do, and where. */
export function MemberForm(props: {
  member: Member | undefined
  points: readonly ContactPoint[]
  onStored: (name: string) => void
  onCancel: () => void
}) {
  const words = useWords()
  const { governing, trouble } = words
  const { member } = props
  const [typed, setTyped] = useState({
    id: member?.id ?? '',
    name: member?.name ?? '',
    subject: member?.subject ?? '',
    role: member?.role ?? ('' as Role | ''),
    contactPointId: member?.contactPointId ?? '',
    stationId: member?.stationId ?? '',
    active: member?.active ?? true,
  })
  const change = (changed: Partial<typeof typed>) => setTyped({ ...typed, ...changed } as typeof typed)
  const stations = (props.points.find(({ id }) => id === typed.contactPointId)?.stations ?? []).filter(
    ({ id, closedOn }) => closedOn === undefined || id === typed.stationId,
  )
  const bound = typed.role === 'liaison' || typed.role === 'collector'
  const mends = [
    ...(isDeskId(typed.id) ? [] : [{ id: 'member-id', text: trouble.fieldMissing(governing.memberId) }]),
    ...(typed.name.trim() === '' ? [{ id: 'member-name', text: trouble.fieldMissing(governing.name) }] : []),
    ...(typed.subject.trim() === ''
      ? [{ id: 'member-subject', text: trouble.fieldMissing(governing.subject) }]
      : []),
    ...(typed.role === '' ? [{ id: 'member-role', text: trouble.fieldChoose(governing.role) }] : []),
    ...(bound && typed.contactPointId === '' ? [{ id: 'member-point', text: governing.pointNeeded }] : []),
  ]
  const editing = useEditing(mends, async () => {
    const { id, contactPointId, stationId, ...kept } = typed
    const station = typed.role === 'collector' && stationId !== '' ? { stationId } : {}
    const input = { ...kept, ...(bound ? { contactPointId } : {}), ...station } as Parameters<
      typeof office.putMember
    >[1]
    await office.putMember(id, input, member?.rev ?? 0)
    props.onStored(typed.name)
  })
  return (
    <EditForm
      label={member ? governing.editing(member.name) : governing.newMember}
      editing={editing}
      onCancel={props.onCancel}
    >
      {!member && (
        <TextField
          id="member-id"
          label={governing.memberId}
          hint={governing.memberIdHint}
          value={typed.id}
          error={editing.errorOf('member-id')}
          onValue={(id) => change({ id: id as typeof typed.id })}
        />
      )}
      <TextField
        id="member-name"
        label={governing.name}
        value={typed.name}
        max={40}
        error={editing.errorOf('member-name')}
        onValue={(name) => change({ name })}
      />
      <TextField
        id="member-subject"
        label={governing.subject}
        hint={governing.subjectHint}
        value={typed.subject}
        max={200}
        error={editing.errorOf('member-subject')}
        onValue={(subject) => change({ subject })}
      />
      <SelectField
        id="member-role"
        label={governing.role}
        value={typed.role}
        empty={words.deciding.chooseOutcome}
        error={editing.errorOf('member-role')}
        choices={namedChoices(words.roleNames)}
        onValue={(role) => change({ role })}
      />
      {bound && (
        <SelectField
          id="member-point"
          label={governing.point}
          value={typed.contactPointId}
          empty={words.deciding.chooseOutcome}
          error={editing.errorOf('member-point')}
          choices={props.points.map((point) => ({ value: point.id, name: point.name }))}
          onValue={(contactPointId) => change({ contactPointId, stationId: '' })}
        />
      )}
      {typed.role === 'collector' && stations.length > 0 && (
        <SelectField
          label={words.point.memberStation}
          value={typed.stationId}
          empty={words.point.anyStation}
          choices={stations.map(({ id, name }) => ({ value: id, name }))}
          onValue={(stationId) => change({ stationId })}
        />
      )}
      <CheckField
        label={governing.active}
        checked={typed.active}
        onChecked={(active) => change({ active })}
      />
    </EditForm>
  )
}
