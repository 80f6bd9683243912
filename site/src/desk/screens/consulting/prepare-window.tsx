import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import type { PrepareForm, PrepareMend } from '../../rules/prepare-form.ts'
import type { WindowCheck } from '../../rules/window-check.ts'

/** When it opens and closes, with the legal clock said aloud while the dates are typed (R13). */
export function PrepareWindow(props: {
  form: PrepareForm
  set: (change: Partial<PrepareForm>) => void
  window: WindowCheck
  mends: readonly PrepareMend[]
}) {
  const { consulting, trouble } = useWords()
  const { minimumDays } = useSession()
  const { form, set, window, mends } = props
  const clock = {
    unknown: () => consulting.clockUnknown(minimumDays),
    backwards: () => consulting.clockBackwards,
    long: () => consulting.clockLong(daysOf(window), minimumDays),
    short: () => consulting.clockShort(daysOf(window), minimumDays),
  }[window.kind]()
  const missing = (mend: PrepareMend, label: string) =>
    mends.includes(mend) ? trouble.fieldMissing(label) : undefined
  return (
    <fieldset class="group">
      <legend>{consulting.windowTitle}</legend>
      <div class="pair">
        <TextField
          id="opensOn"
          type="date"
          label={consulting.opensOn}
          value={form.opensOn}
          error={missing('opensOn', consulting.opensOn)}
          onValue={(opensOn) => set({ opensOn })}
        />
        <TextField
          type="time"
          label={consulting.opensTime}
          hint={consulting.opensTimeHint}
          value={form.opensTime}
          onValue={(opensTime) => set({ opensTime })}
        />
      </div>
      <div class="pair">
        <TextField
          id="closesOn"
          type="date"
          label={consulting.closesOn}
          value={form.closesOn}
          error={missing('closesOn', consulting.closesOn)}
          onValue={(closesOn) => set({ closesOn })}
        />
        <TextField
          id="backwards"
          type="time"
          label={consulting.closesTime}
          hint={consulting.closesTimeHint}
          value={form.closesTime}
          onValue={(closesTime) => set({ closesTime })}
        />
      </div>
      <p role="status" class={window.kind === 'long' ? 'told' : window.kind === 'unknown' ? 'soft' : 'next'}>
        {clock}
      </p>
      {window.kind === 'short' && (
        <AreaField
          id="shortReason"
          label={consulting.shortReason}
          hint={consulting.shortReasonHint}
          reach="public"
          max={500}
          value={form.shortReason}
          error={missing('shortReason', consulting.shortReason)}
          onValue={(shortReason) => set({ shortReason })}
        />
      )}
      <TextField
        id="answerOn"
        type="date"
        label={consulting.answerOn}
        hint={consulting.answerOnHint}
        reach="public"
        value={form.answerOn}
        error={missing('answerOn', consulting.answerOn)}
        onValue={(answerOn) => set({ answerOn })}
      />
    </fieldset>
  )
}

function daysOf(window: WindowCheck): number {
  return 'days' in window ? window.days : 0
}
