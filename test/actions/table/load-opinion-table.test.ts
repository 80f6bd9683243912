import { beforeAll, describe, expect, test } from 'vitest'
import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { opinionTableFile, opinionTableRows } from '../../../functions/actions/table/build-opinion-table.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { loadOpinionTable } from '../../../functions/actions/table/load-opinion-table.ts'
import { aSheetRow, csvFile } from '../../support/batch-file.ts'
import type { DeskScene } from '../../support/desk-scene.ts'
import { aMember, legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { decisionsOf, fileOf, loadTable, tableRows, tableScene } from '../../support/table-scene.ts'
import { uploadRows } from '../../support/upload-rows.ts'
import { collect } from '../../support/workbook-builder.ts'

const colleague = aMember('legislator', 'colleague')
const now = sceneTimes.during
const asXlsx = { format: 'xlsx', edition: 'internal', filter: {} } as const

describe('the opinion table', () => {
  let scene: DeskScene
  beforeAll(async () => {
    scene = await tableScene(6)
  })

  test('shows both texts of an opinion, who said it, and how many said the same', async () => {
    const [whole, first] = await tableRows(scene)
    expect(whole).toMatchObject({
      seq: '1',
      provision: '全文（征求意见稿）',
      proposedText: '划定区域\n规范表述：建议分区管理。',
      rev: '0',
    })
    expect(first).toMatchObject({
      provision: '第四条（征求意见稿）',
      changeType: '总体意见',
      proponent: '居民',
      contactPoint: '东桥街道基层立法联系点',
      channel: '座谈会',
      collectedOn: '2026-11-05',
      sameCount: '1',
      outcome: '',
    })
    expect(first?.provisionText).toContain('（一）垂钓；')
  })

  test('downloaded and loaded back untouched changes nothing', async () => {
    const { fileName, chunks } = await opinionTableFile(
      scene.deps,
      legislator,
      scene.consultation.id,
      asXlsx,
      now,
    )
    expect(fileName).toBe('意见汇总表-云溪市河岸使用条例-2026-11-10.xlsx')
    const verdicts = await loadTable(scene, await collect(chunks))
    expect(verdicts).toMatchObject({ applied: 0, unchanged: 6, conflict: 0, refused: 0, missing: 0 })
    expect((await decisionsOf(scene)).size).toBe(0)
  })

  test('is neither given nor taken by anyone but a legislator', async () => {
    const { deps, consultation } = scene
    for (const member of [liaison, aMember('auditor'), aMember('admin'), aMember('collector')]) {
      await expect(opinionTableRows(deps, member, consultation.id).next()).rejects.toThrow('not-permitted')
      await expect(opinionTableFile(deps, member, consultation.id, asXlsx, now)).rejects.toThrow(
        'not-permitted',
      )
      const bytes = await fileOf([], consultation.id)
      await expect(
        loadOpinionTable(deps, member, consultation.id, bytes, { apply: true }, now),
      ).rejects.toThrow('not-permitted')
    }
  })

  test('of another consultation is refused, by its property and by its rows', async () => {
    const rows = await tableRows(scene)
    await expect(loadTable(scene, await fileOf(rows, 'c-other'))).rejects.toMatchObject({
      code: 'wrong-consultation',
    })
    const csv = csvFile([{ 编号: 'AAAAAAAAAAAAAAAAAAAAAA', 版本: '0', 采纳情况: '采纳' }])
    await expect(loadTable(scene, csv)).rejects.toMatchObject({ code: 'wrong-consultation' })
    await expect(loadTable(scene, csvFile([{ 采纳情况: '采纳', 答复理由: '理由' }]))).rejects.toMatchObject({
      code: 'wrong-columns',
      facts: { missing: ['编号', '版本'] },
    })
  })
})

describe('a table loaded back', () => {
  test('decides what was filled in, points into the newest later draft, and says each problem by column', async () => {
    const scene = await tableScene(6)
    const [a, b, c, d, e, f] = (await tableRows(scene)) as [
      OpinionTableRow,
      OpinionTableRow,
      OpinionTableRow,
      OpinionTableRow,
      OpinionTableRow,
      OpinionTableRow,
    ]
    const edited = [
      {
        ...f,
        outcome: '采纳',
        resultingProvision: '第五条',
        resultingQuote: '每日五时至 二十时\n开放',
        reason: '有道理。',
      },
      { ...a, outcome: '未采纳', reason: '另有规定。', responsible: '王', note: '备', proposal: '不采' },
      { ...b, outcome: '大概吧' },
      { ...c, outcome: '采纳', resultingProvision: '第九十条' },
      { ...d, outcome: '采纳', resultingProvision: '第五条', resultingQuote: '这里没有的字' },
      { ...e, outcome: '部分采纳', resultingQuote: '没有条款' },
      { ...a, outcome: '采纳' },
      { ...a, opinionId: 'AAAAAAAAAAAAAAAAAAAAAA' },
    ]
    const bytes = await fileOf(edited, scene.consultation.id)
    const dry = await loadTable(scene, bytes, { apply: false })
    expect((await decisionsOf(scene)).size).toBe(0)
    const verdicts = await loadTable(scene, bytes)
    expect(verdicts).toEqual(dry)
    expect(
      verdicts.rows.map(({ row, verdict, problems }) => [
        row,
        verdict,
        problems.map((p) => [p.column, p.code]),
      ]),
    ).toEqual([
      [2, 'applied', []],
      [3, 'applied', []],
      [4, 'refused', [['采纳情况', 'unknown-choice']]],
      [5, 'refused', [['采纳后条款', 'unknown-provision']]],
      [6, 'refused', [['采纳后文字', 'words-not-in-provision']]],
      [7, 'refused', [['采纳后条款', 'missing']]],
      [8, 'refused', [['编号', 'row-repeated']]],
      [9, 'refused', [['编号', 'unknown-opinion']]],
    ])
    const stored = await decisionsOf(scene)
    expect(stored.get(f.opinionId as OpinionId)).toMatchObject({
      outcome: 'adopted',
      reason: '有道理。',
      resulting: { draftId: 'rb-2', provisionId: 'art-5', quote: '每日五时至二十时开放' },
      rev: 1,
    })
    expect(stored.size).toBe(2)
    const again = await loadTable(scene, bytes)
    expect(again).toMatchObject({ applied: 0, unchanged: 2, refused: 6 })
  })

  test('meets a colleague’s decision as a conflict and leaves it, for exactly the rows they disagree on', async () => {
    const scene = await tableScene(3)
    const { deps, consultation } = scene
    const [a, b, c] = (await tableRows(scene)) as [OpinionTableRow, OpinionTableRow, OpinionTableRow]
    const decide = (row: OpinionTableRow, outcome: 'notAdopted' | 'deferred', readRev = 0) =>
      decideOpinion(
        deps,
        colleague,
        consultation.id,
        row.opinionId as OpinionId,
        { outcome, reason: '同事说' },
        readRev,
        now,
      )
    await decide(a, 'deferred')
    await decide(b, 'notAdopted')
    const mine = [
      { ...a, outcome: '采纳', reason: '我说' },
      { ...b, outcome: '未采纳', reason: '同事说' },
      { ...c, outcome: '已有规定', reason: '见第三条' },
    ]
    const verdicts = await loadTable(scene, await fileOf(mine, consultation.id))
    expect(verdicts.rows.map(({ verdict }) => verdict)).toEqual(['conflict', 'unchanged', 'applied'])
    expect(verdicts.rows[0]?.theirs).toMatchObject({ outcome: 'deferred', reason: '同事说', rev: 1 })
    expect(verdicts.rows[0]?.theirs).not.toHaveProperty('decidedBy')
    expect((await decisionsOf(scene)).get(a.opinionId as OpinionId)?.outcome).toBe('deferred')
    await expect(decide(a, 'notAdopted', 0)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      facts: { rev: 1 },
    })
  })

  test('leaves what a colleague decided meanwhile where nobody touched the row, and says of how many', async () => {
    const scene = await tableScene(4)
    const { deps, consultation } = scene
    const decide = (row: OpinionTableRow, reason: string, readRev: number) =>
      decideOpinion(
        deps,
        colleague,
        consultation.id,
        row.opinionId as OpinionId,
        { outcome: 'deferred', reason, responsible: '王明' },
        readRev,
        now,
      )
    const [undecided] = (await tableRows(scene)) as [OpinionTableRow]
    await decide(undecided, '先这样说', 0)
    const [a, b, c, d] = (await tableRows(scene)) as [
      OpinionTableRow,
      OpinionTableRow,
      OpinionTableRow,
      OpinionTableRow,
    ]
    expect([a.rev, b.rev]).toEqual(['1', '0'])
    await decide(a, '后来又改了', 1)
    await decide(b, '同事说', 0)
    await decide(c, '同事说', 0)
    // a and b as they went out, c and d filled in; whoever deletes columns and keeps 核对码 is understood as well
    const mine = [a, b, { ...c, note: '再看看' }, { ...d, outcome: '采纳' }]
    const verdicts = await loadTable(scene, await fileOf(mine, consultation.id))
    expect(verdicts).toMatchObject({ applied: 1, unchanged: 2, decidedMeanwhile: 2, conflict: 1, refused: 0 })
    expect(verdicts.rows[2]?.changes).toEqual([{ column: '备注', from: '', to: '再看看' }])
    expect((await decisionsOf(scene)).get(a.opinionId as OpinionId)).toMatchObject({
      reason: '后来又改了',
      rev: 2,
    })
    const short = csvFile([{ 编号: a.opinionId, 版本: a.rev, 核对码: a.check, 答复理由: a.reason }])
    expect(await loadTable(scene, short)).toMatchObject({ unchanged: 1, decidedMeanwhile: 1, conflict: 0 })
    // a file that no longer tells what it said is not trusted to be untouched
    const old = csvFile([{ 编号: a.opinionId, 版本: a.rev, 答复理由: a.reason }])
    expect(await loadTable(scene, old)).toMatchObject({ conflict: 1, decidedMeanwhile: 0 })
  })

  test('and its twin loaded at the same moment never overwrite each other', async () => {
    const scene = await tableScene(8)
    const rows = await tableRows(scene)
    const file = (outcome: string) =>
      fileOf(
        rows.map((row) => ({ ...row, outcome, reason: outcome })),
        scene.consultation.id,
      )
    const [one, two] = await Promise.all([file('采纳'), file('未采纳')])
    const [first, second] = await Promise.all([loadTable(scene, one), loadTable(scene, two)])
    expect(first.applied + second.applied).toBe(8)
    expect(first.conflict + second.conflict).toBe(8)
    const stored = await decisionsOf(scene)
    expect([...stored.values()].every(({ rev }) => rev === 1)).toBe(true)
  })

  test('leaves a removed column’s field as it is and clears an emptied cell', async () => {
    const scene = await tableScene(1)
    const { deps, consultation } = scene
    const [row] = (await tableRows(scene)) as [OpinionTableRow]
    const resulting = { draftId: 'rb-2' as DraftId, provisionId: 'art-5' as ProvisionId, quote: '划定的区域' }
    const opinionId = row.opinionId as OpinionId
    await decideOpinion(
      deps,
      colleague,
      consultation.id,
      opinionId,
      { outcome: 'adopted', reason: '理由', note: '备注', resulting },
      0,
      now,
    )
    const verdicts = await loadTable(
      scene,
      csvFile([{ 编号: row.opinionId, 版本: '1', 备注: '', 采纳情况: '部分采纳' }]),
    )
    expect(verdicts.applied).toBe(1)
    const stored = (await decisionsOf(scene)).get(opinionId)
    expect(stored).toMatchObject({ outcome: 'partlyAdopted', reason: '理由', resulting, rev: 2 })
    expect(stored).not.toHaveProperty('note')
  })

  test('refuses texts longer than a decision holds, and what it takes can be read again', async () => {
    const scene = await tableScene(2)
    const [a, b] = await tableRows(scene)
    if (!a || !b) throw new Error('two rows were stored')
    const edited = [
      { ...a, outcome: '未采纳', reason: '𠮷'.repeat(1000), responsible: '𠮷'.repeat(20) },
      { ...b, reason: '𠮷'.repeat(1001), responsible: '人'.repeat(41), note: '字'.repeat(2001) },
    ]
    const verdicts = await loadTable(scene, await fileOf(edited, scene.consultation.id))
    expect(
      verdicts.rows.map(({ problems }) => problems.map(({ column, code }) => `${column} ${code}`)),
    ).toEqual([[], ['答复理由 too-long', '承办人 too-long', '备注 too-long']])
    expect((await tableRows(scene))[0]?.reason).toBe('𠮷'.repeat(1000))
  })

  test('says when the opinion was corrected since', async () => {
    const scene = await tableScene(2)
    const rows = await tableRows(scene)
    await uploadRows(scene.deps, liaison, [
      aSheetRow(1, { 条款: '全文', 规范表述: '建议分区管理。', 拟改文字: '划定区域' }),
      aSheetRow(2, { 原话: '改一句。' }),
    ])
    await scene.deps.sequence()
    const verdicts = await loadTable(
      scene,
      await fileOf(
        rows.map((row) => ({ ...row, outcome: '采纳' })),
        scene.consultation.id,
      ),
    )
    expect(verdicts.rows.map(({ verdict, problems }) => [verdict, problems[0]?.code])).toEqual([
      ['applied', undefined],
      ['refused', 'superseded'],
    ])
    expect(verdicts.missing).toBe(1)
  })
})
