import { describe, expect, test } from 'vitest'
import { requireLegalWindow } from '../../functions/core/legal-clock.ts'
import { PortalError } from '../../functions/core/portal-error.ts'
import type { Instant } from '../../functions/core/time.ts'
import { checkWindow } from '../../site/src/desk/rules/window-check.ts'

const opensAt = '2026-11-02T16:00:00.000Z' as Instant

function refusedByCore(closesAt: Instant): boolean {
  try {
    requireLegalWindow({ opensAt, closesAt, reason: undefined, minimumDays: 30 })
    return false
  } catch (error) {
    return error instanceof PortalError && error.code === 'window-too-short'
  }
}

describe('the legal clock while dates are typed (R13)', () => {
  test('thirty whole days need no reason, a millisecond less does', () => {
    expect(checkWindow(opensAt, '2026-12-02T16:00:00.000Z', 30)).toEqual({ kind: 'long', days: 30 })
    expect(checkWindow(opensAt, '2026-12-02T15:59:59.999Z', 30)).toEqual({ kind: 'short', days: 29 })
  })

  test('it says the same as the rule that will be asked when it is stored', () => {
    for (const closesAt of [
      '2026-12-02T16:00:00.000Z',
      '2026-12-02T15:59:59.999Z',
      '2026-11-10T16:00:00.000Z',
    ] as Instant[])
      expect(checkWindow(opensAt, closesAt, 30).kind === 'short').toBe(refusedByCore(closesAt))
  })

  test('a close before the opening is backwards, and half a window is unknown', () => {
    expect(checkWindow(opensAt, opensAt, 30)).toEqual({ kind: 'backwards' })
    expect(checkWindow(opensAt, undefined, 30)).toEqual({ kind: 'unknown' })
  })
})
