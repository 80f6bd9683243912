import type { DraftPreview } from '#contract/office-api.ts'
import type { DraftStage } from '#core/bill.ts'
import { useEffect, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { CheckField, namedChoices, SelectField } from '../../parts/fields.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import type { Strings } from '../../words/strings.zh.ts'

/** A draft on its way in, kept until it is stored. */
export interface DraftTyped {
  /** Made here once, so storing again after a lost answer names the same draft. */
  id: string
  text: string
  stage: DraftStage | ''
  datedOn: string
  /** What was found in the text is left as it is. */
  accepted: boolean
}

/** What it is stored as: its stage, its date, and with which problems. */
export function DraftCommit(props: {
  billId: string
  preview: DraftPreview
  /** The text was changed since it was read. */
  stale: boolean
  typed: DraftTyped
  set: (change: Partial<DraftTyped>) => void
  onStored: () => void
}) {
  const words = useWords()
  const { importing } = words
  const { preview, typed, set } = props
  const doing = useDoing()
  const [refused, setRefused] = useState('')
  useEffect(() => setRefused(''), [preview])
  const commit = () => {
    const { id, text, stage, datedOn } = typed
    const reason = props.stale ? importing.commitNeedsPreview : missing(typed, preview, words)
    setRefused(reason)
    if (reason !== '' || stage === '') return
    const accepting = preview.problems.length > 0 ? { acceptProblems: true } : {}
    doing.run(async () => {
      await office.importDraft(props.billId, { id, stage, datedOn, text, ...accepting })
      props.onStored()
    })
  }
  return (
    <div class="form">
      {preview.problems.length > 0 && (
        <CheckField
          label={importing.acceptProblems}
          checked={typed.accepted}
          onChecked={(accepted) => set({ accepted })}
        />
      )}
      <SelectField
        label={importing.stage}
        value={typed.stage}
        empty={words.deciding.chooseOutcome}
        choices={namedChoices(words.stageNames)}
        onValue={(stage) => set({ stage })}
      />
      <TextField
        type="date"
        label={importing.datedOn}
        value={typed.datedOn}
        onValue={(datedOn) => set({ datedOn })}
      />
      {refused && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      <TroubleBox trouble={doing.trouble} />
      <div class="buttons">
        <Button onPress={commit} busy={doing.busy} busyWords={words.saving}>
          {importing.commit}
        </Button>
      </div>
    </div>
  )
}

function missing(typed: DraftTyped, preview: DraftPreview, { importing, trouble }: Strings): string {
  if (preview.problems.length > 0 && !typed.accepted) return importing.commitNeedsAccept
  if (typed.stage === '') return trouble.fieldChoose(importing.stage)
  return typed.datedOn === '' ? trouble.fieldMissing(importing.datedOn) : ''
}
