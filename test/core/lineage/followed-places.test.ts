import { expect, test } from 'vitest'
import { evenShare } from '#core/lineage/followed-places.ts'

test('few of an article are all shown, the many share what is left evenly, and nobody is left without one', () => {
  expect(evenShare([3, 5, 80], 100, 2000)).toBe(100)
  expect(evenShare([3, 500, 900], 100, 103)).toBe(50)
  expect(evenShare([3, 500, 900], 100, 2000)).toBe(100)
  expect(evenShare([5, 5, 5], 100, 2)).toBe(1)
  expect(evenShare([], 100, 2000)).toBe(100)
})
