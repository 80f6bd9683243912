import { describe, expect, it } from 'vitest'
import { batchColumns } from '#contract/batch-columns.ts'
import { changeTypeNames, channelNames } from '#core/names.ts'
import { batchTemplateXlsx } from '../../functions/documents/batch-template-xlsx.ts'
import { openGuardedZip } from '../../functions/documents/guarded-zip.ts'
import { normaliseHeader } from '../../functions/documents/header.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { saveInLibreOffice, soffice } from '../support/libreoffice.ts'

const meta = {
  consultationId: 'c-waterfront',
  batchId: 'b-7k2m9q',
  title: '云溪市滨水公共空间条例',
  dueOn: '2026-12-01',
  provisionChoices: ['全文', '第一条', '第二条'],
  categories: ['居民', '商户, 摊主'],
  rows: 30,
}

const parts = async () => {
  const zip = await openGuardedZip(await batchTemplateXlsx(meta), 'xl/workbook.xml')
  return {
    table: await zip.text('xl/worksheets/sheet1.xml'),
    lists: await zip.text('xl/worksheets/sheet3.xml'),
  }
}

it('an untouched template has every column and no row, and knows its consultation and batch', async () => {
  const sheet = await readSpreadsheet(await batchTemplateXlsx(meta), '意见采集表.xlsx')
  expect(sheet.headers).toEqual(batchColumns.map(({ title }) => normaliseHeader(title)))
  expect(sheet.rows).toEqual([])
  expect(sheet.properties).toEqual({ kind: 'batch', consultationId: 'c-waterfront', batchId: 'b-7k2m9q' })
})

describe('what a liaison sees', () => {
  it('rows are numbered, and nothing more stands in them', async () => {
    const { table } = await parts()
    expect(
      [...table.matchAll(/<c r="A(\d+)" s="\d+"><v>(\d+)<\/v>/g)].map(([, row, number]) => [row, number]),
    ).toEqual(Array.from({ length: 30 }, (_, at) => [String(at + 2), String(at + 1)]))
  })

  it('provisions, kinds, channels and categories are lists; dates and numbers are checked', async () => {
    const { table, lists } = await parts()
    expect(table).toContain("<formula1>'可选项'!$A$2:$A$4</formula1>")
    expect(table).toContain("<formula1>'可选项'!$B$2:$B$3</formula1>")
    expect(table).toContain(`&quot;${Object.values(changeTypeNames).join(',')}&quot;`)
    expect(table).toContain(channelNames.forum)
    expect(table).not.toContain(channelNames.web)
    expect(table).toContain('type="date"')
    expect(table).toContain('type="whole"')
    expect(table).toContain('sqref="B2:B31"')
    expect(lists).toContain('商户, 摊主')
  })

  it('hints and choice lists are as short as Excel demands', async () => {
    const { table } = await parts()
    const hints = [...table.matchAll(/prompt="([^"]*)"/g)].map(([, hint]) => hint ?? '')
    expect(hints.length).toBe(6)
    for (const hint of hints) expect(hint.length).toBeLessThanOrEqual(225)
    for (const [, list] of table.matchAll(/<formula1>&quot;(.*?)&quot;/g))
      expect(list?.length).toBeLessThanOrEqual(255)
  })
})

describe.skipIf(soffice === undefined)('LibreOffice (skipped where it is not installed)', () => {
  it('opens the template, and what it saves still knows its consultation and batch', async () => {
    const saved = [...(await saveInLibreOffice(await batchTemplateXlsx(meta), 'xlsx')).values()][0]
    const sheet = await readSpreadsheet(saved ?? new Uint8Array(), 'template.xlsx')
    expect(sheet.headers).toEqual(batchColumns.map(({ title }) => normaliseHeader(title)))
    expect(sheet.properties['batchId']).toBe('b-7k2m9q')
    expect(sheet.rows).toEqual([])
  })
})
