import type { Member } from '#core/member.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { MemberForm } from './member-form.tsx'

/** Who may work here, as what, and where. */
export function Members() {
  const words = useWords()
  const { governing } = words
  const { me } = useSession()
  const members = useLoaded(office.members, 'members')
  const points = useLoaded(office.contactPoints, 'contact-points')
  const [editing, setEditing] = useState<string>()
  const [said, setSaid] = useState('')
  const mayWrite = me.role === 'admin'
  const pointName = (id: string | undefined) =>
    points.data?.contactPoints.find((point) => point.id === id)?.name ?? id ?? ''
  const stored = (name: string) => {
    setEditing(undefined)
    setSaid(governing.stored(name))
    members.reload()
  }
  const form = (member: Member | undefined) => (
    <MemberForm
      member={member}
      points={points.data?.contactPoints ?? []}
      onStored={stored}
      onCancel={() => setEditing(undefined)}
    />
  )
  return (
    <Screen title={governing.membersTitle}>
      {said && <Done>{said}</Done>}
      <TroubleBox trouble={members.trouble ?? points.trouble} onRetry={members.reload} />
      {!members.data && !members.trouble && <Waiting />}
      {members.data?.members.length === 0 && <p>{governing.noMembers}</p>}
      {members.data && members.data.members.length > 0 && (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">{governing.name}</th>
              <th scope="col">{governing.role}</th>
              <th scope="col">{governing.point}</th>
              <th scope="col">{governing.active}</th>
              {mayWrite && (
                <th scope="col">
                  <span class="unseen">{governing.change}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {members.data.members.map((member) =>
              editing === member.id ? (
                <tr key={member.id}>
                  <td colSpan={5}>{form(member)}</td>
                </tr>
              ) : (
                <tr key={member.id} class={member.active ? undefined : 'off'}>
                  <th scope="row">{member.name}</th>
                  <td data-th={governing.role}>{words.roleNames[member.role]}</td>
                  <td data-th={governing.point}>{pointName(member.contactPointId)}</td>
                  <td data-th={governing.active}>{member.active ? words.yes : governing.inactive}</td>
                  {mayWrite && (
                    <td>
                      <Button
                        kind="text"
                        onPress={() => setEditing(member.id)}
                        label={governing.edit(member.name)}
                      >
                        {governing.change}
                      </Button>
                    </td>
                  )}
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {mayWrite && (
        <section>
          {editing === 'new' ? (
            <>
              <h2>{governing.newMember}</h2>
              {form(undefined)}
            </>
          ) : (
            <Button onPress={() => setEditing('new')}>{governing.newMember}</Button>
          )}
        </section>
      )}
    </Screen>
  )
}
