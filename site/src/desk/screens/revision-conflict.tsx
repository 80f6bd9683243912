import type { OpinionRevision, RevisionInput } from '#contract/revision-api.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { RevisionLine } from './revision-history.tsx'

export type TypedRevision = Required<Omit<RevisionInput, 'settles'>>

/** Two people worked on the same opinion: both wordings, one choice; whatever is chosen, both stay in the history. */
export function RevisionConflict(props: {
  theirs: OpinionRevision
  mine: TypedRevision
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const words = useWords()
  const { point } = words
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h3>{point.conflictTitle}</h3>
      <p>{point.conflictSay}</p>
      <div class="texts both">
        <Side name={point.theirs} texts={props.theirs}>
          <p class="soft">
            <RevisionLine revision={props.theirs} />
          </p>
        </Side>
        <Side name={point.mine} texts={props.mine} />
      </div>
      <div class="buttons">
        <Button kind="quiet" onPress={props.onTheirs}>
          {point.keepTheirs}
        </Button>
        <Button kind="quiet" onPress={props.onMine} busy={props.busy} busyWords={words.saving}>
          {point.keepMine}
        </Button>
      </div>
    </div>
  )
}

function Side(props: { name: string; texts: RevisionInput; children?: preact.ComponentChildren }) {
  const { point } = useWords()
  const { drafted, proposedText, reason } = props.texts
  const texts: [string, string | undefined][] = [
    [point.drafted, drafted],
    [point.proposedText, proposedText],
    [point.reason, reason],
  ]
  return (
    <div class="voice">
      <b>{props.name}</b>
      {texts.map(([name, text]) => (
        <div key={name}>
          <span class="text-name">{name}</span>
          <p>{text || point.nothingThere}</p>
        </div>
      ))}
      {props.children}
    </div>
  )
}
