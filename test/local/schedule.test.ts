import { expect, test } from 'vitest'
import { instant, type Instant } from '#core/time.ts'
import { nextTurn } from '../../infra/local/schedule.ts'

const at = (text: string) => instant(Date.parse(text))
const window = (opens: string, closes: string, status: 'announced' | 'prepared' = 'announced') => ({
  status,
  opensAt: at(opens),
  closesAt: at(closes),
})

test('with nothing open, pages turn at midnight where the legislature is', () => {
  expect(nextTurn([], at('2026-12-03T15:59:59.999Z'), 480)).toBe('2026-12-03T16:00:00.000Z')
  expect(nextTurn([], at('2026-12-03T16:00:00.000Z'), 480)).toBe('2026-12-04T16:00:00.000Z')
})

test('a window that closes before midnight turns pages at its closing instant', () => {
  const open = window('2026-12-01T00:00:00Z', '2026-12-03T12:34:56.789Z')
  expect(nextTurn([open], at('2026-12-03T10:00:00Z'), 480)).toBe('2026-12-03T12:34:56.789Z')
})

test('an edge that is now has already turned, and one of a prepared consultation never turns', () => {
  const closing = window('2026-12-01T00:00:00Z', '2026-12-03T10:00:00Z')
  const prepared = window('2026-12-03T11:00:00Z', '2026-12-03T12:00:00Z', 'prepared')
  const now: Instant = at('2026-12-03T10:00:00Z')
  expect(nextTurn([closing, prepared], now, 480)).toBe('2026-12-03T16:00:00.000Z')
})
