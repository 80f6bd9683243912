import { describe, expect, it } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, walkProvisions } from '#core/draft/provision.ts'
import { readDraftDocx } from '../../functions/documents/draft-docx.ts'
import { hasLaws, readStatute } from '../support/statutes.ts'
import { hasWriter, saveInLibreOffice } from '../support/libreoffice.ts'

/** A flat ODF text; `styles` are automatic styles. */
const odt = (styles: string, text: string) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document>`

const level = (at: number, prefix: string, format: string, suffix: string) =>
  `<text:list-level-style-number text:level="${at}" style:num-prefix="${prefix}" style:num-format="${format}" style:num-suffix="${suffix}"/>`

const docxFrom = async (name: string, source: string) => {
  const files = await saveInLibreOffice(Buffer.from(source), 'docx', name)
  const [bytes] = files.values()
  if (!bytes) throw new Error('LibreOffice wrote no file')
  return readDraftDocx(bytes)
}

describe.skipIf(!hasWriter)('documents that LibreOffice wrote', () => {
  it('automatic 条 and 项 parse to the same sequence as printed ones', async () => {
    const styles =
      `<text:list-style style:name="L">${level(1, '第', '一, 二, 三, ...', '条')}${level(2, '（', '一, 二, 三, ...', '）')}` +
      `${level(3, '', '1', '.')}</text:list-style>`
    const p = (text: string) => `<text:p>${text}</text:p>`
    const items = (...inside: string[]) =>
      `<text:list>${inside.map((x) => `<text:list-item>${x}</text:list-item>`).join('')}</text:list>`
    const articles = Array.from({ length: 25 }, (_, at) =>
      at === 3
        ? `<text:list-item>${p('下列事项：')}${items(p('甲：') + items(p('子；'), p('丑。')), p('乙。'))}</text:list-item>`
        : `<text:list-item>${p(`办理第${at}类事务。`)}</text:list-item>`,
    ).join('')
    const text = `${p('云溪市某条例')}<text:list text:style-name="L">${articles}</text:list>`
    const read = await docxFrom('statute.fodt', odt(styles, text))
    const draft = parseDraft(read.text)
    expect(draft.problems).toEqual([])
    expect(articlesOf(draft.provisions).map(({ number }) => number)).toEqual(
      Array.from({ length: 25 }, (_, at) => at + 1),
    )
    const ids = [...walkProvisions(draft.provisions)].map(({ id }) => String(id))
    expect(ids).toEqual(expect.arrayContaining(['art-4.p1.i1.s2', 'art-4.p1.i2']))
    expect(ids).not.toContain('art-5.p1.i1')
    expect(read.notes.map(({ code }) => code)).toContain('auto-numbers')
  })

  it('tracked changes, a table and a 目录 come as people see them', async () => {
    const change = (id: string, kind: string, inside = '') =>
      `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>x</dc:creator><dc:date>2026-01-01T00:00:00</dc:date></office:change-info>${inside}</text:${kind}></text:changed-region>`
    const changes = `<text:tracked-changes>${change('c1', 'insertion')}${change('c2', 'deletion', '<text:p>立即</text:p>')}</text:tracked-changes>`
    const table =
      '<table:table><table:table-column/><table:table-row><table:table-cell><text:p>河岸</text:p></table:table-cell></table:table-row></table:table>'
    const contents =
      '<text:table-of-content text:name="T"><text:table-of-content-source text:outline-level="1"/><text:index-body><text:index-title text:name="H"><text:p>目录</text:p></text:index-title><text:p>第一章　总则</text:p></text:index-body></text:table-of-content>'
    const text =
      `${changes}<text:p>云溪市某条例</text:p>${contents}<text:p>第一章　总则</text:p>` +
      '<text:p>第一条　应当<text:change-start text:change-id="c1"/>及时<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>公开。<text:line-break/>另起一行。</text:p>' +
      `<text:p>附件</text:p>${table}`
    const read = await docxFrom('changes.fodt', odt('', text))
    expect(read.text.split('\n').filter((line) => line.trim() !== '')).toEqual([
      '云溪市某条例',
      '第一章　总则',
      '第一条　应当及时公开。',
      '另起一行。',
      '附件',
      '河岸',
    ])
    expect(read.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['contents-left-out', 'changes-accepted', 'tables']),
    )
    expect(parseDraft(read.text).problems).toEqual([])
  })

  it.skipIf(!hasLaws)('a real statute has the same tree as its text', async () => {
    const text = readStatute('shanghai-waterfront-2021')
    const read = await docxFrom('statute.txt', `\ufeff${text}`)
    expect(parseDraft(read.text).provisions).toEqual(parseDraft(text).provisions)
    expect(read.notes).toEqual([])
  })
})
