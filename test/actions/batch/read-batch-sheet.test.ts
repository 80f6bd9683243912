import { beforeEach, describe, expect, test } from 'vitest'
import { printReceiptCode, receiptCode } from '#core/collecting/receipt.ts'
import { currentOpinions } from '../../support/current-opinions.ts'
import { aSheetRow } from '../../support/batch-file.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { liaison, sceneTimes, westLiaison } from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})

describe('rows', () => {
  test('with problems are refused with all of them by column, and the good ones are stored', async () => {
    const bad = aSheetRow(2, {
      条款: '第九十九条',
      原话: '',
      来源渠道: '飞鸽传书',
      收集日期: '下个月',
      人数: '很多',
      回执码: '1234',
      提出人类别: '居'.repeat(41),
    })
    const answer = await uploadRows(scene.deps, liaison, [
      aSheetRow(1, { 人数: '', 回执码: '' }),
      bad,
      aSheetRow(3),
    ])
    expect(answer).toMatchObject({ stored: 2, repeated: 0, revised: 0, refused: 1 })
    const refused = answer.rows.find((row) => row.verdict === 'refused')
    expect(refused?.row).toBe(3)
    expect(refused?.problems.map(({ column, code }) => [column, code])).toEqual([
      ['条款', 'unknown-provision'],
      ['原话', 'missing'],
      ['提出人类别', 'too-long'],
      ['人数', 'not-a-number'],
      ['来源渠道', 'unknown-choice'],
      ['收集日期', 'not-a-date'],
      ['回执码', 'receipt-code-malformed'],
    ])
    expect(JSON.stringify(refused)).not.toContain('飞鸽')
  })

  test('with rare Han up to the last character are stored, and read again', async () => {
    const fits = {
      提出人类别: '𠮷'.repeat(20),
      所在区域: '㐱〇'.repeat(30),
      记录人: '𠮷'.repeat(20),
      原话: '𠮷'.repeat(5000),
    }
    const over = {
      提出人类别: '𠮷'.repeat(21),
      所在区域: '㐱〇'.repeat(31),
      记录人: '𠮷'.repeat(21),
      原话: '𠮷'.repeat(5001),
    }
    const answer = await uploadRows(scene.deps, liaison, [aSheetRow(1, fits), aSheetRow(2, over)])
    expect(answer.rows.map(({ verdict }) => verdict)).toEqual(['stored', 'refused'])
    expect(answer.rows[1]?.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      '原话 too-long',
      '提出人类别 too-long',
      '所在区域 too-long',
      '记录人 too-long',
    ])
    await scene.deps.sequence()
    const { current } = await currentOpinions(scene.deps, scene.consultation.id)
    expect(current[0]?.text.content.verbatim).toBe('𠮷'.repeat(5000))
  })

  test('with a number that stands there twice refuse the second', async () => {
    const answer = await uploadRows(scene.deps, liaison, [aSheetRow(1), aSheetRow(1, { 原话: '另一句。' })])
    expect(answer.rows.map(({ verdict }) => verdict)).toEqual(['stored', 'refused'])
    expect(answer.rows[1]?.problems).toMatchObject([{ column: '序号', code: 'row-number-repeated' }])
  })

  test('with a receipt handed out on paper keep its code, also through a correction', async () => {
    const { deps, consultation } = scene
    const paper = printReceiptCode(receiptCode(new Uint8Array(15).fill(5)))
    const first = await uploadRows(deps, liaison, [aSheetRow(1, { 回执码: paper }), aSheetRow(2)])
    expect(first.rows[0]).toMatchObject({ verdict: 'stored', receiptCode: paper })
    const changed = aSheetRow(1, { 回执码: paper, 原话: '改一句。' })
    const second = await uploadRows(deps, liaison, [changed, aSheetRow(2)])
    expect(second.rows[0]?.verdict).toBe('revised')
    const elsewhere = await uploadRows(deps, westLiaison, [
      aSheetRow(7, { 回执码: paper, 原话: '别人的话。' }),
    ])
    expect(elsewhere.rows).toMatchObject([
      { verdict: 'conflict', problems: [{ column: '回执码', code: 'receipt-code-taken' }] },
    ])
    expect(elsewhere.refused).toBe(1)
    await deps.sequence()
    expect((await currentOpinions(deps, consultation.id)).current.length).toBe(2)
  })

  test('carry what a reader should know: personal data, invisible characters', async () => {
    const rows = [
      aSheetRow(1, { 原话: '请打我电话13812345678。' }),
      aSheetRow(2, { 原话: '不\u202e要\u200b全禁。' }),
    ]
    const answer = await uploadRows(scene.deps, liaison, rows)
    expect(answer.rows.map(({ flags }) => flags)).toEqual([['personal-data'], ['invisible-removed']])
    await scene.deps.sequence()
    const { current } = await currentOpinions(scene.deps, scene.consultation.id)
    expect(current.map(({ text }) => text.content.verbatim).sort()).toEqual([
      '不要全禁。',
      '请打我电话13812345678。',
    ])
  })

  test('name a group with its headcount, a channel in other words and a date in any usual way', async () => {
    const row = aSheetRow(1, {
      群体名称: '河西村村民',
      人数: '１２人',
      来源渠道: '村民座谈',
      收集日期: '2026年11月3日',
      条款: '24',
    })
    const answer = await uploadRows(scene.deps, liaison, [
      row,
      { ...row, 序号: '2', 条款: '第四条第（二）项' },
    ])
    expect(answer.rows.map(({ verdict }) => verdict)).toEqual(['refused', 'stored'])
    await scene.deps.sequence()
    const { current } = await currentOpinions(scene.deps, scene.consultation.id)
    expect(current[0]?.text).toMatchObject({
      collectedOn: '2026-11-03',
      content: {
        provisionId: 'art-4.p1.i2',
        proponent: { kind: 'group', groupName: '河西村村民', headcount: 12 },
      },
    })
    expect(current[0]?.entry.channel).toBe('forum')
  })
})

describe('the deadline (R14)', () => {
  const dated = (date: string) => [aSheetRow(1, { 收集日期: date })]

  test('accepts in its last millisecond without a flag', async () => {
    const answer = await uploadRows(scene.deps, liaison, dated('2026-12-03'), { now: sceneTimes.lastMoment })
    expect(answer.rows).toMatchObject([{ verdict: 'stored', flags: [] }])
  })

  test('accepts and flags afterwards what was collected on the closing day', async () => {
    const answer = await uploadRows(scene.deps, liaison, dated('2026-12-03'), { now: sceneTimes.closes })
    expect(answer.rows).toMatchObject([{ verdict: 'stored', flags: ['late'] }])
    const repeat = await uploadRows(scene.deps, liaison, dated('2026-12-03'), { now: sceneTimes.after })
    expect(repeat.rows).toMatchObject([{ verdict: 'repeated' }])
  })

  test.each([
    ['2026-12-04', sceneTimes.after, 'collected-after-close'],
    ['', sceneTimes.after, 'late-without-date'],
    ['', sceneTimes.during, 'missing'],
    ['2026-11-11', sceneTimes.during, 'collected-in-future'],
    ['2026-10-19', sceneTimes.before, 'not-open-yet'],
  ])('refuses what was collected on %j and sent at %s: %s', async (date, now, code) => {
    const rows = [aSheetRow(1, { 收集日期: date }), aSheetRow(2, { 收集日期: '' })]
    const answer = await uploadRows(scene.deps, liaison, rows, { now })
    expect(answer.stored).toBe(0)
    expect(answer.rows[0]?.problems).toMatchObject([{ column: '收集日期', code }])
  })
})
