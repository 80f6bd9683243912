import { batches as uploads } from '../../api/batches.ts'
import { office } from '../../api/office.ts'
import { TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useShelf } from '../../parts/shelf.ts'
import { EarlierBatches } from './earlier-batches.tsx'
import { SavedMappings } from './saved-mappings.tsx'
import { UploadBatch } from './upload-batch.tsx'

/** A table brought in, how its columns are read, and what was brought in before. */
export function UploadDesk(props: {
  consultationId: string
  billTitle: string
  categories: readonly string[]
  title: string
  say: string
  mayUpload: boolean
  onStored: () => void
}) {
  const { collecting, uploading } = useWords()
  const shelf = useShelf()
  const { consultationId: id } = props
  const batches = useLoaded(() => office.batches(id, shelf), `batches ${id} ${shelf}`)
  const mappings = useLoaded(() => uploads.mappings(shelf), `mappings ${shelf}`)
  return (
    <>
      <section>
        <h2>{props.title}</h2>
        <p class="measure">{props.say}</p>
        {props.mayUpload && (
          <>
            <p class="measure">{uploading.chooseSay}</p>
            <UploadBatch
              consultationId={id}
              billTitle={props.billTitle}
              categories={props.categories}
              onMapping={mappings.reload}
              onStored={() => {
                batches.reload()
                props.onStored()
              }}
            />
            <SavedMappings mappings={mappings} categories={props.categories} />
          </>
        )}
      </section>
      <section>
        <h2>{collecting.earlier}</h2>
        <TroubleBox trouble={batches.trouble} onRetry={batches.reload} />
        {batches.data && <EarlierBatches batches={batches.data.batches} />}
      </section>
    </>
  )
}
