import type { TableVerdicts } from '#contract/table-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { tableApi } from '../../api/table.ts'
import { FileChoice } from '../../parts/file-choice.tsx'
import { Button } from '../../../parts/button.tsx'
import { Link, TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { TableVerdictList } from './table-verdict-list.tsx'

/** Loads a filled table back: looked at first, rows chosen, then exactly those written. */
export function LoadBack(props: { consultationId: string; onApplied: () => void; onAgain: () => void }) {
  const words = useWords()
  const { deciding, table } = words
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<{ verdicts: TableVerdicts; applied: boolean }>()
  const [progress, setProgress] = useState('')
  const doing = useDoing()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (answer) heading.current?.focus()
  }, [answer])
  const send = (how: { apply: boolean; rows?: readonly number[] }) =>
    doing.run(async () => {
      if (!file) return
      const done = how.apply ? deciding.applying : deciding.checking
      const onProgress = (share: number) =>
        setProgress(share < 1 ? words.collecting.sending(Math.round(share * 100)) : done)
      // Read once into memory: a file saved over in Excel while it is sent would make the browser give up.
      const bytes = new Blob([await file.arrayBuffer()])
      try {
        const verdicts = await tableApi.load(props.consultationId, bytes, how, onProgress)
        setAnswer({ verdicts, applied: how.apply })
        if (how.apply) props.onApplied()
      } finally {
        setProgress('')
      }
    })
  return (
    <section>
      <h2>{deciding.loadTitle}</h2>
      <p class="measure">{deciding.tableLead}</p>
      <div class="form">
        <FileChoice
          label={deciding.loadFile}
          hint={deciding.loadDrop}
          accept=".xlsx,.csv,.docx"
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
            <Button onPress={() => send({ apply: false })} busy={doing.busy} busyWords={deciding.checking}>
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
          <h3 tabIndex={-1} ref={heading} class="load-result">
            {answer.applied ? deciding.doneTitle : deciding.dryTitle}
          </h3>
          {answer.applied ? (
            <>
              <p class="next">
                <Link to={{ screen: 'publish', consultationId: props.consultationId }}>
                  {table.toBulletin}
                </Link>
              </p>
              <TableVerdictList verdicts={answer.verdicts} consultationId={props.consultationId} />
            </>
          ) : (
            <Chosen {...props} verdicts={answer.verdicts} busy={doing.busy} onApply={send} />
          )}
        </>
      )}
    </section>
  )
}

/** The dry run with a box beside every row; nothing is unticked, so that one press writes all of it. */
function Chosen(props: {
  verdicts: TableVerdicts
  consultationId: string
  busy: boolean
  onApply: (how: { apply: boolean; rows?: readonly number[] }) => void
}) {
  const { deciding, table } = useWords()
  const { verdicts } = props
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const rows = verdicts.rows
    .filter(({ verdict, row }) => verdict === 'applied' && !left.has(row))
    .map(({ row }) => row)
  return (
    <>
      <TableVerdictList
        verdicts={verdicts}
        consultationId={props.consultationId}
        choice={{ left, onLeft: setLeft }}
      />
      {verdicts.applied === 0 ? (
        <p>{deciding.nothingToApply}</p>
      ) : (
        <div class="buttons in-reach">
          <Button
            onPress={() => props.onApply({ apply: true, rows })}
            busy={props.busy}
            busyWords={deciding.applying}
            disabled={rows.length === 0}
          >
            {table.applyChosen(rows.length)}
          </Button>
        </div>
      )}
    </>
  )
}
