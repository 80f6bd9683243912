import type { OfficeOpinion } from '#contract/office-api.ts'
import type { OpinionRevision } from '#contract/revision-api.ts'
import { useState } from 'preact/hooks'
import { limits } from '#contract/limits.ts'
import { pointDesk } from '../../api/point.ts'
import { Trouble } from '../../api/trouble.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { RevisionConflict, type TypedRevision } from './revision-conflict.tsx'

/** What staff make of one own opinion: 原话 stays beside, the rest is written here and stored as a new revision (R9). */
export function ReviseForm(props: {
  consultationId: string
  opinion: OfficeOpinion
  onStored: () => void
  onCancel: () => void
}) {
  const words = useWords()
  const { point } = words
  const { consultationId, opinion } = props
  const [typed, setTyped] = useState<TypedRevision>({
    drafted: opinion.drafted ?? '',
    proposedText: opinion.proposedText ?? '',
    reason: opinion.reason ?? '',
  })
  const [theirs, setTheirs] = useState<OpinionRevision>()
  const doing = useDoing()
  const store = (corrects: string) =>
    doing.run(async () => {
      try {
        await pointDesk.revise(consultationId, corrects, typed)
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        const { revisions } = await pointDesk.history(consultationId, opinion.id)
        setTheirs(revisions.at(-1))
        return
      }
      props.onStored()
    })
  const field = (name: keyof TypedRevision, label: string, max: number, hint?: string) => (
    <AreaField
      label={label}
      hint={hint}
      value={typed[name]}
      rows={name === 'drafted' ? 4 : 2}
      max={max}
      onValue={(value) => setTyped({ ...typed, [name]: value })}
    />
  )
  return (
    <div class="form wide decide" role="group" aria-label={point.editOf(opinion.n + 1)}>
      <p class="public kept">{point.verbatimStays}</p>
      <TroubleBox trouble={doing.trouble} />
      {theirs && (
        <RevisionConflict
          theirs={theirs}
          mine={typed}
          busy={doing.busy}
          onTheirs={props.onStored}
          onMine={() => store(theirs.id)}
        />
      )}
      {field('drafted', point.drafted, limits.maxDraftedChars, point.draftedHint)}
      <div class="pair">
        {field('proposedText', point.proposedText, limits.maxProposedTextChars)}
        {field('reason', point.reason, limits.maxReasonChars)}
      </div>
      <div class="buttons">
        {!theirs && (
          <Button onPress={() => store(opinion.id)} busy={doing.busy} busyWords={words.saving}>
            {point.saveRevision}
          </Button>
        )}
        <Button kind="quiet" onPress={props.onCancel}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
