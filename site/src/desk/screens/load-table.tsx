import type { TableVerdicts } from '#contract/table-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { FileChoice } from '../parts/file-choice.tsx'
import { Button, TroubleBox, Waiting } from '../parts/frame.tsx'
import { useDoing, useLoaded } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { ConsultationFrame } from './consultation-frame.tsx'
import { TableVerdictList } from './table-verdict-list.tsx'

/** What goes out as Excel comes back as Excel (R17): download, load back dry, look, then write. */
export function LoadTable(props: { consultationId: string }) {
  const words = useWords()
  const { deciding } = words
  const loaded = useLoaded(() => office.consultation(props.consultationId), props.consultationId)
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<{ verdicts: TableVerdicts; applied: boolean }>()
  const [progress, setProgress] = useState('')
  const doing = useDoing()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (answer) heading.current?.focus()
  }, [answer])
  if (!loaded.data)
    return loaded.trouble ? <TroubleBox trouble={loaded.trouble} onRetry={loaded.reload} /> : <Waiting />
  const send = (apply: boolean) =>
    doing.run(async () => {
      if (!file) return
      const onProgress = (share: number) =>
        setProgress(
          share < 1
            ? words.collecting.sending(Math.round(share * 100))
            : apply
              ? deciding.applying
              : deciding.checking,
        )
      // Read once into memory: a file saved over in Excel while it is sent would make the browser give up.
      const bytes = new Blob([await file.arrayBuffer()])
      try {
        setAnswer({
          verdicts: await office.loadTable(props.consultationId, bytes, apply, onProgress),
          applied: apply,
        })
        if (apply) loaded.reload()
      } finally {
        setProgress('')
      }
    })
  return (
    <ConsultationFrame held={loaded.data} section="table">
      <section>
        <h2>{deciding.tableTitle}</h2>
        <p class="measure">{deciding.tableLead}</p>
        <p>
          <a class="button" href={office.tableAddress(props.consultationId)} download>
            {deciding.downloadTable}
          </a>
        </p>
      </section>
      <section>
        <h2>{deciding.loadTitle}</h2>
        <div class="form">
          <FileChoice
            label={deciding.loadFile}
            hint={deciding.loadDrop}
            accept=".xlsx"
            file={file}
            onFile={(chosen) => {
              setFile(chosen)
              setAnswer(undefined)
              doing.clear()
            }}
          />
          <TroubleBox trouble={doing.trouble} />
          {file && !answer && (
            <div class="buttons">
              <Button onPress={() => send(false)} busy={doing.busy} busyWords={deciding.checking}>
                {deciding.check}
              </Button>
            </div>
          )}
          {progress && (
            <p role="status" class="soft">
              {progress}
            </p>
          )}
        </div>
        {answer && (
          <>
            <h3 tabIndex={-1} ref={heading}>
              {answer.applied ? deciding.doneTitle : deciding.dryTitle}
            </h3>
            <TableVerdictList
              verdicts={answer.verdicts}
              applied={answer.applied}
              consultationId={props.consultationId}
            />
            {!answer.applied && answer.verdicts.applied === 0 && <p>{deciding.nothingToApply}</p>}
            {!answer.applied && answer.verdicts.applied > 0 && (
              <div class="buttons">
                <Button onPress={() => send(true)} busy={doing.busy} busyWords={deciding.applying}>
                  {deciding.apply}
                </Button>
              </div>
            )}
          </>
        )}
      </section>
    </ConsultationFrame>
  )
}
