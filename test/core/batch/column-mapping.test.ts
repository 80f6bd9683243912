import { describe, expect, test } from 'vitest'
import {
  type ColumnMapping,
  type FieldRules,
  fieldsMissing,
  mapCells,
  recogniseMapping,
} from '#core/batch/column-mapping.ts'
import { guessColumns } from '#core/batch/guess-columns.ts'
import type { CalendarDate } from '#core/time.ts'

const from = (...columns: string[]) => ({ columns, fixed: '', values: {} })
const always = (fixed: string) => ({ columns: [], fixed, values: {} })
const fields: FieldRules = {
  rowNumber: from('工单编号'),
  verbatim: from('诉求标题', '诉求内容'),
  collectedOn: from('来电时间'),
  channel: always('12345热线'),
  changeType: { columns: ['诉求类型'], fixed: '', values: { 咨询: '疑问', 投诉: '' } },
}
const headers = ['工单编号', '诉求标题', '诉求内容', '诉求类型', '来电时间', '来电人', '联系电话']
const aMapping = (changes: Partial<ColumnMapping> = {}) =>
  ({
    id: 'm-1',
    name: '热线',
    headers,
    fields,
    changedAt: '2026-11-01',
    removed: false,
    rev: 1,
    ...changes,
  }) as ColumnMapping

describe('a row read by a mapping', () => {
  test('joins columns line by line, writes what is fixed and turns words into ours', () => {
    const cells = {
      工单编号: 'A1',
      诉求标题: '修路',
      诉求内容: '路太窄。',
      诉求类型: ' 咨询 ',
      来电人: '张三',
    }
    expect(mapCells(fields, cells)).toEqual({
      rowNumber: 'A1',
      verbatim: '修路\n路太窄。',
      channel: '12345热线',
      changeType: '疑问',
    })
  })

  test('says the same thing once when two columns repeat each other', () => {
    expect(mapCells(fields, { 诉求标题: '修路', 诉求内容: '修路' })?.verbatim).toBe('修路')
  })

  test('leaves out a word mapped to nothing, and hands on a word nobody mapped', () => {
    expect(mapCells(fields, { 诉求内容: '话', 诉求类型: '投诉' })?.changeType).toBeUndefined()
    expect(mapCells(fields, { 诉求内容: '话', 诉求类型: '表扬' })?.changeType).toBe('表扬')
  })

  test('is no row when only its number or what is fixed stands there', () => {
    expect(mapCells(fields, { 工单编号: 'A1' })).toBeUndefined()
    expect(mapCells(fields, { 来电人: '张三' })).toBeUndefined()
  })
})

describe('a header', () => {
  test('is known by the columns the mapping reads, though others come and go', () => {
    const changed = ['工单编号', '诉求标题', '诉求内容', '诉求类型', '来电时间', '来电人', '满意度']
    expect(recogniseMapping([aMapping()], changed)?.id).toBe('m-1')
  })

  test('is not known when a column that is read has gone, or most titles are others', () => {
    expect(recogniseMapping([aMapping()], headers.slice(1))).toBeUndefined()
    const wide = [...headers, ...Array.from({ length: 12 }, (_, n) => `列${n}`)]
    expect(recogniseMapping([aMapping()], wide)).toBeUndefined()
  })

  test('belongs to the mapping that shares most, and never to a deleted one', () => {
    const other = aMapping({ id: 'm-2' as ColumnMapping['id'], headers: [...headers, '满意度'] })
    expect(recogniseMapping([other, aMapping()], headers)?.id).toBe('m-1')
    expect(recogniseMapping([other, aMapping()], [...headers, '满意度'])?.id).toBe('m-2')
    expect(recogniseMapping([aMapping({ removed: true })], headers)).toBeUndefined()
  })
})

test('a mapping names where words, channel and date come from; words are never fixed', () => {
  expect(fieldsMissing(fields)).toEqual([])
  expect(fieldsMissing({ verbatim: always('同意'), channel: always(' ') })).toEqual([
    'verbatim',
    'channel',
    'collectedOn',
  ])
})

describe('guesses', () => {
  const today = '2026-11-22' as CalendarDate
  const guess = (columns: Record<string, string[]>) =>
    guessColumns(
      Object.entries(columns).map(([title, samples]) => ({ title, samples })),
      today,
    )

  test('find a hotline’s columns and leave callers, phones and answers alone', () => {
    const guessed = guess({
      工单编号: ['YX01', 'YX02'],
      诉求标题: ['修路', '路灯'],
      诉求内容: ['路太窄了，要修宽一点。', '灯太暗了，晚上不敢走。'],
      来电时间: ['2026-10-03 08:00:00', '2026-10-04 09:00:00'],
      所属街道: ['东桥街道', '西渡镇'],
      来电人: ['张三', '李四'],
      联系电话: ['13812345678', '13812345679'],
      办理结果: ['已办', '已转办有关单位处理，请等候。'],
      办结时间: ['2026-10-05', '2026-10-06'],
    })
    expect(guessed).toEqual({
      rowNumber: from('工单编号'),
      verbatim: from('诉求标题', '诉求内容'),
      area: from('所属街道'),
      collectedOn: from('来电时间'),
      channel: always('12345热线'),
    })
  })

  test('take kinds of people for who spoke, not for what kind of opinion it is', () => {
    const guessed = guess({
      诉求内容: ['希望河边多设几个垃圾桶。', '垂钓区能不能划出来？'],
      市民类型: ['沿岸居民', '垂钓爱好者'],
    })
    expect(guessed).toEqual({ verbatim: from('诉求内容'), category: from('市民类型') })
  })

  test('take a column by what stands in it, not by its title alone', () => {
    const guessed = guess({
      建议编号: ['1', '1', '2'],
      时间: ['上午', '下午', '下午'],
      收到日期: ['10月3日', '10月4日', '10月5日'],
      建议人: ['甲', '乙', '丙'],
      说明: ['希望河边多种一些树，夏天有地方乘凉。', '希望把步道修平，推轮椅的人也能走。', '同意。'],
    })
    expect(guessed.rowNumber).toBeUndefined()
    expect(guessed.collectedOn).toEqual(from('收到日期'))
    expect(guessed.verbatim).toEqual(from('说明'))
    expect(guessed.channel).toEqual(always('人民建议征集'))
  })
})
