import type { OpinionRevision } from '#contract/revision-api.ts'
import type { TextPiece } from '#core/text/word-diff.ts'
import { pointDesk } from '../../api/point.ts'
import { Waiting } from '../../../parts/waiting.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'
import { type RevisionStep, revisionSteps } from '../../rules/revision-pieces.ts'

/** Who made what of an opinion, when (R9): every revision, its words marked against the one it corrects. */
export function RevisionHistory(props: { consultationId: string; opinionId: string }) {
  const words = useWords()
  const { consultationId, opinionId } = props
  const { data, trouble, reload } = useLoaded(
    () => pointDesk.history(consultationId, opinionId),
    `history ${opinionId}`,
  )
  if (!data) return trouble ? <TroubleBox trouble={trouble} onRetry={reload} /> : <Waiting />
  return (
    <ol class="history" aria-label={words.point.historyTitle}>
      {revisionSteps(data.revisions).map((step) => (
        <li key={step.revision.id}>
          <Step step={step} />
        </li>
      ))}
    </ol>
  )
}

function Step(props: { step: RevisionStep }) {
  const { point } = useWords()
  const { revision, texts, hasTwin } = props.step
  return (
    <>
      <p class="source">
        <RevisionLine revision={revision} />
        {hasTwin && <span class="flag">{point.beside}</span>}
        {!revision.logged && <span class="flag">{point.revising}</span>}
      </p>
      {texts.length === 0 && <p class="soft">{point.nothingChanged}</p>}
      {texts.map(({ field, pieces }) => (
        <RevisedText key={field} field={field} pieces={pieces} />
      ))}
    </>
  )
}

/** 在工作台整理 · 周海燕 · 2026-11-10 10:00; what a device took down says on which, and both times (OFFLINE rows 11, 25). */
export function RevisionLine(props: { revision: OpinionRevision }) {
  const { point } = useWords()
  const { offset } = useSession()
  const { road, recordedBy, receivedAt, collectedAt, device } = props.revision
  const isOwn = road === 'taken' && recordedBy === undefined
  const name = isOwn ? point.onlineSelf : point.roads[road]
  const received = localMoment(receivedAt, offset)
  const at = collectedAt ? point.takenAndReceived(localMoment(collectedAt, offset), received) : received
  return <>{point.byWhom(name, recordedBy ?? '', device ? point.onDevice(device) : '', at)}</>
}

function RevisedText(props: { field: RevisionStep['texts'][number]['field']; pieces: readonly TextPiece[] }) {
  const words = useWords()
  const { field, pieces } = props
  const names = {
    verbatim: words.deciding.verbatim,
    drafted: words.point.drafted,
    proposedText: words.point.proposedText,
    reason: words.point.reason,
  }
  return (
    <div class={field === 'verbatim' ? 'voice said' : 'voice'}>
      <span class="text-name">{names[field]}</span>
      <p class="compared">
        {pieces.map(({ kind, text }, place) =>
          kind === 'added' ? (
            <ins key={place}>{text}</ins>
          ) : kind === 'removed' ? (
            <del key={place}>{text}</del>
          ) : (
            text
          ),
        )}
      </p>
    </div>
  )
}
