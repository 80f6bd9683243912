import type { AssignmentList } from '#contract/opinion-work-api.ts'
import { useState } from 'preact/hooks'
import { opinionWork } from '../../api/opinion-work.ts'
import { Trouble } from '../../api/trouble.ts'
import { SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'

/** Who answers an article 承办人. When a colleague has just given it to somebody else, both choices are shown. */
export function ArticleAssignment(props: {
  consultationId: string
  article: string
  name: string
  assigned: AssignmentList
  onAssigned: () => void
}) {
  const { working } = useWords()
  const { me } = useSession()
  const { assigned, article, consultationId } = props
  const held = assigned.assignments.find((one) => one.article === article)
  const [theirs, setTheirs] = useState<{ memberName: string; rev: number; mine: string }>()
  const [told, setTold] = useState<string>()
  const doing = useDoing()
  const nameOf = (memberId: string) => assigned.colleagues.find(({ id }) => id === memberId)?.name ?? ''
  const assign = (memberId: string, rev: number) =>
    doing.run(async () => {
      try {
        await opinionWork.assign(consultationId, article, memberId, rev)
        setTheirs(undefined)
        setTold(working.assignedNow(nameOf(memberId)))
        props.onAssigned()
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        const now = (await opinionWork.assignments(consultationId)).assignments
        const { memberName = '', rev: standing = 0 } = now.find((one) => one.article === article) ?? {}
        setTheirs({ memberName, rev: standing, mine: memberId })
      }
    })
  if (me.role !== 'legislator')
    return (
      <p class="soft small">
        {working.assignTo} {held?.memberName || working.nobody}
      </p>
    )
  return (
    <div class="assign">
      <SelectField
        label={working.assignTo}
        value={theirs?.mine ?? held?.memberId ?? ''}
        empty={working.nobody}
        choices={assigned.colleagues.map(({ id, name }) => ({ value: id, name }))}
        onValue={(memberId) => assign(memberId, held?.rev ?? 0)}
      />
      {told && !theirs && <Done>{told}</Done>}
      {theirs && (
        <div class="conflict" role="alert">
          <p>{working.assignConflict(theirs.memberName)}</p>
          <div class="buttons">
            <Button kind="quiet" onPress={() => assign(theirs.mine, theirs.rev)} busy={doing.busy}>
              {working.assignMine}
            </Button>
            <Button
              kind="text"
              onPress={() => {
                setTheirs(undefined)
                props.onAssigned()
              }}
            >
              {working.assignTheirs}
            </Button>
          </div>
        </div>
      )}
      <TroubleBox trouble={doing.trouble} />
    </div>
  )
}
