import { useEffect, useRef, useState } from 'preact/hooks'
import { batches, type UploadFile } from '../../api/batches.ts'
import { Trouble } from '../../api/trouble.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { answerOf, newRun, takeLine, tryAgain, type UploadRun } from '../../rules/upload-run.ts'
import { BatchResult } from './batch-result.tsx'

/** More rows than these fit no address: then the whole file goes again, which doubles nothing. */
const mostNamedRows = 400

/** Stores a table and shows how far it is; goes on after a lost connection, and tries single rows again. */
export function StoreBatch(props: { upload: UploadFile; billTitle: string; onStored: () => void }) {
  const { uploading } = useWords()
  const [run, setRun] = useState<UploadRun>(newRun)
  const doing = useDoing()
  const heading = useRef<HTMLHeadingElement>(null)
  const store = (rows?: readonly number[]) =>
    doing.run(async () => {
      const only = rows !== undefined && rows.length <= mostNamedRows ? rows : undefined
      setRun(tryAgain)
      let isDone = false
      try {
        await batches.store(props.upload, only, (line) => {
          isDone ||= line.kind === 'done'
          setRun((before) => takeLine(before, line, only !== undefined))
        })
      } finally {
        props.onStored()
      }
      // An answer that ends without its last line was cut, however politely.
      if (!isDone) throw new Trouble('offline')
    })
  useEffect(() => store(), [])
  useEffect(() => {
    if (run.isDone) heading.current?.focus()
  }, [run.isDone])
  const answered = run.rows.size
  return (
    <div class="batch-run">
      {!run.isDone && (
        <>
          <Progress done={answered} total={run.total} />
          {doing.trouble ? (
            <>
              {answered > 0 && <p>{uploading.cut(answered)}</p>}
              <TroubleBox trouble={doing.trouble} />
              <Button onPress={() => store()} busy={doing.busy}>
                {uploading.goOn}
              </Button>
            </>
          ) : (
            <p class="soft">{uploading.stay}</p>
          )}
        </>
      )}
      {run.isDone && (
        <BatchResult
          answer={answerOf(run)}
          heading={heading}
          billTitle={props.billTitle}
          busy={doing.busy}
          onRetry={store}
        />
      )}
    </div>
  )
}

/** A bar that fills, the numbers beside it, told aloud only now and then. */
function Progress(props: { done: number; total: number }) {
  const { uploading, collecting } = useWords()
  const { done, total } = props
  return (
    <div class="upload-progress">
      <progress
        aria-label={uploading.progressLabel}
        max={Math.max(1, total)}
        value={total === 0 ? undefined : done}
      />
      <span>{total === 0 ? collecting.storing : uploading.progress(done, total)}</span>
    </div>
  )
}
