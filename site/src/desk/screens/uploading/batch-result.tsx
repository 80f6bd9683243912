import type { BatchAnswer } from '#contract/batch-api.ts'
import type { Ref } from 'preact'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { isFailed } from '../../rules/upload-run.ts'
import { AnswerDownloads } from './answer-downloads.tsx'
import { BatchReceipts } from './batch-receipts.tsx'
import { RowList } from './row-list.tsx'
import { Sums } from './upload-verdicts.tsx'

/** Counts first, then what failed or is to be mended by row and column; the receipts to hand out fold away. */
export function BatchResult(props: {
  answer: Omit<BatchAnswer, 'batchId'>
  heading: Ref<HTMLHeadingElement>
  billTitle: string
  busy: boolean
  onRetry: (rows: readonly number[]) => void
}) {
  const { collecting, uploading, loading } = useWords()
  const { answer } = props
  const { stored, repeated, revised, refused } = answer
  const isRepeat = stored === 0 && revised === 0 && refused === 0 && repeated > 0
  const failed = answer.rows.filter(isFailed)
  const toMend = answer.rows.filter((row) => row.problems.length > 0 && !isFailed(row))
  return (
    <div class="batch-result">
      <h3 tabIndex={-1} ref={props.heading}>
        {collecting.resultTitle}
      </h3>
      <p role="status" class={isRepeat || refused === 0 ? 'told' : undefined}>
        {isRepeat ? collecting.same : collecting.counts(stored, repeated, revised, refused)}
      </p>
      <Sums counts={answer} names={collecting.verdictNames} />
      {answer.rows.length > 0 && <AnswerDownloads rows={answer.rows} billTitle={props.billTitle} />}
      <RowList
        title={uploading.failedTitle(failed.length)}
        say={uploading.failedSay}
        rows={failed}
        action={({ row }) => (
          <Button kind="text" onPress={() => props.onRetry([row])} busy={props.busy} busyWords={loading}>
            {uploading.retryRow}
          </Button>
        )}
      >
        {failed.length > 1 && (
          <p>
            <Button
              kind="quiet"
              onPress={() => props.onRetry(failed.map(({ row }) => row))}
              busy={props.busy}
              busyWords={loading}
            >
              {uploading.retryAll(failed.length)}
            </Button>
          </p>
        )}
      </RowList>
      <RowList title={collecting.problemsTitle(toMend.length)} say={collecting.problemsSay} rows={toMend} />
      <BatchReceipts rows={answer.rows} billTitle={props.billTitle} />
    </div>
  )
}
