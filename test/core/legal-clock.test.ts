import { describe, expect, it } from 'vitest'
import { isAnswerOverdue, requireLegalWindow } from '#core/legal-clock.ts'
import type { Instant } from '#core/time.ts'

const opensAt = '2026-11-01T00:00:00.000Z' as Instant
const window = (closesAt: string, reason?: string, minimumDays = 30) => ({
  opensAt,
  closesAt: closesAt as Instant,
  reason,
  minimumDays,
})

describe('the legal clock (R13)', () => {
  it('thirty whole days need no reason', () => {
    expect(() => requireLegalWindow(window('2026-12-01T00:00:00.000Z'))).not.toThrow()
  })

  it('a millisecond less needs one', () => {
    const short = '2026-11-30T23:59:59.999Z'
    expect(() => requireLegalWindow(window(short))).toThrow(
      expect.objectContaining({
        code: 'window-too-short',
        facts: { days: 29, minimumDays: 30, needs: 'reason' },
      }),
    )
    expect(() => requireLegalWindow(window(short, '   '))).toThrow('window-too-short')
    expect(() => requireLegalWindow(window(short, '防汛急需'))).not.toThrow()
  })

  it('a legislature may set fifteen days', () => {
    expect(() => requireLegalWindow(window('2026-11-16T00:00:00.000Z', undefined, 15))).not.toThrow()
  })

  it('no reason makes a window that closes before it opens', () => {
    expect(() => requireLegalWindow(window('2026-11-01T00:00:00.000Z', '急'))).toThrow(
      expect.objectContaining({ code: 'window-too-short' }),
    )
  })

  it('an answer is overdue from the first moment of the day after, in the city’s own time', () => {
    expect(isAnswerOverdue('2026-12-03', '2026-12-03T15:59:59.999Z' as Instant)).toBe(false)
    expect(isAnswerOverdue('2026-12-03', '2026-12-03T16:00:00.000Z' as Instant)).toBe(true)
  })
})
