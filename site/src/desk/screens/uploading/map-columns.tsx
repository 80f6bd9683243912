import type { TableLayout } from '#contract/mapping-api.ts'
import type { BatchField, ColumnMapping } from '#core/batch/column-mapping.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { batches } from '../../api/batches.ts'
import { troubleOf } from '../../api/trouble.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { MendList, TroubleBox } from '../../parts/frame.tsx'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useShelf } from '../../parts/shelf.ts'
import { clientId, randomBytes } from '../../rules/client-id.ts'
import {
  formOf,
  inputOf,
  mainFields,
  otherFields,
  unmapped,
  withRule,
  type MappingForm,
} from '../../rules/mapping-form.ts'
import { FirstRows } from './first-rows.tsx'
import { MapField } from './map-field.tsx'
import { MappingConflict } from './mapping-conflict.tsx'

/** Which column of a table is what: said once by a person, remembered for the contact point. */
export function MapColumns(props: {
  layout: TableLayout
  held?: ColumnMapping | undefined
  categories: readonly string[]
  onSheet?: (sheet: string) => void
  onHeaderRow?: (row: number) => void
  onSaved: (mapping: ColumnMapping) => void
  onCancel?: (() => void) | undefined
}) {
  const words = useWords()
  const { uploading } = words
  const { layout } = props
  const [held, setHeld] = useState(props.held)
  const [form, setForm] = useState<MappingForm>(() => formOf(layout, held))
  const [round, setRound] = useState(0)
  const [theirs, setTheirs] = useState<ColumnMapping | 'removed'>()
  const shelf = useShelf()
  const newId = useRef(clientId('m', randomBytes()))
  const doing = useDoing()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const mends = mendsOf(form, words)
  /** Over what is held, over a colleague's, or as a mapping of its own. */
  const save = (over: ColumnMapping | 'new' | undefined = held) => {
    setRound(round + 1)
    if (mends.length > 0) return
    doing.run(async () => {
      const target = over === 'new' ? undefined : over
      if (over === 'new') newId.current = clientId('m', randomBytes())
      try {
        const id = target?.id ?? newId.current
        props.onSaved(await batches.putMapping(id, inputOf(form, layout.columns), target?.rev ?? 0, shelf))
      } catch (thrown) {
        if (troubleOf(thrown).kind !== 'changed' || target === undefined) throw thrown
        const { mappings } = await batches.mappings(shelf)
        setTheirs(mappings.find(({ id }) => id === target.id) ?? 'removed')
      }
    })
  }
  const field = (key: BatchField) => (
    <MapField
      key={key}
      field={key}
      rule={form.fields[key]}
      columns={layout.columns}
      categories={props.categories}
      wrong={round > 0 && unmapped(form).includes(key)}
      onRule={(rule) => setForm((before) => withRule(before, key, rule))}
    />
  )
  return (
    <div class="map-columns">
      <h3 tabIndex={-1} ref={heading}>
        {held ? uploading.editTitle(held.name) : uploading.unknownTitle}
      </h3>
      <p class="measure">{uploading.unknownSay}</p>
      <FirstRows layout={layout} onSheet={props.onSheet} onHeaderRow={props.onHeaderRow} />
      <MendList mends={mends} round={round} />
      <div class="map-fields">{mainFields.map(field)}</div>
      <details class="map-more">
        <summary>{uploading.moreFields}</summary>
        <div class="map-fields">{otherFields.map(field)}</div>
      </details>
      <div class="form">
        <TextField
          id="mapping-name"
          label={uploading.sourceName}
          hint={uploading.sourceNameHint}
          value={form.name}
          max={40}
          error={round > 0 && form.name.trim() === '' ? uploading.mendName : undefined}
          onValue={(name) => setForm({ ...form, name })}
        />
      </div>
      <TroubleBox trouble={doing.trouble} />
      {theirs && (
        <MappingConflict
          theirs={theirs}
          mine={form}
          busy={doing.busy}
          onTheirs={(mapping) => {
            setHeld(mapping)
            setForm(formOf(layout, mapping))
            setTheirs(undefined)
          }}
          onMine={(over) => {
            setTheirs(undefined)
            save(over)
          }}
        />
      )}
      <div class="buttons">
        <Button onPress={() => save()} busy={doing.busy} busyWords={words.saving}>
          {uploading.saveMapping}
        </Button>
        {props.onCancel && (
          <Button kind="quiet" onPress={props.onCancel}>
            {words.cancel}
          </Button>
        )}
      </div>
    </div>
  )
}

function mendsOf(form: MappingForm, words: ReturnType<typeof useWords>): { id: string; text: string }[] {
  const { uploading } = words
  const fields = unmapped(form).map((key) => {
    return { id: `map-${key}`, text: uploading.mendField(uploading.fieldNames[key]) }
  })
  return form.name.trim() === '' ? [...fields, { id: 'mapping-name', text: uploading.mendName }] : fields
}
