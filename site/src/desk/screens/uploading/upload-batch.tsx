import type { BatchLook } from '#contract/mapping-api.ts'
import type { ColumnMapping } from '#core/batch/column-mapping.ts'
import { useRef, useState } from 'preact/hooks'
import { batches, type UploadFile } from '../../api/batches.ts'
import { FileChoice } from '../../parts/file-choice.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useShelf } from '../../parts/shelf.ts'
import { clientId, randomBytes } from '../../rules/client-id.ts'
import { MapColumns } from './map-columns.tsx'
import { StoreBatch } from './store-batch.tsx'
import { UploadVerdicts } from './upload-verdicts.tsx'

/** 20 MB, as contract/limits.ts says; asked here first so that nobody waits for a refusal. */
const maxBytes = 20 * 1024 * 1024

interface UploadPlace {
  consultationId: string
  billTitle: string
  categories: readonly string[]
  onStored: () => void
  onMapping: () => void
}

/** A table is chosen, looked at, its columns named when they are not ours, and stored. */
export function UploadBatch(props: UploadPlace) {
  const { collecting, uploading, loading } = useWords()
  const [upload, setUpload] = useState<UploadFile>()
  const [look, setLook] = useState<BatchLook>()
  const [isStoring, setStoring] = useState(false)
  const [refused, setRefused] = useState('')
  const [sent, setSent] = useState(0)
  const shelf = useShelf()
  const doing = useDoing()
  const lookAt = (next: UploadFile) =>
    doing.run(async () => {
      setUpload(next)
      setStoring(false)
      setSent(0)
      setLook(undefined)
      setLook(await batches.look(next, (share) => setSent(Math.round(share * 100))))
    })
  const choose = async (chosen: File) => {
    const problem = problemOf(chosen, collecting)
    setRefused(problem)
    setLook(undefined)
    setStoring(false)
    doing.clear()
    if (problem !== '') return setUpload(undefined)
    // Read once into memory: a file saved over in Excel while it is sent would make the browser give up. One id per
    // choice of a file: pressing again after a lost answer names the same batch.
    const file = new File([await chosen.arrayBuffer()], chosen.name)
    const { consultationId } = props
    lookAt({ batchId: clientId('b', randomBytes()), consultationId, file, for: shelf })
  }
  return (
    <>
      <div class="form">
        <FileChoice
          label={collecting.file}
          hint={collecting.drop}
          accept=".xlsx,.csv"
          file={upload?.file}
          onFile={(file) => void choose(file)}
        />
        {refused && (
          <p class="error" role="alert">
            {refused}
          </p>
        )}
        <TroubleBox trouble={doing.trouble} />
        {doing.trouble && upload && (
          <p>
            <Button kind="quiet" onPress={() => lookAt(upload)} busy={doing.busy} busyWords={loading}>
              {uploading.notThis}
            </Button>
          </p>
        )}
        {doing.busy && (
          <p role="status" class="soft">
            {uploading.looking(sent)}
          </p>
        )}
      </div>
      {upload && look && !isStoring && (
        <Looked {...props} upload={upload} look={look} onLook={lookAt} onStore={() => setStoring(true)} />
      )}
      {upload && isStoring && (
        <StoreBatch
          key={upload.batchId}
          upload={upload}
          billTitle={props.billTitle}
          onStored={props.onStored}
        />
      )}
    </>
  )
}

function problemOf(file: File, collecting: { wrongType: string; tooLarge: string }): string {
  if (!/\.(xlsx|csv)$/i.test(file.name)) return collecting.wrongType
  return file.size > maxBytes ? collecting.tooLarge : ''
}

/** What was seen: its verdicts when the columns are known, else the columns to name. */
function Looked(
  props: UploadPlace & {
    upload: UploadFile
    look: BatchLook
    onLook: (upload: UploadFile) => void
    onStore: () => void
  },
) {
  const { upload, look, onLook } = props
  const [isMapping, setMapping] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const { readBy, verdicts } = look
  const held = readBy?.kind === 'mapping' ? readBy.mapping : undefined
  const saved = (mapping: ColumnMapping) => {
    props.onMapping()
    onLook({ ...upload, mapping: mapping.id, headerRow: undefined })
  }
  return (
    <div class="upload-look" ref={top}>
      {verdicts && readBy && !isMapping ? (
        <UploadVerdicts
          look={{ ...look, readBy, verdicts }}
          onSheet={(sheet) => onLook({ ...upload, sheet, mapping: undefined })}
          onMap={() => setMapping(true)}
          onStore={props.onStore}
        />
      ) : (
        <MapColumns
          key={`${look.layout.sheet} ${look.layout.headerRow}`}
          layout={look.layout}
          held={held}
          categories={props.categories}
          onSheet={(sheet) => onLook({ ...upload, sheet, mapping: 'none' })}
          onHeaderRow={(headerRow) => onLook({ ...upload, headerRow, mapping: 'none' })}
          onSaved={saved}
          onCancel={verdicts ? () => setMapping(false) : undefined}
        />
      )}
    </div>
  )
}
