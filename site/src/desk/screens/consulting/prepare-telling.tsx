import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { useWords } from '../../parts/language.tsx'
import type { PrepareForm, PrepareMend } from '../../rules/prepare-form.ts'

/** What people are told beside the draft, all of it public (R20). */
export function PrepareTelling(props: {
  form: PrepareForm
  set: (change: Partial<PrepareForm>) => void
  mends: readonly PrepareMend[]
}) {
  const { consulting, trouble } = useWords()
  const { form, set, mends } = props
  return (
    <fieldset class="group">
      <legend>{consulting.tellTitle}</legend>
      <AreaField
        id="note"
        label={consulting.note}
        hint={consulting.noteHint}
        reach="public"
        rows={8}
        max={20_000}
        value={form.note}
        error={mends.includes('note') ? trouble.fieldMissing(consulting.note) : undefined}
        onValue={(note) => set({ note })}
      />
      <AreaField
        label={consulting.questions}
        hint={consulting.questionsHint}
        reach="public"
        rows={4}
        optional
        value={form.questions}
        onValue={(questions) => set({ questions })}
      />
      <AreaField
        label={consulting.categories}
        hint={consulting.categoriesHint}
        reach="public"
        rows={6}
        value={form.categories}
        onValue={(categories) => set({ categories })}
      />
      <TextField
        label={consulting.postal}
        hint={consulting.publicHint}
        reach="public"
        max={300}
        optional
        value={form.postal}
        onValue={(postal) => set({ postal })}
      />
      <TextField
        type="tel"
        label={consulting.phone}
        hint={consulting.publicHint}
        reach="public"
        max={40}
        optional
        value={form.phone}
        onValue={(phone) => set({ phone })}
      />
    </fieldset>
  )
}
