import type { OfficeConsultation, OfficeOpinion } from '#contract/office-api.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { stampOf } from '../../../i18n/names.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSaved } from '../../parts/saved-line.tsx'
import { useSession } from '../../parts/session.tsx'
import { decisionOwes } from '../../rules/decision-owes.ts'
import { localMoment } from '../../rules/local-time.ts'
import { SourceLine } from '../../parts/source-line.tsx'
import { DecisionForm } from './decision-form.tsx'
import { focusNextWaiting, isTyping } from './opinion-steps.ts'
import { outcomeOfKey } from './outcome-keys.tsx'
import { RevisionHistory } from './revision-history.tsx'
import { WhereNow } from './where-now.tsx'

/** One opinion: both texts side by side (R9), where it came from, its decision, and the form to decide it in place. */
export function OpinionCard(props: {
  held: OfficeConsultation
  opinion: OfficeOpinion
  wanted: boolean
  /** The provision it is about, where the list does not say so. */
  under?: string | undefined
  onChanged: (opinion: OfficeOpinion) => void
}) {
  const words = useWords()
  const { me } = useSession()
  const { opinion } = props
  const mayDecide = me.role === 'legislator'
  const [open, setOpen] = useState(props.wanted && mayDecide)
  const [begin, setBegin] = useState<Outcome>()
  const saySaved = useSaved()
  const card = useRef<HTMLElement>(null)
  const toggle = useRef<HTMLDivElement>(null)
  const texts = useRef<HTMLDivElement>(null)
  const [isWhole, setWhole] = useState(false)
  const [isCut, setCut] = useState(false)
  useEffect(() => {
    if (props.wanted) card.current?.scrollIntoView({ block: 'start' })
    const box = texts.current
    setCut(box !== null && box.scrollHeight > box.clientHeight + 4)
  }, [])
  const show = (outcome?: Outcome) => {
    setBegin(outcome)
    setOpen(true)
  }
  const close = (goOn = false) => {
    setOpen(false)
    // Focus goes on to what is still to be decided, or back to where the form was opened from.
    setTimeout(() => {
      if (!goOn || !card.current || !focusNextWaiting(card.current))
        toggle.current?.querySelector('button')?.focus()
    })
  }
  return (
    <article
      class={open ? 'opinion open' : 'opinion'}
      ref={card}
      tabIndex={-1}
      aria-label={words.deciding.number(opinion.n + 1)}
      data-waiting={!opinion.decision?.outcome || undefined}
      onKeyDown={(event) => {
        const outcome = outcomeOfKey(event)
        if (!outcome || !mayDecide || open || isTyping(event.target)) return
        event.preventDefault()
        show(outcome)
      }}
    >
      {props.under && <p class="kind">{props.under}</p>}
      <div class={isWhole || open ? 'whole-texts' : 'whole-texts clamped'} ref={texts}>
        <OpinionTexts opinion={opinion} />
      </div>
      {isCut && !open && (
        <button
          type="button"
          class="button text"
          data-key="whole"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? words.working.collapse : words.working.expand}
        </button>
      )}
      <WhereNow held={props.held} place={opinion.now} was={opinion.provisionLabel} />
      {opinion.sameCount !== undefined && opinion.sameCount > 1 && (
        <p class="soft">{words.working.sameKind(opinion.sameCount)}</p>
      )}
      <div class="decision-row" ref={toggle} data-key="decide">
        <DecisionLine opinion={opinion} held={props.held} />
        {mayDecide && !open && (
          <Button
            kind="quiet"
            onPress={() => show()}
            label={
              opinion.decision?.outcome
                ? `${words.deciding.change} ${words.deciding.number(opinion.n + 1)}`
                : words.deciding.decideNumber(opinion.n + 1)
            }
          >
            {opinion.decision?.outcome ? words.deciding.change : words.deciding.decide}
          </Button>
        )}
      </div>
      {opinion.supersedes.length > 0 && (
        <CardHistory consultationId={props.held.consultation.id} opinion={opinion} />
      )}
      {open && (
        <DecisionForm
          held={props.held}
          opinion={opinion}
          begin={begin}
          onSaved={(decision, goOn) => {
            // Where the words are by now is known again when the list is read again.
            const { wordsNow: _, ...kept } = opinion
            props.onChanged({ ...kept, decision })
            saySaved(opinion.n + 1, words.deciding.savedDecision(opinion.n + 1))
            close(goOn)
          }}
          onCancel={() => close()}
        />
      )}
    </article>
  )
}

