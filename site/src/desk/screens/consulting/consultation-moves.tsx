import type { OfficeConsultation } from '#contract/office-api.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { DoOrLeave } from '../../parts/do-or-leave.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { closingMoment, instantOf } from '../../rules/local-time.ts'

interface MoveProps {
  consultation: OfficeConsultation['consultation']
  onMoved: (sentence: string) => void
  onLeave: () => void
}

/** Extending and withdrawing: rare, on record, asked twice. */
export function ConsultationMoves(props: {
  held: OfficeConsultation
  onChanged: (sentence: string) => void
}) {
  const { consulting } = useWords()
  const { offset } = useSession()
  const { consultation, state } = props.held
  const [open, setOpen] = useState<'extend' | 'withdraw'>()
  const [typed, setTyped] = useState({ on: '', time: '', reason: '' })
  const mayExtend = state === 'open' || state === 'scheduled'
  const mayWithdraw = mayExtend || state === 'closed'
  if (!mayWithdraw && consultation.extensions.length === 0) return null
  const move: MoveProps = {
    consultation,
    onMoved: (sentence) => {
      setOpen(undefined)
      props.onChanged(sentence)
    },
    onLeave: () => setOpen(undefined),
  }
  return (
    <section>
      <h2>{consulting.manage}</h2>
      {consultation.extensions.map(({ at, from, to, reason }) => (
        <p key={at}>
          {consulting.extensionLine(closingMoment(from, offset), closingMoment(to, offset), reason)}
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
      {open === 'extend' && <Extend {...move} typed={typed} onTyped={setTyped} />}
      {open === 'withdraw' && <Withdraw {...move} />}
    </section>
  )
}

interface ExtensionTyped {
  on: string
  time: string
  reason: string
}

function Extend(props: MoveProps & { typed: ExtensionTyped; onTyped: (typed: ExtensionTyped) => void }) {
  const { consulting, trouble } = useWords()
  const { offset } = useSession()
  const doing = useDoing()
  const [refused, setRefused] = useState('')
  const { consultation, typed, onTyped } = props
  const reason = typed.reason.trim()
  const extend = () => {
    const closesAt = instantOf(typed.on, typed.time, 'end', offset)
    setRefused(
      !closesAt
        ? trouble.fieldMissing(consulting.extendTo)
        : reason === ''
          ? trouble.fieldMissing(consulting.extendReason)
          : '',
    )
    if (!closesAt || reason === '') return
    doing.run(async () => {
      await office.extend(consultation.id, { closesAt, reason }, consultation.rev)
      props.onMoved(consulting.extended)
    })
  }
  return (
    <>
      <div class="ask form">
        <div class="pair">
          <TextField
            type="date"
            label={consulting.extendTo}
            value={typed.on}
            onValue={(on) => onTyped({ ...typed, on })}
          />
          <TextField
            type="time"
            label={consulting.extendTime}
            hint={consulting.closesTimeHint}
            value={typed.time}
            onValue={(time) => onTyped({ ...typed, time })}
          />
        </div>
        <AreaField
          label={consulting.extendReason}
          hint={consulting.extendReasonHint}
          reach="public"
          max={500}
          value={typed.reason}
          onValue={(written) => onTyped({ ...typed, reason: written })}
        />
        {refused && (
          <p class="error" role="alert">
            {refused}
          </p>
        )}
        <DoOrLeave busy={doing.busy} onDo={extend} onLeave={props.onLeave}>
          {consulting.extendSure}
        </DoOrLeave>
      </div>
      <TroubleBox trouble={doing.trouble} />
    </>
  )
}

function Withdraw({ consultation, onMoved, onLeave }: MoveProps) {
  const { consulting } = useWords()
  const doing = useDoing()
  const withdraw = () =>
    doing.run(async () => {
      await office.withdraw(consultation.id, consultation.rev)
      onMoved(consulting.withdrawn)
    })
  return (
    <>
      <div class="ask">
        <p>{consulting.withdrawSay}</p>
        <DoOrLeave kind="grave" busy={doing.busy} onDo={withdraw} onLeave={onLeave}>
          {consulting.withdrawSure}
        </DoOrLeave>
      </div>
      <TroubleBox trouble={doing.trouble} />
    </>
  )
}
