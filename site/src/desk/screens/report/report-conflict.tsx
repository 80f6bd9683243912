import type { ReportDesk, ReportInput } from '#contract/report-api.ts'
import { ConflictBox } from '../../parts/conflict-box.tsx'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'
import { reportDifferences } from '../../rules/report-differences.ts'

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
    <ConflictBox
      title={point.reportConflict}
      heading="h2"
      theirs={{ name: point.takeTheirs, onChoose: props.onTheirs }}
      mine={{ name: point.overwrite, onChoose: props.onMine, busy: props.busy }}
    >
      {last && <p>{point.reportConflictBy(theirs.names[last.by] ?? '', localMoment(last.at, offset))}</p>}
      <p>{parts.length === 0 ? point.reportSame : point.reportDiffers(parts.join(words.listSeparator))}</p>
      {documentNumber && (
        <p class="soft">{point.reportTheirs(point.documentNumber, theirs.documentNumber)}</p>
      )}
      {head && <p class="soft">{point.reportTheirs(point.reportOpening, theirs.head)}</p>}
      <p>{point.reportConflictSay}</p>
    </ConflictBox>
  )
}
