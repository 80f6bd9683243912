import type { BatchLook } from '#contract/mapping-api.ts'
import { useEffect, useRef } from 'preact/hooks'
import { SelectField } from '../../parts/fields.tsx'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { RowList } from './row-list.tsx'

type ReadLook = Required<BatchLook>

/** What would become of a table, before anything is stored: numbers, what to mend, what to look at, and one button. */
export function UploadVerdicts(props: {
  look: ReadLook
  onSheet: (sheet: string) => void
  onMap: () => void
  onStore: () => void
}) {
  const { uploading, listSeparator } = useWords()
  const { layout, readBy, verdicts } = props.look
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { stored, revised, refused, repeated } = verdicts
  const toStore = stored + revised
  const refusedRows = verdicts.rows.filter(({ problems }) => problems.length > 0)
  const warned = verdicts.rows.filter(
    ({ problems, warnings }) => problems.length === 0 && (warnings?.length ?? 0) > 0,
  )
  const flagged = verdicts.rows.filter(
    ({ problems, warnings, flags }) => problems.length === 0 && !warnings?.length && flags.length > 0,
  )
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>
        {uploading.lookTitle}
      </h3>
      <p>
        {readBy.kind === 'mapping' ? uploading.readByMapping(readBy.mapping.name) : uploading.readByTemplate}{' '}
        {uploading.sheetLine(layout.rows, layout.headerRow)}{' '}
        <button type="button" class="jump" onClick={props.onMap}>
          {readBy.kind === 'mapping' ? uploading.changeMapping : uploading.notThis}
        </button>
      </p>
      <SheetChoice sheet={layout.sheet} sheets={layout.sheets} onSheet={props.onSheet} />
      <Sums counts={verdicts} names={uploading.will} />
      {verdicts.ignoredColumns.length > 0 && (
        <p class="soft">{uploading.ignored(verdicts.ignoredColumns.join(listSeparator))}</p>
      )}
      {toStore > 0 && (
        <div class="buttons">
          <Button onPress={props.onStore}>
            {refused > 0 ? uploading.storeSome(toStore, refused) : uploading.store(toStore)}
          </Button>
        </div>
      )}
      {toStore === 0 && repeated > 0 && (
        <p role="status" class="told">
          {uploading.nothingNew}
        </p>
      )}
      {toStore === 0 && repeated === 0 && (
        <p role="status" class="next">
          {uploading.nothingAtAll}
        </p>
      )}
      <RowList
        title={uploading.refusedTitle(refusedRows.length)}
        say={uploading.refusedSay}
        rows={refusedRows}
      />
      <RowList title={uploading.warnedTitle(warned.length)} say={uploading.warnedSay} rows={warned} />
      <RowList title={uploading.flaggedTitle(flagged.length)} rows={flagged} />
    </>
  )
}

/** Four numbers side by side. */
export function Sums(props: {
  counts: Record<'stored' | 'repeated' | 'revised' | 'refused', number>
  names: Record<'stored' | 'repeated' | 'revised' | 'refused', string>
}) {
  return (
    <div class="sum">
      {(['stored', 'repeated', 'revised', 'refused'] as const).map((verdict) => (
        <div key={verdict}>
          <b>{props.counts[verdict]}</b>
          {props.names[verdict]}
        </div>
      ))}
    </div>
  )
}

/** Which sheet of a workbook is read; nothing when there is but one. */
export function SheetChoice(props: {
  sheet: string
  sheets: readonly string[]
  onSheet: (sheet: string) => void
}) {
  const { uploading } = useWords()
  if (props.sheets.length < 2) return null
  return (
    <div class="form">
      <SelectField
        label={uploading.sheets}
        hint={uploading.sheetsSay(props.sheets.length)}
        value={props.sheet}
        onValue={props.onSheet}
        choices={props.sheets.map((name) => ({ value: name, name }))}
      />
    </div>
  )
}