/** Who edited what, on demand: an opinion that was corrected has a history (R9). */
function CardHistory(props: { consultationId: string; opinion: OfficeOpinion }) {
  const { point } = useWords()
  const [open, setOpen] = useState(false)
  const { opinion } = props
  return (
    <>
      <Button kind="text" label={point.historyOf(opinion.n + 1)} onPress={() => setOpen(!open)}>
        {open ? point.hideHistory : point.history}
      </Button>
      {open && <RevisionHistory consultationId={props.consultationId} opinionId={opinion.id} />}
    </>
  )
}

/** Verbatim and drafted, what is proposed and why, with everything a reader should know beside it. */
export function OpinionTexts(props: { opinion: OfficeOpinion }) {
  const words = useWords()
  const { offset } = useSession()
  const { opinion } = props
  const flags = [...new Set([...(opinion.late ? (['late'] as const) : []), ...opinion.flags])]
  return (
    <>
      <p class="source">
        <b>{words.deciding.number(opinion.n + 1)}</b> {words.changeTypeNames[opinion.changeType]} ·{' '}
        <SourceLine source={opinion} />{' '}
        <span class="soft nowrap">{words.deciding.receivedAt(localMoment(opinion.receivedAt, offset))}</span>
        {flags.map((flag) => (
          <span class="flag" key={flag}>
            {words.flagNames[flag]}
          </span>
        ))}
        {opinion.unsettled && <span class="flag">{words.point.unsettled}</span>}
        {opinion.supersedes.length > 0 && (
          <span class="flag">{words.deciding.revisions(opinion.supersedes.length)}</span>
        )}
      </p>
      <div class={opinion.drafted ? 'texts both' : 'texts'}>
        <Text name={words.deciding.verbatim} text={opinion.verbatim} said />
        {opinion.drafted && <Text name={words.deciding.drafted} text={opinion.drafted} />}
      </div>
      {(opinion.proposedText || opinion.reason) && (
        <div class="texts both">
          {opinion.proposedText && <Text name={words.deciding.proposed} text={opinion.proposedText} />}
          {opinion.reason && <Text name={words.deciding.reasonGiven} text={opinion.reason} />}
        </div>
      )}
    </>
  )
}

function Text(props: { name: string; text: string; said?: boolean }) {
  return (
    <div class={props.said ? 'voice said' : 'voice'}>
      <span class="text-name">{props.name}</span>
      <p lang="zh-CN">{props.text}</p>
    </div>
  )
}

function DecisionLine(props: { opinion: OfficeOpinion; held: OfficeConsultation }) {
  const words = useWords()
  const decision = props.opinion.decision
  const owed = decisionOwes(decision)
  return (
    <div class="decision-lines">
      {decision?.outcome ? (
        <p class="decision">
          <span class={stampOf[decision.outcome]}>{words.outcomeNames[decision.outcome]}</span>
          <span lang="zh-CN">
            {decision.reason ?? ''}
            {decision.resulting?.quote && <ins> {decision.resulting.quote}</ins>}
          </span>
          <WhereNow held={props.held} place={props.opinion.wordsNow} />
          {owed.length > 0 && (
            <span class="flag">{words.deciding.owes(owed.map((gap) => words.deciding.gaps[gap]))}</span>
          )}
        </p>
      ) : (
        <p class="decision soft">{words.deciding.undecided}</p>
      )}
      <InternalLine decision={decision} />
    </div>
  )
}

/** What only colleagues read, set apart from what will be published. */
function InternalLine({ decision }: { decision: OfficeOpinion['decision'] }) {
  const { working, colon } = useWords()
  const { proposal, note, responsible } = decision ?? {}
  if (!proposal && !note && !responsible) return null
  return (
    <div class="internal">
      {proposal && (
        <p>
          <b>
            {working.internalNow}
            {colon}
          </b>
          <span lang="zh-CN">{proposal}</span>
        </p>
      )}
      {note && (
        <p>
          <b>
            {working.noteNow}
            {colon}
          </b>
          <span lang="zh-CN">{note}</span>
        </p>
      )}
      {responsible && <p class="soft">{working.responsibleNow(responsible)}</p>}
    </div>
  )
}
