import type { OfficeOpinion } from '#contract/office-api.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../parts/frame.tsx'
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
          at={theirs ? deciding.decidedAt(localMoment(theirs.decidedAt, offset)) : ''}
        />
        <Side
          name={deciding.yours}
          outcome={mine.outcome === '' ? deciding.undecided : words.outcomeNames[mine.outcome]}
          reason={mine.reason}
          quote={mine.quote}
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

function Side(props: { name: string; outcome: string; reason: string; quote: string; at: string }) {
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
      {props.at && <p class="soft">{props.at}</p>}
    </div>
  )
}
