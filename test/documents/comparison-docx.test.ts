import { describe, expect, test } from 'vitest'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { Cause } from '#core/lineage/causes.ts'
import { compareTexts } from '#core/lineage/compare-texts.ts'
import { type ComparisonRow, newWords, oldWords } from '#core/lineage/comparison.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import type { Provision } from '#core/draft/provision.ts'
import { comparisonDocx } from '../../functions/documents/comparison-docx.ts'
import { openGuardedZip } from '../../functions/documents/guarded-zip.ts'
import { attribute, readXml } from '../../functions/documents/xlsx-xml.ts'
import { exampleProvisions, revisedProvisions } from '../support/example-law.ts'
import { hasWriter, saveInLibreOffice } from '../support/libreoffice.ts'
import { hasLaws, readStatute } from '../support/statutes.ts'

interface Written {
  text: string
  style: string | undefined
}
/** A cell: paragraphs of runs. */
type Cell = Written[][]

const compared = (from: readonly Provision[], to: readonly Provision[]) =>
  compareTexts(from, to, alignDrafts(from, to))

const cause = Cause.parse({
  fromDraftId: 'd-1',
  toDraftId: 'd-2',
  side: 'to',
  provisionId: 'art-24',
  kind: 'opinions',
  sentence: '居民提出分区域、分时段开放。',
  decisions: [],
  statedBy: 'wang',
  statedAt: '2026-12-10T02:00:00.000Z',
  rev: 1,
})

async function docxOf(rows: readonly ComparisonRow[], title = '云溪市滨水公共空间条例'): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const columns = ['征求意见稿', '一审稿'] as const
  for await (const chunk of comparisonDocx({ title, columns, rows, causes: [cause] })) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The table as another reader meets it: rows of cells, from the XML alone. */
async function tableOf(bytes: Buffer): Promise<Cell[][]> {
  const zip = await openGuardedZip(bytes, 'word/document.xml')
  const rows: Cell[][] = []
  let style: string | undefined
  let inText = false
  let inTable = false
  await readXml(zip.stream('word/document.xml'), {
    open: (name, attributes) => {
      if (name === 'tbl') inTable = true
      if (name === 'tr') rows.push([])
      if (name === 'tc') rows.at(-1)?.push([])
      if (name === 'p' && inTable) rows.at(-1)?.at(-1)?.push([])
      if (name === 'r') style = undefined
      if (name === 'rStyle') style = attribute(attributes, 'w:val')
      if (name === 't') inText = true
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'tbl') inTable = false
    },
    text: (text) => {
      if (inText) rows.at(-1)?.at(-1)?.at(-1)?.push({ text, style })
    },
  })
  return rows
}

const wordsOf = (cell: Cell | undefined) =>
  (cell ?? []).map((line) => line.map(({ text }) => text).join('')).join('\n')
const styledAs = (cell: Cell | undefined, style: string) =>
  (cell ?? []).flatMap((line) => line.flatMap((run) => (run.style === style ? run.text : [])))

