import { beforeEach, describe, expect, test } from 'vitest'
import type { FieldRules } from '#core/batch/column-mapping.ts'
import type { BatchId, MappingId } from '#core/ids.ts'
import { currentOpinions } from '../../support/current-opinions.ts'
import { listBatches } from '../../../functions/actions/batch/list-batches.ts'
import { lookAtUpload } from '../../../functions/actions/batch/look-at-upload.ts'
import {
  listMappings,
  putMapping,
  removeMapping,
} from '../../../functions/actions/batch/manage-column-mappings.ts'
import { type BatchUpload } from '../../../functions/actions/batch/read-upload.ts'
import { uploadBatch } from '../../../functions/actions/batch/upload-batch.ts'
import { csvFile, type SheetCells, sheetRows } from '../../support/batch-file.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { liaison, sceneTimes, westLiaison } from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'
import { rowXml, workbookOf } from '../../support/workbook-builder.ts'

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})

const from = (...columns: string[]) => ({ columns, fixed: '', values: {} })
const headers = ['工单编号', '诉求标题', '诉求内容', '诉求类型', '来电时间', '来电人', '联系电话']
const hotline: FieldRules = {
  rowNumber: from('工单编号'),
  verbatim: from('诉求标题', '诉求内容'),
  changeType: { columns: ['诉求类型'], fixed: '', values: { 咨询: '疑问', 投诉: '' } },
  collectedOn: from('来电时间'),
  channel: { columns: [], fixed: '12345热线', values: {} },
}
const mappingId = 'm-hotline' as MappingId
const save = (fields = hotline, rev = 0) =>
  putMapping(
    scene.deps,
    liaison,
    { id: mappingId },
    { name: '12345 热线导出', headers, fields },
    rev,
    sceneTimes.during,
  )

const anOrder = (number: number, cells: SheetCells = {}): SheetCells => ({
  工单编号: `YX2026${String(number).padStart(12, '0')}`,
  诉求标题: `第${number}件`,
  诉求内容: `第${number}位来电人说河边路灯太暗，晚上不敢走。`,
  诉求类型: '咨询',
  来电时间: '2026-11-05 09:12:33',
  来电人: '张某某',
  联系电话: '13812345678',
  ...cells,
})
const orders = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => anOrder(from + place))
const asUpload = (bytes: Uint8Array, more: Partial<BatchUpload> = {}): BatchUpload => ({
  batchId: `b-${Math.floor(bytes.length)}` as BatchId,
  consultationId: scene.consultation.id,
  fileName: '工单.csv',
  bytes,
  ...more,
})
const upload = (rows: readonly SheetCells[], more: Partial<BatchUpload> = {}) =>
  uploadBatch(scene.deps, liaison, asUpload(csvFile(rows), more), sceneTimes.during)
const look = (bytes: Uint8Array, more: Partial<BatchUpload> = {}) =>
  lookAtUpload(scene.deps, liaison, asUpload(bytes, more), sceneTimes.during)
const counts = ({
  stored,
  repeated,
  revised,
  refused,
}: Record<'stored' | 'repeated' | 'revised' | 'refused', number>) => [stored, repeated, revised, refused]
const wordsInLog = async () => {
  await scene.deps.sequence()
  const { current } = await currentOpinions(scene.deps, scene.consultation.id)
  return current.map(
    ({ text, entry }) => `${entry.channel} ${text.content.changeType} ${text.content.verbatim}`,
  )
}

