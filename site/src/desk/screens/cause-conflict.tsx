import type { CauseStatement, OfficeCauses } from '#contract/lineage-api.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { localMoment } from '../rules/local-time.ts'

/** Two people named the cause of one article: both sentences side by side, whose each is, one choice. */
export function CauseConflict(props: {
  theirs: OfficeCauses['causes'][number]
  mine: CauseStatement
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const words = useWords()
  const { offset } = useSession()
  const { deciding, lineage } = words
  const { theirs, mine } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h3>{lineage.conflictTitle(theirs.statedByName)}</h3>
      <p>{lineage.conflictSay}</p>
      <div class="texts both">
        <div class="voice">
          <span class="text-name">{lineage.writtenBy(theirs.statedByName)}</span>
          <p>
            <b>{lineage.causeKinds[theirs.kind]}</b>
          </p>
          <p>{theirs.sentence}</p>
          <p class="soft">{deciding.decidedAt(localMoment(theirs.statedAt, offset))}</p>
        </div>
        <div class="voice">
          <span class="text-name">{deciding.yours}</span>
          <p>
            <b>{lineage.causeKinds[mine.kind]}</b>
          </p>
          <p>{mine.sentence}</p>
        </div>
      </div>
      <div class="buttons">
        <Button kind="quiet" onPress={props.onTheirs}>
          {lineage.keepTheirs(theirs.statedByName)}
        </Button>
        <Button kind="quiet" onPress={props.onMine} busy={props.busy} busyWords={words.saving}>
          {deciding.keepMine}
        </Button>
      </div>
    </div>
  )
}