describe('the comparison as a Word file', () => {
  test('has the conventional columns, marks on their own side, and says why', async () => {
    const table = await tableOf(await docxOf(compared(exampleProvisions(), revisedProvisions())))
    expect(table[0]?.map(wordsOf)).toEqual(['征求意见稿', '一审稿', '说明'])
    const row = table.find(([old]) => wordsOf(old).startsWith('第二十四条'))
    expect(styledAs(row?.[0], 'Removed').join('')).toContain('前款规定的行为，由管理单位予以劝阻')
    expect(styledAs(row?.[0], 'Added')).toEqual([])
    expect(styledAs(row?.[1], 'Added').join('')).toContain('沿岸区人民政府可以划定区域、规定时段')
    expect(styledAs(row?.[1], 'Removed')).toEqual([])
    expect(wordsOf(row?.[2])).toBe('修改。\n公众意见：居民提出分区域、分时段开放。')
    const untouched = table.find(([old]) => wordsOf(old).startsWith('第二十三条'))
    expect(wordsOf(untouched?.[2])).toBe('')
  })

  test.skipIf(!hasLaws)(
    'holds both texts of a real statute to the character, each in its column',
    async () => {
      const from = parseDraft(readStatute('shanghai-business-environment-2020')).provisions
      const to = parseDraft(readStatute('shanghai-business-environment-2024')).provisions
      const rows = compared(from, to)
      const [, ...table] = await tableOf(await docxOf(rows))
      expect(table).toHaveLength(rows.length)
      const label = (sides: ComparisonRow['from'], kind: string) =>
        kind === 'heading' || sides.length === 0 ? '' : `${sides.map((side) => side.label).join('、')}　`
      for (const [place, { kind, from: old, to: now, pieces }] of rows.entries()) {
        expect(wordsOf(table[place]?.[0])).toBe(label(old, kind) + oldWords(pieces))
        expect(wordsOf(table[place]?.[1])).toBe(label(now, kind) + newWords(pieces))
      }
    },
  )

  test('says what became of an article: renumbered, added, removed, split, merged, moved', async () => {
    const side = (id: string, label: string) => [{ id, label }] as ComparisonRow['from']
    const row = (changes: Partial<ComparisonRow>): ComparisonRow => ({
      kind: 'edited',
      from: side('art-4', '第四条'),
      to: side('art-5', '第五条'),
      numberChanged: true,
      moved: false,
      pieces: [{ kind: 'same', text: '河岸向市民开放。' }],
      ...changes,
    })
    const table = await tableOf(
      await docxOf([
        row({ kind: 'renumbered' }),
        row({}),
        row({ kind: 'added', from: [] }),
        row({ kind: 'removed', to: [] }),
        row({ kind: 'split', part: 2 }),
        row({ kind: 'merged', from: [...side('art-1', '第一条'), ...side('art-2', '第二条')] }),
        row({ kind: 'renumbered', moved: true }),
      ]),
    )
    expect(table.slice(1).map((cells) => wordsOf(cells[2]))).toEqual([
      '第四条改为第五条，文字未改。',
      '第四条改为第五条，并作修改。',
      '新增。',
      '删去。',
      '由第四条拆分（第2部分）。',
      '由第一条、第二条合并。',
      '第四条改为第五条，文字未改。\n位置移动。',
    ])
  })

  test('holds words that are no XML without breaking', async () => {
    const hostile = `<w:p>&amp; "]]>" ${String.fromCharCode(0)}${String.fromCharCode(0xd800)}𠮷`
    const row: ComparisonRow = {
      kind: 'added',
      from: [],
      to: [{ id: 'art-1', label: '第一条' }] as ComparisonRow['to'],
      numberChanged: false,
      moved: false,
      pieces: [{ kind: 'added', text: hostile }],
    }
    const table = await tableOf(await docxOf([row], '<条例>'))
    expect(wordsOf(table[1]?.[1])).toBe('第一条　<w:p>&amp; "]]>" ��𠮷')
  })

  test('is the same bytes for the same comparison', async () => {
    const rows = compared(exampleProvisions(), revisedProvisions())
    expect((await docxOf(rows)).equals(await docxOf(rows))).toBe(true)
  })
})

describe.skipIf(!hasWriter)('the comparison opened in LibreOffice', () => {
  test('is a landscape table whose head repeats, with its marks', async () => {
    const bytes = await docxOf(compared(exampleProvisions(), revisedProvisions()))
    const [saved] = (await saveInLibreOffice(bytes, 'fodt', 'comparison.docx')).values()
    const document = Buffer.from(saved ?? []).toString('utf8')
    expect(document).toMatch(
      /<table:table-header-rows>[\s\S]*征求意见稿[\s\S]*说明[\s\S]*<\/table:table-header-rows>/,
    )
    expect(document).toContain('style:print-orientation="landscape"')
    const text = document.replace(/<[^>]+>/g, '')
    expect(text).toContain('云溪市滨水公共空间条例修改前后对照表')
    expect(text).toContain('居民提出分区域、分时段开放。')
    const styleOf = (name: string) =>
      new RegExp(`<style:style style:name="${name}" style:family="text"[\\s\\S]*?</style:style>`).exec(
        document,
      )?.[0]
    expect(styleOf('Removed')).toContain('style:text-line-through-style="solid"')
    expect(styleOf('Removed')).toMatch(/:border="[^"]*solid/)
    expect(styleOf('Added')).toContain('fo:font-weight="bold"')
    expect(styleOf('Added')).toContain('style:text-underline-style="solid"')
    expect(document).toMatch(/text:style-name="Removed">[^<]*前款规定的行为/)
  })
})