describe('an export of another channel', () => {
  test('is not read until a person says what its columns are, and guessed at for them', async () => {
    const seen = await look(csvFile(orders(1, 3)))
    expect(seen.readBy).toBeUndefined()
    expect(seen.verdicts).toBeUndefined()
    expect(seen.layout).toMatchObject({
      headerRow: 1,
      rows: 3,
      guesses: { verbatim: from('诉求标题', '诉求内容') },
    })
    expect(seen.layout.columns.find(({ title }) => title === '诉求类型')?.distinct).toEqual(['咨询'])
    await expect(upload(orders(1, 3))).rejects.toMatchObject({
      code: 'wrong-columns',
      facts: { missing: ['原话', '来源渠道', '收集日期'] },
    })
  })

  test('is known by its titles once it was mapped, wherever they stand', async () => {
    await save()
    const titled = Buffer.concat([
      Buffer.from('\ufeff热线工单明细\r\n\r\n'),
      csvFile(orders(1, 2)).subarray(3),
    ])
    expect(await look(titled)).toMatchObject({
      layout: { headerRow: 3 },
      readBy: { kind: 'mapping', mapping: { id: mappingId } },
      verdicts: { stored: 2, ignoredColumns: ['来电人', '联系电话'] },
    })
    expect(await wordsInLog()).toEqual([])
    const answer = await uploadBatch(scene.deps, liaison, asUpload(titled), sceneTimes.during)
    expect(counts(answer)).toEqual([2, 0, 0, 0])
    expect((await wordsInLog())[0]).toBe('hotline question 第1件\n第1位来电人说河边路灯太暗，晚上不敢走。')
  })

  test('that overlaps the one before stores nothing twice, and a changed order is a revision (R17)', async () => {
    await save()
    expect(counts(await upload(orders(1, 30)))).toEqual([30, 0, 0, 0])
    const next = orders(25, 40).with(2, anOrder(27, { 诉求内容: '改主意了：路灯修好了，步道还太窄。' }))
    expect(counts(await upload(next, { fileName: '十一月第二周.csv' }))).toEqual([10, 5, 1, 0])
    expect(counts(await upload(next))).toEqual([0, 16, 0, 0])
    const words = await wordsInLog()
    expect(words).toHaveLength(40)
    expect(words.filter((said) => said.includes('改主意了'))).toHaveLength(1)
    const { batches } = await listBatches(scene.deps, liaison, scene.consultation.id)
    expect(batches.map(({ stored, revised }) => [stored, revised])).toEqual([[40, 1]])
  })

  test('in which two people say the same words under two numbers keeps both', async () => {
    await save()
    const said = { 诉求标题: '', 诉求内容: '同意，请尽快出台。' }
    await upload([anOrder(1, said)])
    const later = await upload([anOrder(2, said), anOrder(3, said)])
    expect(counts(later)).toEqual([2, 0, 0, 0])
    expect(await wordsInLog()).toHaveLength(3)
  })

  test('names problems by its own columns, and a word nobody mapped as one to map', async () => {
    await save()
    const answer = await upload([
      anOrder(1, { 来电时间: '上周' }),
      anOrder(2, { 诉求类型: '表扬' }),
      anOrder(3, { 诉求类型: '投诉' }),
      anOrder(3, { 诉求内容: '号码重了。' }),
    ])
    expect(
      answer.rows.map(({ verdict, problems }) => [verdict, problems[0]?.column, problems[0]?.code]),
    ).toEqual([
      ['refused', '来电时间', 'not-a-date'],
      ['refused', '诉求类型', 'unknown-choice'],
      ['stored', undefined, undefined],
      ['refused', '工单编号', 'row-number-repeated'],
    ])
    expect(answer.rows[1]?.problems[0]?.facts).toMatchObject({ isMapped: true })
  })
})

