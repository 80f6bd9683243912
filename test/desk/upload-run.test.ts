import { describe, expect, test } from 'vitest'
import type { BatchProgress, BatchRowAnswer } from '#contract/batch-api.ts'
import { inputOf, unmapped, withRule } from '../../site/src/desk/rules/mapping-form.ts'
import { answerCsv, answerTable } from '../../site/src/desk/rules/answer-table.ts'
import {
  answerOf,
  failedRows,
  newRun,
  takeLine,
  tryAgain,
  type UploadRun,
} from '../../site/src/desk/rules/upload-run.ts'

import { zh } from '../../site/src/desk/words/strings.zh.ts'

const row = (
  number: number,
  verdict: BatchRowAnswer['verdict'],
  code?: 'store-failed' | 'missing',
): BatchRowAnswer => ({
  row: number,
  verdict,
  problems: code === undefined ? [] : [{ column: '', code, facts: {} }],
  flags: [],
})
const rows = (...answers: BatchRowAnswer[]): BatchProgress => ({ kind: 'rows', rows: answers })
const done: BatchProgress = {
  kind: 'done',
  answer: { batchId: 'b' as never, ignoredColumns: ['电话'], stored: 0, repeated: 0, revised: 0, refused: 0 },
}
const take = (run: UploadRun, lines: BatchProgress[], isPart = false) =>
  lines.reduce((held, line) => takeLine(held, line, isPart), run)

describe('an upload over several attempts', () => {
  test('counts what the first attempt stored as stored, though the second finds it there', () => {
    const cut = take(newRun, [{ kind: 'plan', rows: 3 }, rows(row(2, 'stored'), row(3, 'revised'))])
    expect([cut.total, cut.rows.size, cut.isDone]).toEqual([3, 2, false])
    const whole = take(tryAgain(cut), [
      { kind: 'plan', rows: 3 },
      rows(row(4, 'stored'), row(2, 'repeated'), row(3, 'repeated')),
      done,
    ])
    expect(whole.isDone).toBe(true)
    expect(answerOf(whole)).toMatchObject({
      stored: 2,
      revised: 1,
      repeated: 0,
      refused: 0,
      ignoredColumns: ['电话'],
    })
    expect(answerOf(whole).rows.map((answer) => answer.row)).toEqual([2, 3, 4])
  })

  test('tries single rows again without losing the others', () => {
    const first = take(newRun, [
      { kind: 'plan', rows: 3 },
      rows(row(2, 'stored'), row(3, 'refused', 'store-failed'), row(4, 'refused', 'missing')),
      done,
    ])
    expect(failedRows(first)).toEqual([3])
    const second = take(tryAgain(first), [{ kind: 'plan', rows: 1 }, rows(row(3, 'stored')), done], true)
    expect([second.total, failedRows(second)]).toEqual([3, []])
    expect(answerOf(second)).toMatchObject({ stored: 2, refused: 1 })
  })
})

describe('a mapping being made', () => {
  const columns = [
    { title: '内容', samples: ['话'] },
    { title: '类型', samples: ['投诉'], distinct: ['投诉', '修改'] },
  ]
  const rule = (...titles: string[]) => ({ columns: titles, fixed: '', values: {} })

  test('says which fields still come from nowhere', () => {
    const form = withRule({ name: '', fields: {} }, 'verbatim', rule('内容'))
    expect(unmapped(form)).toEqual(['channel', 'collectedOn'])
    expect(unmapped(withRule(form, 'verbatim', rule()))).toEqual(['verbatim', 'channel', 'collectedOn'])
  })

  test('writes down the words that were shown and left empty, and none that we read ourselves', () => {
    const form = withRule({ name: ' 热线 ', fields: {} }, 'changeType', rule('类型'))
    expect(inputOf(form, columns)).toEqual({
      name: '热线',
      headers: ['内容', '类型'],
      fields: { changeType: { columns: ['类型'], fixed: '', values: { 投诉: '' } } },
    })
  })
})

test('the answers as a table are read by Excel as text, whatever a person said, with what to mend in words', () => {
  const stored = { ...row(2, 'stored'), firstWords: '=1+1，"好"', receiptCode: 'ABCD EFGH' }
  const refused = {
    ...row(3, 'refused'),
    problems: [{ column: '原话', code: 'missing' as const, facts: {} }],
  }
  const table = answerTable([stored, refused], '河岸条例', zh)
  const say = table.rows[1]?.[4] ?? ''
  expect(say).toMatch(/原话.+/)
  expect(answerCsv(table)).toBe(
    '\ufeff行,结果,意见,回执码,要改什么\r\n' +
      '2,新存入,"\'=1+1，""好""",ABCD EFGH,\r\n' +
      `3,没有存入,,,${say}\r\n`,
  )
})
