import type { OfficeConsultation } from '#contract/office-api.ts'
import type { JointAnswerShown } from '#contract/opinion-work-api.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { ProvisionId } from '#core/ids.ts'
import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { opinionWork } from '../../api/opinion-work.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { DoOrLeave } from '../../parts/do-or-leave.tsx'
import { useWords } from '../../parts/language.tsx'
import { isSaveKey } from '../../../parts/save-key.ts'
import { RecentReasons, rememberReason } from '../../parts/recent-reasons.tsx'
import { useSession } from '../../parts/session.tsx'
import { pointingOutcomes } from '../../rules/decision-check.ts'
import { type PointedWords, resultingInput } from '../../rules/decision-input.ts'
import { localMoment } from '../../rules/local-time.ts'
import { OutcomeKeys } from './outcome-keys.tsx'
import { ResultingWordsFields } from './resulting-words.tsx'

interface Props {
  held: OfficeConsultation
  article: string
  name: string
  newest: boolean
  /** Entries of the log the list knew: what came later is not answered unseen. */
  known: number
  undecided: number
  answers: readonly JointAnswerShown[]
  onAnswered: () => void
}

/** What is left of an article answered at once, openly: the list is shown before, and all of it can be taken back. */
export function ArticleAnswer(props: Props) {
  const words = useWords()
  const { working } = words
  const { offset } = useSession()
  const [open, setOpen] = useState(false)
  const [told, setTold] = useState<string>()
  const undoing = useDoing()
  const undo = (answerId: string) =>
    undoing.run(async () => {
      const { count, kept } = await opinionWork.undoAnswer(props.held.consultation.id, answerId)
      setTold(working.undone(count, kept ?? 0))
      props.onAnswered()
    })
  return (
    <div class="at-once">
      {props.answers.map((answer) => (
        <p class="soft small" key={answer.id}>
          {working.answeredAtOnce(
            answer.count,
            words.outcomeNames[answer.outcome],
            localMoment(answer.decidedAt, offset),
          )}{' '}
          {answer.undoneAt ? (
            working.answeredUndone
          ) : (
            <Button kind="text" onPress={() => undo(answer.id)} busy={undoing.busy}>
              {working.undoRest}
            </Button>
          )}
        </p>
      ))}
      <TroubleBox trouble={undoing.trouble} />
      {told && <Done>{told}</Done>}
      {props.undecided > 1 && !open && (
        <Button
          kind="quiet"
          onPress={() => {
            setTold(undefined)
            setOpen(true)
          }}
        >
          {working.restAtOnce(props.undecided)}
        </Button>
      )}
      {open && (
        <AnswerForm
          {...props}
          onSaved={(answer) => {
            setOpen(false)
            setTold(`${working.restSaved(answer.count)}${answer.left ? working.restLeft(answer.left) : ''}`)
            props.onAnswered()
          }}
          onCancel={() => setOpen(false)}
        />
      )}
    </div>
  )
}

const listed = 100

/** One answer to many, as typed. */
interface AnswerTyped extends PointedWords {
  id: string
  outcome: Outcome | ''
  reason: string
}

function AnswerForm(props: Props & { onSaved: (answer: JointAnswerShown) => void; onCancel: () => void }) {
  const words = useWords()
  const { working } = words
  const { article, newest, undecided } = props
  const consultationId = props.held.consultation.id
  const filter = { article, undecided: true, ...(newest && { newest }) }
  const waiting = useLoaded(() => office.opinions(consultationId, filter, { limit: listed }), 'waiting')
  const form = useKept<AnswerTyped>(`answer ${consultationId} ${article}`, () => ({
    id: crypto.randomUUID(),
    outcome: '',
    reason: '',
    draftId: props.held.laterDrafts.at(-1)?.id ?? '',
    // Listed under an article of the newest draft: that is where their words are, if anywhere.
    provisionId: newest && article !== 'whole' ? article : '',
    quote: '',
  }))
  const { id, outcome, reason } = form.value
  const isPointing = outcome !== '' && pointingOutcomes.includes(outcome)
  const doing = useDoing()
  const [missing, setMissing] = useState(false)
  const save = () => {
    const pointsAt = isPointing ? resultingInput(form.value) : {}
    const isWhole =
      outcome !== '' && reason.trim() !== '' && (!isPointing || pointsAt.resulting !== undefined)
    setMissing(!isWhole)
    if (!isWhole || !waiting.data) return
    const known = waiting.data.known
    doing.run(async () => {
      const said = { outcome, reason: reason.trim(), ...pointsAt }
      const answer = { id, article, known, ...said, ...(newest && { newest }) }
      const stored = await opinionWork.answerArticle(consultationId, answer)
      form.forget()
      rememberReason(consultationId, said.reason)
      props.onSaved(stored)
    })
  }
  return (
    <div
      class="decide form"
      role="group"
      aria-label={working.restTitle(props.name, undecided)}
      onKeyDown={(event) => isSaveKey(event) && !doing.busy && save()}
    >
      <h3>{working.restTitle(props.name, undecided)}</h3>
      <p class="soft small">{working.restSay}</p>
      <OutcomeKeys value={outcome} onValue={(value) => form.set({ outcome: value })} />
      <AreaField
        label={working.restReason}
        hint={words.deciding.reasonHint}
        reach="public"
        max={2000}
        value={reason}
        {...(missing && (outcome === '' || reason.trim() === '') && { error: working.restMissing })}
        onValue={(value) => form.set({ reason: value })}
      />
      <RecentReasons
        consultationId={consultationId}
        typed={reason}
        onReason={(value) => form.set({ reason: value })}
      />
      {isPointing && (
        <>
          <p class="soft small">{working.restSameWords}</p>
          <ResultingWordsFields
            held={props.held}
            about={newest || article === 'whole' ? null : (article as ProvisionId)}
            typed={form.value}
            set={form.set}
          />
          {missing && form.value.provisionId === '' && (
            <p class="error" role="alert">
              {working.restWordsMissing}
            </p>
          )}
        </>
      )}
      <details open>
        <summary>{working.restList}</summary>
        {!waiting.data && !waiting.trouble && <Waiting />}
        <ol class="rest-list">
          {waiting.data?.opinions.map((opinion) => (
            <li key={opinion.id}>
              <b>{words.deciding.number(opinion.n + 1)}</b> {opinion.verbatim}
            </li>
          ))}
        </ol>
        {undecided > listed && <p class="soft">{working.restMore(undecided - listed)}</p>}
      </details>
      <TroubleBox trouble={doing.trouble ?? waiting.trouble} />
      <DoOrLeave busy={doing.busy} onDo={save} onLeave={props.onCancel}>
        {working.restSave(undecided)}
      </DoOrLeave>
    </div>
  )
}
