import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastCount, suppressSmall } from '#core/bulletin/suppress-small.ts'

test('no count under five is shown, none can be worked out from the sum, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 12 }), (numbers) => {
      const counts = Object.fromEntries(numbers.map((count, at) => [`p${at}`, count]))
      const { shown, together } = suppressSmall(counts)
      const sum = shown.reduce((total, { count }) => total + count, together.count)
      expect(sum).toBe(numbers.reduce((total, count) => total + count, 0))
      for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(leastCount)
      // One place alone would be its own sum; a sum under five tells as much, unless there is nothing else to add.
      if (together.places > 0 && shown.length > 0) {
        expect(together.places).toBeGreaterThan(1)
        expect(together.count).toBeGreaterThanOrEqual(leastCount)
      }
    }),
  )
})
