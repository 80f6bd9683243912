import type { OfficeConsultation, OfficeOpinion } from '#contract/office-api.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useDoing } from '../../parts/loading.ts'
import { DoOrLeave } from '../../parts/do-or-leave.tsx'
import { useWords } from '../../parts/language.tsx'
import { rememberReason } from '../../parts/recent-reasons.tsx'
import { isSaveKey } from '../../../parts/save-key.ts'
import { decisionInput, typedDecision, type DecisionTyped } from '../../rules/decision-input.ts'
import { DecisionConflict } from './decision-conflict.tsx'
import { DecisionFields } from './decision-fields.tsx'
import { findOpinion } from './find-opinion.ts'
import { Trouble } from '../../api/trouble.ts'

type StoredDecision = NonNullable<OfficeOpinion['decision']>

/** Decides one opinion in place: outcome, reason, the words it became. A colleague's write is shown, never overwritten. */
export function DecisionForm(props: {
  held: OfficeConsultation
  opinion: OfficeOpinion
  /** Chosen by its digit already: what is left is the reason. */
  begin?: Outcome | undefined
  /** `goOn`: the person is on the way to the next one. */
  onSaved: (decision: StoredDecision, goOn?: boolean) => void
  onCancel: () => void
}) {
  const words = useWords()
  const { deciding } = words
  const { held, opinion } = props
  const newest = held.laterDrafts.at(-1)?.id ?? ''
  const form = useKept<DecisionTyped>(`decision ${opinion.id}`, () => typedDecision(opinion.decision, newest))
  const doing = useDoing()
  const [theirs, setTheirs] = useState<OfficeOpinion>()
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.begin) form.set({ outcome: props.begin })
    first.current?.querySelector<HTMLElement>(props.begin ? 'textarea' : 'input')?.focus()
    first.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const typed = form.value

  const save = (rev: number, goOn = false) =>
    doing.run(async () => {
      const input = decisionInput(typed)
      try {
        const stored = await office.decide(held.consultation.id, opinion.id, input, rev)
        const { consultationId: _c, opinionId: _o, decidedBy: _b, ...decision } = stored
        form.forget()
        rememberReason(held.consultation.id, typed.reason)
        props.onSaved(decision, goOn)
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        const current = await findOpinion(held.consultation.id, opinion)
        if (!current) throw thrown
        setTheirs(current)
      }
    })

  if (theirs)
    return (
      <>
        <DecisionConflict
          theirs={theirs.decision}
          mine={typed}
          busy={doing.busy}
          onTheirs={() => {
            form.forget()
            if (theirs.decision) props.onSaved(theirs.decision)
          }}
          onMine={() => {
            setTheirs(undefined)
            save(theirs.decision?.rev ?? 0)
          }}
        />
        <TroubleBox trouble={doing.trouble} />
      </>
    )
  return (
    <div
      class="decide form"
      role="group"
      aria-label={deciding.decideNumber(opinion.n + 1)}
      ref={first}
      onKeyDown={(event) => {
        if (!isSaveKey(event) || doing.busy) return
        event.preventDefault()
        save(opinion.decision?.rev ?? 0, true)
      }}
    >
      <DecisionFields held={held} opinion={opinion} typed={typed} set={form.set} mayWait />
      <TroubleBox trouble={doing.trouble} />
      <DoOrLeave
        busy={doing.busy}
        onDo={() => save(opinion.decision?.rev ?? 0)}
        onLeave={() => {
          form.forget()
          props.onCancel()
        }}
      >
        {deciding.saveDecision}
      </DoOrLeave>
    </div>
  )
}
