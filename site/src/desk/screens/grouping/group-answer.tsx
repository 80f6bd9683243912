import type { GroupAnswerShown, GroupDecisionReport, GroupMember, OfficeGroup } from '#contract/groups-api.ts'
import type { OfficeConsultation } from '#contract/office-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { stampOf } from '../../../i18n/names.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useWords } from '../../parts/language.tsx'
import { rememberReason } from '../../parts/recent-reasons.tsx'
import { isSaveKey } from '../../../parts/save-key.ts'
import { decisionInput, typedDecision, type DecisionTyped } from '../../rules/decision-input.ts'
import { DecisionConflict } from '../deciding/decision-conflict.tsx'
import { DecisionFields } from '../deciding/decision-fields.tsx'
import { sayReport, useGroupWriting, type GroupWriting } from './write-group-answer.tsx'

interface AnswerProps {
  held: OfficeConsultation
  group: OfficeGroup
  members: readonly GroupMember[]
  mayWrite: boolean
  /** What to say of it. */
  onWritten: (sentence: string) => void
}

/** The one answer to a group: what it says, who is still without it, and the way to write or change it (R16). */
export function GroupAnswer(props: AnswerProps) {
  const words = useWords()
  const { grouping } = words
  const { group, mayWrite } = props
  const { answer, undecided } = group
  const [open, setOpen] = useState(false)
  const toggle = useRef<HTMLDivElement>(null)
  const outcome = answer?.decision.outcome
  return (
    <section class="group-answer">
      <h3>{grouping.answerTitle}</h3>
      {outcome && (
        <p class="decision">
          <span class={stampOf[outcome]}>{words.outcomeNames[outcome]}</span>
          <span>
            {answer.decision.reason ?? ''}
            {answer.decision.resulting?.quote && <ins> {answer.decision.resulting.quote}</ins>}
          </span>
        </p>
      )}
      {!outcome && !open && <p class="soft">{grouping.answerLead}</p>}
      {mayWrite && !open && (
        <div class="buttons" ref={toggle}>
          {answer && undecided > 0 && <AcceptAll {...props} answer={answer} />}
          <Button kind={answer ? 'quiet' : undefined} onPress={() => setOpen(true)}>
            {answer ? grouping.changeAnswer : grouping.answerGroup}
          </Button>
        </div>
      )}
      {open && <AnswerForm {...props} onClose={() => setOpen(false)} />}
    </section>
  )
}

/** Members that came later: one press gives them all the answer that stands. */
function AcceptAll(props: AnswerProps & { answer: GroupAnswerShown }) {
  const { grouping } = useWords()
  const { group, answer } = props
  const writing = useGroupWriting(props)
  return (
    <>
      <Button
        onPress={() => writing.write(answer.decision, answer.rev)}
        busy={writing.busy}
        busyWords={writing.progress}
      >
        {grouping.acceptAll(group.undecided)}
      </Button>
      <TroubleBox trouble={writing.trouble} />
    </>
  )
}

/** Who gave an answer and when. */
function givenOf({ decidedAt, decidedByName, rev }: GroupAnswerShown) {
  return { decidedAt, decidedByName, rev }
}

function AnswerForm(props: AnswerProps & { onClose: () => void }) {
  const words = useWords()
  const { grouping } = words
  const { held, group, members } = props
  const newest = held.laterDrafts.at(-1)?.id ?? ''
  const standing = group.answer && { ...group.answer.decision, ...givenOf(group.answer) }
  const form = useKept<DecisionTyped>(`group ${held.consultation.id} ${group.id}`, () =>
    typedDecision(standing, newest),
  )
  const [missing, setMissing] = useState(false)
  const writing = useGroupWriting({
    ...props,
    onWritten: (sentence) => {
      form.forget()
      rememberReason(held.consultation.id, form.value.reason)
      props.onWritten(sentence)
    },
  })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const save = (rev: number) => {
    setMissing(form.value.outcome === '')
    if (form.value.outcome !== '') writing.write(decisionInput(form.value), rev)
  }
  const { theirs, kept } = writing
  if (theirs)
    return (
      <DecisionConflict
        title={grouping.conflictAnswer}
        theirs={{ ...theirs.decision, ...givenOf(theirs) }}
        mine={form.value}
        busy={writing.busy}
        onTheirs={() => {
          form.forget()
          props.onWritten('')
        }}
        onMine={() => save(theirs.rev)}
      />
    )
  if (kept)
    return (
      <Kept
        report={kept}
        members={members}
        writing={writing}
        typed={form.value}
        onSeen={() => (form.forget(), props.onWritten(sayReport(kept, grouping)))}
      />
    )
  const decided = group.size - group.undecided
  return (
    <div
      class="decide form"
      role="group"
      aria-label={grouping.answerTitle}
      ref={box}
      onKeyDown={(event) => isSaveKey(event) && !writing.busy && save(group.answer?.rev ?? 0)}
    >
      <DecisionFields held={held} opinion={group.leader} typed={form.value} set={form.set} />
      <div class="reach">
        {group.undecided > 0 && <p>{grouping.answerOpen(group.undecided)}</p>}
        {decided > 0 && <p>{grouping.answerDecided(decided)}</p>}
      </div>
      {missing && (
        <p class="error" role="alert">
          {grouping.outcomeMissing}
        </p>
      )}
      <TroubleBox trouble={writing.trouble} />
      <div class="buttons">
        <Button onPress={() => save(group.answer?.rev ?? 0)} busy={writing.busy} busyWords={writing.progress}>
          {grouping.saveAnswer(group.undecided)}
        </Button>
        <Button kind="quiet" onPress={() => (form.forget(), props.onClose())}>
          {words.cancel}
        </Button>
      </div>
      <p role="status" class="unseen">
        {writing.busy ? writing.progress : ''}
      </p>
    </div>
  )
}

/** Those decided alone kept their own: said openly, and given the answer only when asked. */
function Kept(props: {
  report: GroupDecisionReport
  members: readonly GroupMember[]
  writing: GroupWriting
  typed: DecisionTyped
  onSeen: () => void
}) {
  const { grouping } = useWords()
  const { report, members, writing } = props
  const known = members.filter(({ opinion }) => report.keptIds.includes(opinion.id))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="kept" role="group" tabIndex={-1} ref={box} aria-label={grouping.answerTitle}>
      <p role="status">{sayReport(report, grouping)}</p>
      {known.length > 0 && (
        <p class="soft">
          {grouping.keptNumbers(grouping.numbers(known.map(({ opinion }) => opinion.n + 1)))}
        </p>
      )}
      <TroubleBox trouble={writing.trouble} />
      <div class="buttons">
        <Button kind="quiet" onPress={props.onSeen}>
          {grouping.seen}
        </Button>
        <Button
          kind="quiet"
          busy={writing.busy}
          busyWords={writing.progress}
          onPress={() => writing.write(decisionInput(props.typed), report.answer.rev, report.keptIds)}
        >
          {grouping.also(report.kept)}
        </Button>
      </div>
    </div>
  )
}