describe('a saved mapping', () => {
  test('belongs to the contact point: a colleague next door neither sees nor uses it', async () => {
    await save()
    expect((await listMappings(scene.deps, liaison)).mappings.map(({ name }) => name)).toEqual([
      '12345 热线导出',
    ])
    expect((await listMappings(scene.deps, westLiaison)).mappings).toEqual([])
    const seen = await lookAtUpload(
      scene.deps,
      westLiaison,
      asUpload(csvFile(orders(1, 2))),
      sceneTimes.during,
    )
    expect(seen.readBy).toBeUndefined()
    const asked = asUpload(csvFile(orders(1, 2)), { mapping: mappingId })
    await expect(lookAtUpload(scene.deps, westLiaison, asked, sceneTimes.during)).rejects.toThrow('not-found')
  })

  test('saved by two people at once is kept from the first, and the second is told', async () => {
    const { rev } = await save()
    await save({ ...hotline, area: from('来电人') }, rev)
    await expect(save(hotline, rev)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await expect(
      removeMapping(scene.deps, liaison, { id: mappingId }, rev, sceneTimes.during),
    ).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
  })

  test('once deleted is neither listed, recognised nor used, and what it read stays', async () => {
    const { rev } = await save()
    await upload(orders(1, 2))
    await removeMapping(scene.deps, liaison, { id: mappingId }, rev, sceneTimes.during)
    expect((await listMappings(scene.deps, liaison)).mappings).toEqual([])
    expect((await look(csvFile(orders(1, 2)))).readBy).toBeUndefined()
    await expect(look(csvFile(orders(1, 2)), { mapping: mappingId })).rejects.toThrow('not-found')
    expect(await wordsInLog()).toHaveLength(2)
  })

  test('that does not fit a file says which columns it misses', async () => {
    await save()
    await expect(look(csvFile(sheetRows(1)), { mapping: mappingId })).rejects.toMatchObject({
      code: 'wrong-columns',
      facts: { missing: ['工单编号', '诉求类型', '诉求标题', '诉求内容', '来电时间'] },
    })
  })
})

describe('a look before storing', () => {
  test('says what would be new, repeated, revised and refused, and writes nothing', async () => {
    const rows = sheetRows(6)
    await uploadRows(scene.deps, liaison, rows.slice(0, 4))
    const changed = rows
      .with(1, { ...rows[1]!, 原话: '李?家的地不能占。' })
      .with(5, { ...rows[5]!, 收集日期: '不记得' })
    const seen = await look(csvFile(changed))
    expect(seen.readBy).toEqual({ kind: 'template' })
    expect(counts(seen.verdicts!)).toEqual([1, 3, 1, 1])
    expect(seen.verdicts?.rows).toMatchObject([
      { row: 3, verdict: 'revised', warnings: [{ column: '原话', code: 'mojibake' }], flags: ['mojibake'] },
      { row: 7, verdict: 'refused', problems: [{ column: '收集日期', code: 'not-a-date' }] },
    ])
    expect(JSON.stringify(seen.verdicts)).not.toContain('receiptCode')
    expect(await wordsInLog()).toHaveLength(4)
    expect(counts(await upload(changed))).toEqual([1, 3, 1, 1])
  })

  test('does not call received what an upload that was killed had only planned', async () => {
    const { deps } = scene
    const rows = sheetRows(5)
    const never = () => new Promise<never>(() => {})
    let puts = 0
    const append: typeof deps.inbox.append = (record) => {
      puts += 1
      return puts <= 2 ? deps.inbox.append(record) : never()
    }
    void uploadRows({ ...deps, inbox: { ...deps.inbox, append } }, liaison, rows)
    await expect.poll(() => puts, { timeout: 20_000 }).toBe(5)
    await expect.poll(async () => counts((await look(csvFile(rows))).verdicts!)).toEqual([3, 2, 0, 0])
    expect(counts(await upload(rows))).toEqual([3, 2, 0, 0])
    const { batches } = await listBatches(deps, liaison, scene.consultation.id)
    expect(batches).toMatchObject([{ stored: 5, revised: 0, repeated: 2, refused: 0 }])
  })

  test('reads the sheet asked for; another sheet is another source, though it fills the same numbers', async () => {
    const sheetXml = (...said: string[]) => {
      const rows = said.map((words, at) => rowXml(at + 2, String(at + 1), words, '座谈会', '11月5日'))
      return `<sheetData>${rowXml(1, '序号', '原话', '来源渠道', '收集日期')}${rows.join('')}</sheetData>`
    }
    const bytes = await workbookOf(
      { name: '河西村', xml: sheetXml('灯太暗。', '路太窄。') },
      { name: '河东村', xml: sheetXml('树太少。') },
    )
    const first = await look(bytes, { fileName: '两村.xlsx' })
    expect(first.layout).toMatchObject({ sheet: '河西村', sheets: ['河西村', '河东村'] })
    expect(first.verdicts?.rows[0]?.warnings).toEqual([
      { column: '收集日期', code: 'year-guessed', facts: { read: '2026-11-05' } },
    ])
    const store = (sheet: string) =>
      uploadBatch(scene.deps, liaison, asUpload(bytes, { fileName: '两村.xlsx', sheet }), sceneTimes.during)
    expect(counts(await store('河西村'))).toEqual([2, 0, 0, 0])
    expect(counts(await store('河东村'))).toEqual([1, 0, 0, 0])
    expect(counts(await store('河东村'))).toEqual([0, 1, 0, 0])
  })
})

describe('rows that failed', () => {
  test('are tried again alone, and the counts of the batch come out right', async () => {
    const { deps } = scene
    const rows = sheetRows(8)
    let broken = true
    const append: typeof deps.inbox.append = (record) =>
      broken && /第[37]位/.test(record.content.verbatim)
        ? Promise.reject(new Error('throttled'))
        : deps.inbox.append(record)
    const shaky = { ...deps, inbox: { ...deps.inbox, append } }
    const first = await uploadRows(shaky, liaison, rows)
    expect(counts(first)).toEqual([6, 0, 0, 2])
    broken = false
    const only = new Set([4])
    const second = await uploadBatch(shaky, liaison, asUpload(csvFile(rows), { only }), sceneTimes.during)
    expect(second.rows.map(({ row, verdict }) => [row, verdict])).toEqual([[4, 'stored']])
    const counted = async () => (await listBatches(deps, liaison, scene.consultation.id)).batches
    expect(await counted()).toMatchObject([{ stored: 7, repeated: 0, refused: 1 }])
    const third = await upload(rows)
    expect(counts(third)).toEqual([1, 7, 0, 0])
    expect(await counted()).toMatchObject([{ stored: 8, repeated: 7, refused: 0 }])
  })
})
