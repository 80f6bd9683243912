import type { OfficeOpinion } from '#contract/office-api.ts'
import { ConflictBox, ConflictSide } from '../../parts/conflict-box.tsx'
import { useWords } from '../../parts/language.tsx'
import type { DecisionTyped } from '../../rules/decision-input.ts'

/** Two people decided the same opinion: both decisions side by side, one choice. */
export function DecisionConflict(props: {
  /** Said instead of naming one opinion; `''`: nobody knows who. */
  title?: (who: string) => string
  theirs: OfficeOpinion['decision']
  mine: DecisionTyped
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const { deciding, outcomeNames } = useWords()
  const { theirs, mine, busy, onTheirs, onMine, title = deciding.conflictTitle } = props
  const who = theirs?.decidedByName ?? ''
  return (
    <ConflictBox
      title={title(who)}
      theirs={{ name: deciding.keepTheirs(who), onChoose: onTheirs }}
      mine={{ name: deciding.keepMine, onChoose: onMine, busy }}
    >
      <p>{deciding.conflictSay}</p>
      <div class="texts both">
        <ConflictSide name={deciding.theirs(who)} at={theirs?.decidedAt}>
          <DecisionWords
            outcome={theirs?.outcome ? outcomeNames[theirs.outcome] : deciding.undecided}
            reason={theirs?.reason}
            quote={theirs?.resulting?.quote}
            internal={theirs ?? {}}
          />
        </ConflictSide>
        <ConflictSide name={deciding.yours}>
          <DecisionWords
            outcome={mine.outcome === '' ? deciding.undecided : outcomeNames[mine.outcome]}
            reason={mine.reason}
            quote={mine.quote}
            internal={mine}
          />
        </ConflictSide>
      </div>
    </ConflictBox>
  )
}

const internalFields = ['proposal', 'note', 'responsible'] as const

function DecisionWords(props: {
  outcome: string
  reason: string | undefined
  quote: string | undefined
  /** Notes that only colleagues read can differ too, and must not be lost unseen. */
  internal: { [Field in (typeof internalFields)[number]]?: string | undefined }
}) {
  const { deciding, colon } = useWords()
  return (
    <>
      <p>
        <b>{props.outcome}</b>
      </p>
      {props.reason && <p>{props.reason}</p>}
      {props.quote && (
        <p>
          <ins>{props.quote}</ins>
        </p>
      )}
      {internalFields.map(
        (field) =>
          props.internal[field] && (
            <p class="internal" key={field}>
              <b>
                {deciding[field]}
                {colon}
              </b>
              {props.internal[field]}
            </p>
          ),
      )}
    </>
  )
}
