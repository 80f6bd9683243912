import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AnswerCell,
  readAnswerCell,
  writeAnswerCell,
} from '../../functions/documents/opinion-answer-cell.ts'
import { readRowKey, writeRowKey } from '../../functions/documents/opinion-row-key.ts'

const empty: AnswerCell = { reason: '', resultingProvision: '', resultingQuote: '', proposal: '', note: '' }
const cellOf = (row: AnswerCell) =>
  writeAnswerCell(row)
    .map(({ label, text }) => label + text)
    .join('\n')

test('whatever the desk wrote, words that look like a label included, is read back', () => {
  const words = fc
    .array(fc.constantFrom('条文：', '备注：', '初步意见：', '\n', '\u200B', '第四条', '　', ' ', '修'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('').trim())
  const quote = words.map((text) => text.replaceAll('\n', '').trim())
  const place = fc.constantFrom('', '第四条', '第四条第二款', '附件1')
  fc.assert(
    fc.property(words, place, quote, words, words, (reason, resultingProvision, said, proposal, note) => {
      const resultingQuote = resultingProvision === '' ? '' : said
      const row = { reason, resultingProvision, resultingQuote, proposal, note }
      expect(readAnswerCell(cellOf(row))).toEqual(row)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['条文：第四条 应当在七日内修复', '第四条', '应当在七日内修复'],
  ['条文：第四条　应当在七日内修复', '第四条', '应当在七日内修复'],
  ['条文： 第四条', '第四条', ''],
  ['条文：', '', ''],
])('typed by hand, 「%s」 names its article and its words', (typed, resultingProvision, resultingQuote) => {
  expect(readAnswerCell(`照办。\n${typed}`)).toEqual({
    ...empty,
    reason: '照办。',
    resultingProvision,
    resultingQuote,
  })
})

test('a row is found again by what stands unseen behind its number, and not when that was typed over', () => {
  const key = { opinionId: 'KLtZgcwu80d4wjcVxG2aXg', rev: '3', check: 'ab-cd' }
  expect(readRowKey(`12${writeRowKey(key)}`)).toEqual({ ...key, seq: '12' })
  expect(readRowKey('12')).toEqual({ opinionId: '', rev: '', check: '', seq: '12' })
  expect(writeRowKey({ ...key, opinionId: '' })).toBe('')
})
