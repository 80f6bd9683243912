import { expect, test } from 'vitest'
import type { DraftMeta } from '#core/bill.ts'
import { laterDraftsOf } from '#core/draft/draft-order.ts'

const draft = (id: string, stage: string, datedOn: string, importedAt = '1') =>
  ({ id, stage, datedOn, importedAt }) as unknown as DraftMeta

test('later drafts follow by stage, then by date, then by when they came in', () => {
  const asked = draft('asked', 'firstReading', '2026-05-01', '2')
  const others = [
    draft('enacted', 'enacted', '2026-01-01'),
    draft('same-day-later', 'firstReading', '2026-05-01', '3'),
    draft('before', 'consultation', '2026-09-01'),
    draft('second', 'secondReading', '2026-08-01'),
    draft('older', 'firstReading', '2026-04-30', '9'),
    asked,
  ]
  expect(laterDraftsOf(asked, others).map(({ id }) => id)).toEqual(['same-day-later', 'second', 'enacted'])
})
