import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness } from '#core/text/text-likeness.ts'

test('a text is wholly like itself, and likeness has no direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(likeness(a, a)).toBe(1)
      expect(likeness(a, b)).toBe(likeness(b, a))
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
      expect(likeness(a, b)).toBeLessThanOrEqual(1)
    }),
  )
})

test('a correction is more like what it corrects than another opinion', () => {
  const said = '河边钓鱼几十年了，全禁掉想不通。'
  expect(likeness(said, '河边钓鱼几十年了，全部禁掉想不通！')).toBeGreaterThan(0.7)
  expect(likeness(said, '路灯太暗，晚上不敢走。')).toBeLessThan(0.2)
})
