import type { CauseStatement, OfficeCauses } from '#contract/lineage-api.ts'
import { ConflictBox, ConflictSide } from '../../parts/conflict-box.tsx'
import { useWords } from '../../parts/language.tsx'

/** Two people named the cause of one article: both sentences side by side, whose each is, one choice. */
export function CauseConflict(props: {
  theirs: OfficeCauses['causes'][number]
  mine: CauseStatement
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const { deciding, lineage } = useWords()
  const { theirs, mine, busy, onTheirs, onMine } = props
  const who = theirs.statedByName
  return (
    <ConflictBox
      title={lineage.conflictTitle(who)}
      theirs={{ name: lineage.keepTheirs(who), onChoose: onTheirs }}
      mine={{ name: deciding.keepMine, onChoose: onMine, busy }}
    >
      <p>{lineage.conflictSay}</p>
      <div class="texts both">
        <ConflictSide name={lineage.writtenBy(who)} at={theirs.statedAt}>
          <CauseWords cause={theirs} />
        </ConflictSide>
        <ConflictSide name={deciding.yours}>
          <CauseWords cause={mine} />
        </ConflictSide>
      </div>
    </ConflictBox>
  )
}

function CauseWords({ cause }: { cause: CauseStatement }) {
  const { lineage } = useWords()
  return (
    <>
      <p>
        <b>{lineage.causeKinds[cause.kind]}</b>
      </p>
      <p>{cause.sentence}</p>
    </>
  )
}
