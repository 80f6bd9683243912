import { describe, expect, test } from 'vitest'
import { readCalendarDate, readDateBefore } from '#core/batch/collection-date.ts'
import { hasLostCharacters } from '#core/text/lost-characters.ts'
import type { CalendarDate } from '#core/time.ts'

const today = '2026-11-22' as CalendarDate

describe('a date that names its year', () => {
  test.each([
    '2026年10月3日',
    '２０２６年１０月３日',
    '2026-10-03 14:22:10',
    '2026-10-03T14:22:10+08:00',
    '2026/10/3 下午3:20',
    '2026年10月3日 星期六',
    '2026年10月3日(周六) 上午',
    '2026.10.3',
    '20261003',
    '20261003142210',
    '46298',
  ])('is read from %s', (written) => {
    expect(readCalendarDate(written)).toBe('2026-10-03')
    expect(readDateBefore(written, today)).toEqual({ date: '2026-10-03' })
  })

  test.each(['下个月', '2026年10月', '2026-13-01', '2026-02-30', '13.1', '12', '10.3元'])(
    'is not read from %s',
    (written) => {
      expect(readCalendarDate(written)).toBeUndefined()
      expect(readDateBefore(written, today)).toBeUndefined()
    },
  )
})

describe('a date without a year', () => {
  test.each([
    ['10月3日', '2026-10-03'],
    ['１０月３号上午', '2026-10-03'],
    ['10/30', '2026-10-30'],
    ['26年10月3日', '2026-10-03'],
    ['11月22日', '2026-11-22'],
    ['11月23日', '2025-11-23'],
    ['2月29日', '2024-02-29'],
  ])('%s is the last such day up to today: %s', (written, date) => {
    expect(readDateBefore(written, today)).toEqual({ date, yearGuessed: true })
  })

  test.each([
    ['10.3', '2026-10-03', '2026-10-30'],
    ['5.1', '2026-05-01', '2026-05-10'],
    ['11.3', '2026-11-03', undefined],
    ['10.4', '2026-10-04', undefined],
    ['10.31', '2026-10-31', undefined],
  ])('%s is %s; a spreadsheet may have cut it from %s', (written, date, other) => {
    expect(readDateBefore(written, today)).toEqual({ date, yearGuessed: true, ...(other && { other }) })
  })
})

describe('characters lost on the way', () => {
  test.each(['李?家的地', '这里的?桥要修', '我姓?，住在东村', '东??村', '河西〓村的路', '河西□村的路'])(
    'are noticed in %s',
    (text) => {
      expect(hasLostCharacters(text)).toBe(true)
    },
  )

  test.each([
    '能不能钓鱼?我觉得可以',
    '为什么不让?老百姓想不通',
    '对吧?我说过',
    '划不划?不划不行',
    '几点关门?晚上也想走走',
    '什么时候修好？',
    'why?为什么',
    '不让钓鱼',
  ])('are not seen where a question is asked: %s', (text) => {
    expect(hasLostCharacters(text)).toBe(false)
  })
})
