import type { ColumnMapping } from '#core/batch/column-mapping.ts'
import { columnsLine } from '../../rules/mapping-form.ts'
import { useState } from 'preact/hooks'
import { batches } from '../../api/batches.ts'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing, type Loaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useShelf } from '../../parts/shelf.ts'
import { MapColumns } from './map-columns.tsx'

/** Tables of other channels this contact point knows: changed here without a file, or deleted. */
export function SavedMappings(props: {
  mappings: Loaded<{ mappings: ColumnMapping[] }>
  categories: readonly string[]
}) {
  const { uploading } = useWords()
  const { data, trouble, reload } = props.mappings
  const [open, setOpen] = useState<{ id: string; what: 'change' | 'remove' }>()
  const close = () => {
    setOpen(undefined)
    reload()
  }
  return (
    <details class="saved-mappings">
      <summary>{uploading.saved}</summary>
      <TroubleBox trouble={trouble} onRetry={reload} />
      {data?.mappings.length === 0 && <p>{uploading.savedNone}</p>}
      {data && data.mappings.length > 0 && <p class="soft">{uploading.savedSay}</p>}
      {data?.mappings.map((mapping) => (
        <article key={mapping.id}>
          <p>
            <b>{mapping.name}</b>
            <br />
            <span class="soft">{uploading.reads(columnsLine(mapping, uploading.fieldNames))}</span>
          </p>
          <p class="buttons">
            <Button kind="quiet" onPress={() => setOpen({ id: mapping.id, what: 'change' })}>
              {uploading.change}
            </Button>
            <Button kind="quiet" onPress={() => setOpen({ id: mapping.id, what: 'remove' })}>
              {uploading.remove}
            </Button>
          </p>
          {open?.id === mapping.id && open.what === 'remove' && <Remove mapping={mapping} onDone={close} />}
          {open?.id === mapping.id && open.what === 'change' && (
            <MapColumns
              layout={layoutWithoutFile(mapping)}
              held={mapping}
              categories={props.categories}
              onSaved={close}
              onCancel={() => setOpen(undefined)}
            />
          )}
        </article>
      ))}
    </details>
  )
}

function Remove(props: { mapping: ColumnMapping; onDone: () => void }) {
  const words = useWords()
  const { mapping, onDone } = props
  const shelf = useShelf()
  const doing = useDoing()
  return (
    <div class="next">
      <p>{words.uploading.removeSay(mapping.name)}</p>
      <TroubleBox trouble={doing.trouble} />
      <p class="buttons">
        <Button
          kind="grave"
          busy={doing.busy}
          onPress={() =>
            doing.run(async () => {
              await batches.removeMapping(mapping.id, mapping.rev, shelf)
              onDone()
            })
          }
        >
          {words.uploading.removeNow}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {words.cancel}
        </Button>
      </p>
    </div>
  )
}

/** The titles are known from the table it was made on; samples are not kept. */
function layoutWithoutFile({ headers }: ColumnMapping) {
  const columns = headers.map((title) => ({ title, samples: [] }))
  return { sheet: '', sheets: [], headerRow: 1, firstRows: [], columns, rows: 0, guesses: {} }
}
