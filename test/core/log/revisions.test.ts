import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { currentRevisions } from '../../support/current-revisions.ts'

const logged = (n: number, id: string, supersedes?: string) =>
  ({ n, entry: { id, supersedes }, text: {} }) as unknown as LoggedOpinion
const ids = (log: LoggedOpinion[]) => currentRevisions(log).current.map(({ entry }) => entry.id)

test('a corrected opinion is read once, with what it corrected, oldest first', () => {
  const log = [logged(0, 'a'), logged(1, 'b'), logged(2, 'a2', 'a'), logged(3, 'a3', 'a2')]
  const { current, earlier, entries } = currentRevisions(log)
  expect(current.map(({ entry }) => entry.id)).toEqual(['b', 'a3'])
  expect(earlier.get('a3' as OpinionId)).toEqual(['a', 'a2'])
  expect(earlier.has('b' as OpinionId)).toBe(false)
  expect(entries).toBe(4)
})

test('a correction counts before its original arrives, and if that never arrives', () => {
  expect(ids([logged(0, 'a2', 'a')])).toEqual(['a2'])
  expect(ids([logged(0, 'a2', 'a'), logged(1, 'a')])).toEqual(['a2'])
  expect(currentRevisions([logged(0, 'a2', 'gone')]).earlier.size).toBe(0)
})

test('the order of arrival changes nothing', () => {
  const chain = ['a', 'b', 'b2', 'c', 'c2', 'c3']
  const names: Record<string, string> = { b2: 'b', c2: 'c', c3: 'c2' }
  fc.assert(
    fc.property(fc.shuffledSubarray(chain, { minLength: 6 }), (order) => {
      expect(ids(order.map((id, n) => logged(n, id, names[id]))).sort()).toEqual(['a', 'b2', 'c3'])
    }),
  )
})
