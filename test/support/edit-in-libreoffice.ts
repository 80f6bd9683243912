import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { soffice } from './libreoffice.ts'

/** What people do to a workbook before they save it, in LibreOffice's own Basic; `sheet` is the first sheet. */
const basic = (steps: string) => `Function ColumnOf(sheet, title As String) As Long
  For at = 0 To 60
    If InStr(sheet.getCellByPosition(at, 0).String, title) = 1 Then
      ColumnOf = at
      Exit Function
    End If
  Next
  ColumnOf = -1
End Function

Function RowOf(sheet, title As String, words As String) As Long
  column = ColumnOf(sheet, title)
  For at = 1 To 200
    If sheet.getCellByPosition(column, at).String = words Then
      RowOf = at
      Exit Function
    End If
  Next
  RowOf = -1
End Function

Sub Fill(sheet, id As String, title As String, words As String)
  sheet.getCellByPosition(ColumnOf(sheet, title), RowOf(sheet, "编号", id)).String = words
End Sub

Sub SortBy(sheet, title As String)
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  Dim field(0) As New com.sun.star.table.TableSortField
  field(0).Field = ColumnOf(sheet, title)
  field(0).IsAscending = False
  Dim order(1) As New com.sun.star.beans.PropertyValue
  order(0).Name = "SortFields"
  order(0).Value = field()
  order(1).Name = "ContainsHeader"
  order(1).Value = True
  sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow).sort(order())
End Sub

Sub FilterBy(sheet, title As String, words As String)
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  table = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
  filter = table.createFilterDescriptor(True)
  Dim field(0) As New com.sun.star.sheet.TableFilterField
  field(0).Field = ColumnOf(sheet, title)
  field(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  field(0).StringValue = words
  filter.ContainsHeader = True
  filter.setFilterFields(field())
  table.filter(filter)
End Sub

Sub MoveToFront(sheet, title As String)
  sheet.Columns.insertByIndex(0, 1)
  column = ColumnOf(sheet, title)
  source = sheet.getCellRangeByPosition(column, 0, column, 500).RangeAddress
  sheet.moveRange(sheet.getCellByPosition(0, 0).CellAddress, source)
  sheet.Columns.removeByIndex(column, 1)
End Sub

Sub Drop(sheet, title As String)
  sheet.Columns.removeByIndex(ColumnOf(sheet, title), 1)
End Sub

Sub Edit(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  sheet = book.Sheets.getByIndex(0)
${steps}
  Dim asXlsx(0) As New com.sun.star.beans.PropertyValue
  asXlsx(0).Name = "FilterName"
  asXlsx(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), asXlsx())
  book.close(True)
End Sub
`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const moduleOf = (code: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped(code)}</script:module>
`

/** Opens a workbook in LibreOffice, does `steps` to its first sheet and saves it as .xlsx again. */
export async function editInLibreOffice(bytes: Uint8Array, steps: string): Promise<Uint8Array> {
  if (soffice === undefined) throw new Error('LibreOffice is not installed')
  const office = soffice
  const folder = await mkdtemp(join(tmpdir(), 'kaimen-office-'))
  try {
    const [source, target, profile] = ['in.xlsx', 'out.xlsx', 'profile'].map((name) =>
      join(folder, name),
    ) as [string, string, string]
    await writeFile(source, bytes)
    const flags = [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore']
    const run = (more: string) => promisify(execFile)(office, [...flags, more])
    // A first start fills the profile with its own macros; only then do ours stay.
    await run('--terminate_after_init')
    await writeFile(join(profile, 'user/basic/Standard/Module1.xba'), moduleOf(basic(steps)))
    await run(`macro:///Standard.Module1.Edit("${source}","${target}")`)
    return await readFile(target)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
