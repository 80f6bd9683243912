import { batchColumns } from '#contract/batch-columns.ts'
import type { ColumnMapping } from '#core/batch/column-mapping.ts'
import { ConflictBox } from '../../parts/conflict-box.tsx'
import { useWords } from '../../parts/language.tsx'
import { ruleLine, type MappingForm } from '../../rules/mapping-form.ts'

/** Two people changed one mapping: both beside each other, one choice. */
export function MappingConflict(props: {
  theirs: ColumnMapping | 'removed'
  mine: MappingForm
  busy: boolean
  onTheirs: (mapping: ColumnMapping) => void
  onMine: (over: ColumnMapping | 'new') => void
}) {
  const { uploading } = useWords()
  const { theirs, mine } = props
  const isRemoved = theirs === 'removed'
  return (
    <ConflictBox
      title={uploading.conflictTitle}
      heading="h4"
      theirs={isRemoved ? undefined : { name: uploading.useTheirs, onChoose: () => props.onTheirs(theirs) }}
      mine={{
        name: isRemoved ? uploading.saveAsNew : uploading.useMine,
        onChoose: () => props.onMine(isRemoved ? 'new' : theirs),
        busy: props.busy,
      }}
    >
      <p>{isRemoved ? uploading.conflictRemoved : uploading.conflictSay}</p>
      {!isRemoved && (
        <div class="texts both">
          <Side title={uploading.theirs} form={theirs} />
          <Side title={uploading.mine} form={mine} />
        </div>
      )}
    </ConflictBox>
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
