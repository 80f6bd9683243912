import type { TableLayout } from '#contract/mapping-api.ts'
import { useState } from 'preact/hooks'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../parts/language.tsx'
import { SheetChoice } from './upload-verdicts.tsx'

/** The beginning of a file as it stands, and which row holds the titles. */
export function FirstRows(props: {
  layout: TableLayout
  onSheet?: ((sheet: string) => void) | undefined
  onHeaderRow?: ((row: number) => void) | undefined
}) {
  const { uploading } = useWords()
  const { layout, onHeaderRow } = props
  const [row, setRow] = useState(String(layout.headerRow))
  const asked = Number(row.normalize('NFKC'))
  const mayAsk = Number.isInteger(asked) && asked >= 1 && asked <= 100 && asked !== layout.headerRow
  if (layout.firstRows.length === 0) return null
  return (
    <>
      {props.onSheet && <SheetChoice sheet={layout.sheet} sheets={layout.sheets} onSheet={props.onSheet} />}
      <div class="first-rows" role="region" aria-label={uploading.firstRows} tabIndex={0}>
        <table>
          <caption>{uploading.firstRows}</caption>
          <tbody>
            {layout.firstRows.map(({ row: number, cells }) => (
              <tr key={number} class={number === layout.headerRow ? 'titles' : undefined}>
                <th scope="row">{number}</th>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onHeaderRow && (
        <div class="header-row">
          <TextField label={uploading.headerRow} value={row} onValue={setRow} max={3} />
          <Button kind="quiet" disabled={!mayAsk} onPress={() => onHeaderRow(asked)}>
            {uploading.headerAgain}
          </Button>
        </div>
      )}
    </>
  )
}
