import type { BatchAnswer } from '#contract/batch-api.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { FileChoice } from '../parts/file-choice.tsx'
import { Button, TroubleBox } from '../parts/frame.tsx'
import { useDoing } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { clientId, randomBytes } from '../rules/client-id.ts'
import { BatchResult } from './batch-result.tsx'

/** 20 MB, as contract/limits.ts says; asked here first so that nobody waits for a refusal. */
const maxBytes = 20 * 1024 * 1024

/** Sends a filled-in table; sending it again is harmless. */
export function UploadBatch(props: { consultationId: string; billTitle: string; onUploaded: () => void }) {
  const { collecting, loading } = useWords()
  const [file, setFile] = useState<File>()
  const [answer, setAnswer] = useState<BatchAnswer>()
  const [refused, setRefused] = useState('')
  const [progress, setProgress] = useState('')
  const batchId = useRef('')
  const doing = useDoing()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (answer) heading.current?.focus()
  }, [answer])
  const choose = (chosen: File) => {
    const problem = !/\.(xlsx|csv)$/i.test(chosen.name)
      ? collecting.wrongType
      : chosen.size > maxBytes
        ? collecting.tooLarge
        : ''
    setRefused(problem)
    setAnswer(undefined)
    doing.clear()
    setFile(problem === '' ? chosen : undefined)
    // One id per choice of a file: pressing again after a lost answer names the same batch.
    batchId.current = clientId('b', randomBytes())
  }
  const upload = () =>
    doing.run(async () => {
      if (!file) return
      setProgress(collecting.sending(0))
      const onProgress = (share: number) =>
        setProgress(share < 1 ? collecting.sending(Math.round(share * 100)) : collecting.storing)
      // Read once into memory: a file saved over in Excel while it is sent would make the browser give up.
      const copy = new File([await file.arrayBuffer()], file.name)
      try {
        setAnswer(await office.upload(batchId.current, props.consultationId, copy, onProgress))
        props.onUploaded()
      } finally {
        setProgress('')
      }
    })
  return (
    <>
      <div class="form">
        <FileChoice
          label={collecting.file}
          hint={collecting.drop}
          accept=".xlsx,.csv"
          file={file}
          onFile={choose}
        />
        {refused && (
          <p class="error" role="alert">
            {refused}
          </p>
        )}
        <TroubleBox trouble={doing.trouble} />
        <div class="buttons">
          <Button onPress={upload} busy={doing.busy} busyWords={loading} disabled={!file}>
            {collecting.upload}
          </Button>
        </div>
        {progress && (
          <p role="status" class="soft">
            {progress}
          </p>
        )}
      </div>
      {answer && <BatchResult answer={answer} heading={heading} billTitle={props.billTitle} />}
    </>
  )
}
