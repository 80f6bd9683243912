import type { ReportDesk, ReportInput } from '#contract/report-api.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { localMoment } from '../rules/local-time.ts'
import { reportDifferences } from '../rules/report-differences.ts'

/** A colleague stored the same report first: who, when, and where the two differ, before one is chosen. */
export function ReportConflict(props: {
  desk: ReportDesk
  theirs: ReportDesk['reports'][number]
  mine: ReportInput
  busy: boolean
  onTheirs: () => void
  onMine: () => void
}) {
  const words = useWords()
  const { point } = words
  const { offset } = useSession()
  const { theirs, mine, desk } = props
  const box = useRef<HTMLDivElement>(null)
  // The button that led here is at the foot of a long page.
  useEffect(() => box.current?.focus(), [])
  const last = theirs.history.at(-1)
  const { documentNumber, head, articles } = reportDifferences(mine, theirs)
  const labelOf = (id: string | null) =>
    desk.articles.find(({ provisionId }) => provisionId === id)?.label || words.whole
  const parts = [
    ...(documentNumber ? [point.documentNumber] : []),
    ...(head ? [point.reportOpening] : []),
    ...articles.map(labelOf),
  ]
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h2>{point.reportConflict}</h2>
      {last && <p>{point.reportConflictBy(theirs.names[last.by] ?? '', localMoment(last.at, offset))}</p>}
      <p>{parts.length === 0 ? point.reportSame : point.reportDiffers(parts.join(words.listSeparator))}</p>
      {documentNumber && (
        <p class="soft">{point.reportTheirs(point.documentNumber, theirs.documentNumber)}</p>
      )}
      {head && <p class="soft">{point.reportTheirs(point.reportOpening, theirs.head)}</p>}
      <p>{point.reportConflictSay}</p>
      <div class="buttons">
        <Button kind="quiet" onPress={props.onTheirs}>
          {point.takeTheirs}
        </Button>
        <Button kind="quiet" onPress={props.onMine} busy={props.busy} busyWords={words.saving}>
          {point.overwrite}
        </Button>
      </div>
    </div>
  )
}
