import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import type { OpinionId } from '#core/ids.ts'
import { outcomeNames } from '#core/names.ts'
import { openGuardedZip } from '../../../functions/documents/guarded-zip.ts'
import { opinionTableCsv } from '../../../functions/documents/opinion-table-csv.ts'
import { opinionTableDocx } from '../../../functions/documents/opinion-table-docx.ts'
import { editInLibreOffice } from '../../support/edit-in-libreoffice.ts'
import { hasWriter, saveInLibreOffice, soffice } from '../../support/libreoffice.ts'
import { decisionsOf, fileOf, loadTable, tableRows, tableScene } from '../../support/table-scene.ts'
import { collect as collectBytes } from '../../support/workbook-builder.ts'

const head = { title: '云溪市社区公共座椅管理规定', subtitle: '征求意见稿' }

/** The table as it is saved after editing, in each format that comes back. */
const filesOf = {
  xlsx: fileOf,
  csv: (rows: Iterable<OpinionTableRow>) => collectBytes(opinionTableCsv(each(rows))),
  docx: (rows: Iterable<OpinionTableRow>) => collectBytes(opinionTableDocx(each(rows), head)),
}

async function* each<T>(rows: Iterable<T>): AsyncGenerator<T> {
  yield* rows
}

test.each(['xlsx', 'csv', 'docx'] as const)(
  'rows shuffled, deleted and edited at random come back from .%s as exactly the edits, a second time as none',
  { timeout: 60_000 },
  async (format) => {
    const scene = await tableScene(12)
    const text = fc.stringMatching(/^[一-龥=+@\n，。a-z]{0,12}$/).map((value) => value.trim())
    const edit = fc.record({
      outcome: fc.constantFrom('', ...outcomes.map((key) => outcomeNames[key])),
      resulting: fc.constantFrom(['', ''], ['第五条', ''], ['第四条第二款', '不得影响居民休息']),
      reason: text,
      note: text,
      proposal: text,
      responsible: text,
      kept: fc.boolean(),
      order: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(edit), { minLength: 12, maxLength: 12 }), async (edits) => {
        const before = await decisionsOf(scene)
        const rows = await tableRows(scene)
        const lines = rows.map((row, place) => {
          const change = edits[place]
          if (!change) return { row, order: place, kept: true, changed: row }
          const { resulting, kept, order, ...cells } = change
          const [resultingProvision = '', resultingQuote = ''] = resulting
          return { row, order, kept, changed: { ...row, ...cells, resultingProvision, resultingQuote } }
        })
        const file = lines.filter(({ kept }) => kept).sort((a, b) => a.order - b.order)
        if (file.length === 0) return
        const saved = file.map(({ changed }) => changed)
        const bytes = await filesOf[format](saved, scene.consultation.id)
        const dry = await loadTable(scene, bytes, { apply: false })
        const verdicts = await loadTable(scene, bytes)
        expect(verdicts).toEqual(dry)
        expect(await loadTable(scene, bytes)).toMatchObject({ applied: 0, unchanged: file.length })
        expect(verdicts).toMatchObject({ conflict: 0, refused: 0, missing: 12 - file.length })
        const after = new Map((await tableRows(scene)).map((row) => [row.opinionId, row]))
        const shown = (row: OpinionTableRow) => ({ ...row, rev: '', check: '' })
        for (const { row, kept, changed } of lines) {
          const now = after.get(row.opinionId) as OpinionTableRow
          expect(shown(now)).toEqual(shown(kept ? changed : row))
          const isEdited = kept && JSON.stringify(shown(changed)) !== JSON.stringify(shown(row))
          expect(Number(now.rev) - (before.get(row.opinionId as OpinionId)?.rev ?? 0)).toBe(isEdited ? 1 : 0)
        }
      }),
      { numRuns: 12 },
    )
  },
)

test.skipIf(soffice === undefined)(
  'sorted, filtered, hidden, moved, deleted and filled in with LibreOffice it comes back as exactly what was filled in',
  { timeout: 120_000 },
  async () => {
    const scene = await tableScene(8)
    const before = await tableRows(scene)
    const [first, second, ...others] = before as [OpinionTableRow, OpinionTableRow, ...OpinionTableRow[]]
    const saved = await editInLibreOffice(
      await fileOf(before, scene.consultation.id),
      `  SortBy(sheet, "序号")
  MoveToFront(sheet, "答复理由")
  MoveToFront(sheet, "编号")
  Drop(sheet, "条款原文")
  Drop(sheet, "备注")
  Drop(sheet, "序号")
  FilterBy(sheet, "编号", "${before.at(-1)?.opinionId}")
  sheet.Rows.getByIndex(3).IsVisible = False
  sheet.Columns.getByIndex(4).IsVisible = False
  Fill(sheet, "${first.opinionId}", "采纳情况", "留待以后研究")
  Fill(sheet, "${first.opinionId}", "答复理由", "第一行" & Chr(10) & "第二行")
  Fill(sheet, "${second.opinionId}", "承办人", "王明")
  sheet.Rows.removeByIndex(RowOf(sheet, "编号", "${others[0]?.opinionId}"), 1)`,
    )
    // Not in vain: the filter was saved with the file, and what was filled in stands in rows it hides.
    const sheet = await (await openGuardedZip(saved, 'xl/workbook.xml')).text('xl/worksheets/sheet1.xml')
    expect(sheet.match(/<row [^>]*hidden="(?:1|true)"/g)?.length).toBeGreaterThanOrEqual(6)
    expect(sheet).toContain('<autoFilter')
    const verdicts = await loadTable(scene, saved)
    expect(verdicts).toMatchObject({ applied: 2, unchanged: 5, conflict: 0, refused: 0, missing: 1 })
    const filled: Record<string, Partial<OpinionTableRow>> = {
      [first.opinionId]: { outcome: '留待以后研究', reason: '第一行\n第二行' },
      [second.opinionId]: { responsible: '王明' },
    }
    const shown = (row: OpinionTableRow) => ({ ...row, rev: '', check: '' })
    expect((await tableRows(scene)).map(shown)).toEqual(
      before.map((row) => shown({ ...row, ...filled[row.opinionId] })),
    )
  },
)

test.skipIf(!hasWriter)(
  'filled in, cut and saved by LibreOffice in Word’s format it comes back as exactly what was filled in',
  { timeout: 120_000 },
  async () => {
    const scene = await tableScene(8)
    const before = await tableRows(scene)
    const filled: Partial<OpinionTableRow>[] = [
      { outcome: '部分采纳', reason: '第一行\n条文：不是条文\n第三行', note: '请再核。' },
      { outcome: '采纳', resultingProvision: '第四条第二款', resultingQuote: '不得影响居民休息' },
    ]
    const edited = before.map((row, place) => ({ ...row, ...filled[place] }))
    const bytes = await filesOf.docx([...edited.slice(1, 7), edited[0] as OpinionTableRow])
    const saved = [...(await saveInLibreOffice(bytes, 'docx', 'table.docx')).values()][0] as Uint8Array
    expect(await loadTable(scene, saved)).toMatchObject({ applied: 2, unchanged: 5, refused: 0, missing: 1 })
    const shown = (row: OpinionTableRow) => ({ ...row, rev: '', check: '' })
    expect((await tableRows(scene)).map(shown)).toEqual(edited.map(shown))
  },
)
