import { expect, test } from 'vitest'
import { startRounds } from '../../infra/local/rounds.ts'
import { createTelemetry } from '../../functions/telemetry/telemetry.ts'
import { instant } from '#core/time.ts'

const never = 1_000_000_000

test('what is asked for during a round is one more round, and a round that fails stops nothing', async () => {
  const lines: string[] = []
  const telemetry = createTelemetry(
    (line) => lines.push(line),
    () => instant(0),
  )
  const first = Promise.withResolvers<void>()
  const third = Promise.withResolvers<void>()
  const begun: number[] = []
  const round = async () => {
    begun.push(begun.length + 1)
    if (begun.length === 1) return first.promise
    if (begun.length === 2) throw new Error('the store is away')
    third.resolve()
  }
  const rounds = startRounds(telemetry, { app: 'test', everyMs: never, round })
  rounds.start()
  rounds.start()
  expect(begun).toEqual([1])
  first.resolve()
  await expect.poll(() => lines.length).toBe(1)
  expect(lines[0]).toContain('unexpected-error')
  expect(begun).toEqual([1, 2])
  rounds.start()
  await third.promise
  await rounds.stop()
  rounds.start()
  expect(begun).toEqual([1, 2, 3])
})
