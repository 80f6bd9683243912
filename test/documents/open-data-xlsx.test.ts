import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { opinionFields } from '#contract/opinion-fields.ts'
import { PublishedBulletins } from '#contract/published.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { openDataXlsx } from '../../functions/documents/open-data-xlsx.ts'
import { exampleBulletins } from '../support/example-bulletin.ts'
import { csvOfEverySheet, saveInLibreOffice, soffice } from '../support/libreoffice.ts'
import { collect } from '../support/workbook-builder.ts'

const newest = PublishedBulletins.parse(exampleBulletins('c-answered', 'answered-2')).editions.at(
  -1,
) as Bulletin
const hostile = { verbatim: '=HYPERLINK("http://x")\n"第二行"，𠮷', reason: '+86 理由', sameCount: 3 }
const rows = newest.rows.map((row, at): BulletinRow => (at === 0 ? { ...row, ...hostile } : row))
const about = {
  billTitle: '云溪市滨水公共空间条例',
  organ: '云溪市人大常委会',
  publishedOn: '2026年12月20日',
  contactPointNames: new Map([['hexi', '河西街道基层立法联系点']]),
}

test.skipIf(soffice === undefined)(
  'LibreOffice opens the workbook: opinions, decisions, tallies and dictionary on a sheet each, nothing lost or run',
  async () => {
    const bytes = await collect(openDataXlsx({ ...newest, rows }, about))
    const files = await saveInLibreOffice(bytes, csvOfEverySheet)
    const sheet = (name: string) => {
      const [, file] = [...files].find(([key]) => key.includes(`-${name}.`)) ?? []
      return Papa.parse<string[]>(Buffer.from(file ?? []).toString(), { skipEmptyLines: true }).data
    }
    const [opinionHeads = [], ...opinions] = sheet('意见')
    const [decisionHeads = [], ...decisions] = sheet('采纳情况')
    expect(new Set([...opinionHeads, ...decisionHeads])).toEqual(
      new Set(opinionFields.map(({ name }) => name)),
    )
    expect([opinions.length, decisions.length]).toEqual([rows.length, rows.length])
    for (const [at, row] of rows.entries())
      for (const { name, valueOf } of opinionFields) {
        const [heads, cells] = opinionHeads.includes(name)
          ? [opinionHeads, opinions[at]]
          : [decisionHeads, decisions[at]]
        expect(cells?.[heads.indexOf(name)]).toBe(String(valueOf(row) ?? ''))
      }
    const tallies = sheet('统计')
    expect(tallies).toContainEqual(['收到', '', String(newest.reconciliation.received)])
    expect(tallies.filter(([what]) => what === '联系点').map(([, point]) => point)).toContain(
      '河西街道基层立法联系点',
    )
    const dictionary = sheet('数据说明')
    expect(dictionary.map(([name]) => name)).toEqual(
      expect.arrayContaining(opinionFields.map(({ name }) => name)),
    )
    expect(dictionary.find(([name]) => name === 'same_count')?.[2]).toContain('工作台归成一类的都算')
  },
)

test('a long consultation leaves piece by piece', async () => {
  const many = Array.from({ length: 20_000 }, (_, at) => ({
    ...(rows[at % rows.length] as BulletinRow),
    row: at + 1,
  }))
  let pieces = 0
  let largest = 0
  for await (const chunk of openDataXlsx({ ...newest, rows: many }, about)) {
    pieces += 1
    largest = Math.max(largest, chunk.byteLength)
  }
  expect(pieces).toBeGreaterThan(10)
  expect(largest).toBeLessThan(1_000_000)
})
