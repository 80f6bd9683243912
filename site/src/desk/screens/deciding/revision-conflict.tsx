import type { OpinionRevision, RevisionInput } from '#contract/revision-api.ts'
import { ConflictBox } from '../../parts/conflict-box.tsx'
import { useWords } from '../../parts/language.tsx'
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
  const { point } = useWords()
  return (
    <ConflictBox
      title={point.conflictTitle}
      theirs={{ name: point.keepTheirs, onChoose: props.onTheirs }}
      mine={{ name: point.keepMine, onChoose: props.onMine, busy: props.busy }}
    >
      <p>{point.conflictSay}</p>
      <div class="texts both">
        <Side name={point.theirs} texts={props.theirs}>
          <p class="soft">
            <RevisionLine revision={props.theirs} />
          </p>
        </Side>
        <Side name={point.mine} texts={props.mine} />
      </div>
    </ConflictBox>
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
