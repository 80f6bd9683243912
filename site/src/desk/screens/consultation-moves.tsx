import type { OfficeConsultation } from '#contract/office-api.ts'
import { useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { AreaField } from '../../parts/area-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { Button } from '../../parts/button.tsx'
import { TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { DoOrLeave } from '../parts/do-or-leave.tsx'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { closingMoment, instantOf } from '../rules/local-time.ts'

/** Extending and withdrawing: rare, on record, asked twice. */
export function ConsultationMoves(props: {
  held: OfficeConsultation
  onChanged: (sentence: string) => void
}) {
  const words = useWords()
  const { offset } = useSession()
  const { consultation, state } = props.held
  const { consulting } = words
  const [open, setOpen] = useState<'extend' | 'withdraw'>()
  const doing = useDoing()
  const [form, setForm] = useState({ on: '', time: '', reason: '' })
  const [refused, setRefused] = useState('')
  const mayExtend = state === 'open' || state === 'scheduled'
  const mayWithdraw = mayExtend || state === 'closed'
  if (!mayWithdraw && consultation.extensions.length === 0) return null
  const extend = () => {
    const closesAt = instantOf(form.on, form.time, 'end', offset)
    const problem = !closesAt
      ? words.trouble.fieldMissing(consulting.extendTo)
      : form.reason.trim() === ''
        ? words.trouble.fieldMissing(consulting.extendReason)
        : ''
    setRefused(problem)
    if (problem !== '' || !closesAt) return
    doing.run(async () => {
      await office.extend(consultation.id, { closesAt, reason: form.reason.trim() }, consultation.rev)
      setOpen(undefined)
      props.onChanged(consulting.extended)
    })
  }
  const withdraw = () =>
    doing.run(async () => {
      await office.withdraw(consultation.id, consultation.rev)
      setOpen(undefined)
      props.onChanged(consulting.withdrawn)
    })
  return (
    <section>
      <h2>{consulting.manage}</h2>
      {consultation.extensions.map((extension) => (
        <p key={extension.at}>
          {consulting.extensionLine(
            closingMoment(extension.from, offset),
            closingMoment(extension.to, offset),
            extension.reason,
          )}
        </p>
      ))}
      {open === undefined && (
        <div class="buttons">
          {mayExtend && (
            <Button kind="quiet" onPress={() => setOpen('extend')}>
              {consulting.extend}
            </Button>
          )}
          {mayWithdraw && (
            <Button kind="text" onPress={() => setOpen('withdraw')}>
              {consulting.withdraw}
            </Button>
          )}
        </div>
      )}
      {open === 'extend' && (
        <div class="ask form">
          <div class="pair">
            <TextField
              type="date"
              label={consulting.extendTo}
              value={form.on}
              onValue={(on) => setForm({ ...form, on })}
            />
            <TextField
              type="time"
              label={consulting.extendTime}
              hint={consulting.closesTimeHint}
              value={form.time}
              onValue={(time) => setForm({ ...form, time })}
            />
          </div>
          <AreaField
            label={consulting.extendReason}
            hint={consulting.extendReasonHint}
            reach="public"
            max={500}
            value={form.reason}
            onValue={(reason) => setForm({ ...form, reason })}
          />
          {refused && (
            <p class="error" role="alert">
              {refused}
            </p>
          )}
          <DoOrLeave busy={doing.busy} onDo={extend} onLeave={() => setOpen(undefined)}>
            {consulting.extendSure}
          </DoOrLeave>
        </div>
      )}
      {open === 'withdraw' && (
        <div class="ask">
          <p>{consulting.withdrawSay}</p>
          <DoOrLeave kind="grave" busy={doing.busy} onDo={withdraw} onLeave={() => setOpen(undefined)}>
            {consulting.withdrawSure}
          </DoOrLeave>
        </div>
      )}
      <TroubleBox trouble={doing.trouble} />
    </section>
  )
}
