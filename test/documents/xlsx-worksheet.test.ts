import { expect, it } from 'vitest'
import { rowHeight } from '../../functions/documents/xlsx-worksheet.ts'

const heightOf = (text: string, width: number) => rowHeight([{ text, width }])

it('a row is as tall as its longest text needs, Han characters counting double', () => {
  const one = heightOf('短', 20)
  expect(heightOf('', 20)).toBe(one)
  expect(heightOf('九个汉字正好一行。', 20)).toBe(one)
  expect(heightOf('十个汉字就要换一行了', 20)).toBeGreaterThan(one)
  expect(heightOf('nineteen letters ok', 20)).toBe(one)
  expect(heightOf('一\n二\n三', 20)).toBe(
    rowHeight([
      { text: '', width: 5 },
      { text: '一\n二\n三', width: 20 },
    ]),
  )
  expect(heightOf('一\n二\n三', 20) - one).toBe(30)
})

it('no row is taller than Excel allows', () => {
  expect(heightOf('很长'.repeat(10_000), 20)).toBe(409)
})
