import type { OfficeOpinion } from '#contract/office-api.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import type { DecisionTyped } from '../rules/decision-input.ts'
import { localMoment } from '../rules/local-time.ts'

/** Two people decided the same opinion: both decisions side by side, one choice. */
export function DecisionConflict(props: {
  /** Said instead of naming one opinion. */
  title?: string
  theirs: OfficeOpinion['decision']
  mine: DecisionTyped
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const words = useWords()
  const { offset } = useSession()
  const { deciding } = words
  const { theirs, mine } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h3>{props.title ?? deciding.conflictTitle}</h3>
      <p>{deciding.conflictSay}</p>
      <div class="texts both">
        <Side
          name={deciding.theirs}
          outcome={theirs?.outcome ? words.outcomeNames[theirs.outcome] : deciding.undecided}
          reason={theirs?.reason ?? ''}
          quote={theirs?.resulting?.quote ?? ''}
          internal={internalOf(theirs)}
          at={theirs ? deciding.decidedAt(localMoment(theirs.decidedAt, offset)) : ''}
        />
        <Side
          name={deciding.yours}
          outcome={mine.outcome === '' ? deciding.undecided : words.outcomeNames[mine.outcome]}
          reason={mine.reason}
          quote={mine.quote}
          internal={internalOf(mine)}
          at=""
        />
      </div>
      <div class="buttons">
        <Button kind="quiet" onPress={props.onTheirs}>
          {deciding.keepTheirs}
        </Button>
        <Button kind="quiet" onPress={props.onMine} busy={props.busy} busyWords={words.saving}>
          {deciding.keepMine}
        </Button>
      </div>
    </div>
  )
}

type Internal = Partial<Record<'proposal' | 'note' | 'responsible', string>>

/** Notes that only colleagues read can differ too, and must not be lost unseen. */
function internalOf(held: { [K in keyof Internal]?: string | undefined } | undefined): Internal {
  const { proposal = '', note = '', responsible = '' } = held ?? {}
  return { proposal, note, responsible }
}

function Side(props: {
  name: string
  outcome: string
  reason: string
  quote: string
  internal: Internal
  at: string
}) {
  const { deciding, colon } = useWords()
  return (
    <div class="voice">
      <span class="text-name">{props.name}</span>
      <p>
        <b>{props.outcome}</b>
      </p>
      {props.reason && <p>{props.reason}</p>}
      {props.quote && (
        <p>
          <ins>{props.quote}</ins>
        </p>
      )}
      {(['proposal', 'note', 'responsible'] as const).map(
        (name) =>
          props.internal[name] && (
            <p class="internal" key={name}>
              <b>
                {deciding[name]}
                {colon}
              </b>
              {props.internal[name]}
            </p>
          ),
      )}
      {props.at && <p class="soft">{props.at}</p>}
    </div>
  )
}
