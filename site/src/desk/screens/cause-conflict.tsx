import type { CauseStatement } from '#contract/lineage-api.ts'
import type { Cause } from '#core/causes.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { localMoment } from '../rules/local-time.ts'

/** Two people named the cause of one article: both sentences side by side, one choice. */
export function CauseConflict(props: {
  theirs: Cause
  mine: Pick<CauseStatement, 'kind' | 'sentence'>
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
      <h3>{lineage.conflictTitle}</h3>
      <p>{deciding.conflictSay}</p>
      <div class="texts both">
        <div class="voice">
          <span class="text-name">{deciding.theirs}</span>
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
          {deciding.keepTheirs}
        </Button>
        <Button kind="quiet" onPress={props.onMine} busy={props.busy} busyWords={words.saving}>
          {deciding.keepMine}
        </Button>
      </div>
    </div>
  )
}
