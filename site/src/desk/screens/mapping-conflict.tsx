import { batchColumns } from '#contract/batch-columns.ts'
import type { ColumnMapping } from '#core/column-mapping.ts'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../parts/button.tsx'
import { useWords } from '../parts/language.tsx'
import { ruleLine, type MappingForm } from '../rules/mapping-form.ts'

/** Two people changed one mapping: both beside each other, one choice. */
export function MappingConflict(props: {
  theirs: ColumnMapping | 'removed'
  mine: MappingForm
  busy: boolean
  onTheirs: (mapping: ColumnMapping) => void
  onMine: (over: ColumnMapping | 'new') => void
}) {
  const { uploading, saving } = useWords()
  const { theirs, mine } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const isRemoved = theirs === 'removed'
  return (
    <div class="error-summary conflict" role="alert" tabIndex={-1} ref={box}>
      <h4>{uploading.conflictTitle}</h4>
      <p>{isRemoved ? uploading.conflictRemoved : uploading.conflictSay}</p>
      {!isRemoved && (
        <div class="texts both">
          <Side title={uploading.theirs} form={theirs} />
          <Side title={uploading.mine} form={mine} />
        </div>
      )}
      <div class="buttons">
        {!isRemoved && (
          <Button kind="quiet" onPress={() => props.onTheirs(theirs)}>
            {uploading.useTheirs}
          </Button>
        )}
        <Button
          kind="quiet"
          onPress={() => props.onMine(isRemoved ? 'new' : theirs)}
          busy={props.busy}
          busyWords={saving}
        >
          {isRemoved ? uploading.saveAsNew : uploading.useMine}
        </Button>
      </div>
    </div>
  )
}

function Side(props: { title: string; form: MappingForm }) {
  const { uploading } = useWords()
  const { name, fields } = props.form
  return (
    <div class="voice">
      <b>{props.title}</b>
      <p>{name}</p>
      {batchColumns
        .filter(({ key }) => fields[key] !== undefined)
        .map(({ key }) => (
          <p key={key}>
            {uploading.fieldNames[key]} ← {ruleLine(fields[key])}
          </p>
        ))}
    </div>
  )
}
