import { describe, expect, test } from 'vitest'
import type { AttachmentAnswer, OpinionAnswer, SyncAnswer } from '#contract/collect-api.ts'
import { Trouble } from '../../site/src/desk/api/trouble.ts'
import { linesOf } from '../../site/src/desk/rules/carried-lines.ts'
import { bringCarried, isIncomplete, type CarriedRun } from '../../site/src/desk/rules/carried-run.ts'

const line = (kaimen: string, n: number, of: number) => JSON.stringify({ kaimen, part: { n, of } })
const records = (n: number, of: number) => line('carried v1', n, of)
const piece = (n: number, of: number) => line('carried piece v1', n, of)

/** A portal that takes everything; a piece is whole with its second. */
function openPortal() {
  const taken: string[] = []
  let pieces = 0
  return {
    taken,
    calls: {
      records: async (body: Blob) => {
        taken.push(await body.text())
        return { opinions: [{ id: `o-${taken.length}`, verdict: 'stored' }] } as unknown as SyncAnswer
      },
      piece: async (body: Blob) => {
        taken.push(await body.text())
        pieces += 1
        return { id: 'photo', complete: pieces === 2 } as unknown as AttachmentAnswer
      },
      rest: async () => undefined,
    },
  }
}

describe('a carried file', () => {
  test('goes up line by line, in its order, and says how far it is', async () => {
    const { calls, taken } = openPortal()
    const lines = [records(0, 4), records(1, 4), piece(2, 4), piece(3, 4)]
    const told: CarriedRun[] = []
    const run = await bringCarried(new Blob([lines.join('\n'), '\n']), calls, (step) => told.push(step))
    expect(taken).toEqual(lines)
    expect(told.map((step) => [step.lines, step.of])).toEqual([1, 2, 3, 4].map((n) => [n, 4]))
    expect(run.opinions).toHaveLength(2)
    expect([...run.photos]).toEqual([['photo', true]])
    expect(isIncomplete(run)).toBe(false)
  })

  test('of one line, as earlier apps wrote it, is complete', async () => {
    const { calls } = openPortal()
    const file = new Blob([JSON.stringify({ kaimen: 'carried v1' })])
    expect(isIncomplete(await bringCarried(file, calls, () => undefined))).toBe(false)
  })

  test.each<[string, string]>([
    ['cut in the middle of a line', `${records(0, 2)}\n${records(1, 2).slice(0, 20)}`],
    ['cut between two lines', `${records(0, 2)}\n`],
    ['of something else', '<html>not ours</html>'],
    ['of nothing', ''],
  ])('%s is told to be incomplete', async (_, text) => {
    const { calls } = openPortal()
    expect(isIncomplete(await bringCarried(new Blob([text]), calls, () => undefined))).toBe(true)
  })

  test('rests when the portal asks for it, and goes on with the same line', async () => {
    const { calls, taken } = openPortal()
    let rests = 0
    const records = async (body: Blob) => {
      if (rests < 3) throw new Trouble('refused', { code: 'too-many-requests' } as Trouble['problem'])
      return calls.records(body)
    }
    const rest = async () => void (rests += 1)
    const lines = [line('carried v1', 0, 2), line('carried v1', 1, 2)]
    const run = await bringCarried(new Blob([lines.join('\n')]), { ...calls, records, rest }, () => undefined)
    expect(taken).toEqual(lines)
    expect(run.opinions).toHaveLength(2)
    const never = {
      ...calls,
      records: () =>
        Promise.reject(new Trouble('refused', { code: 'too-many-requests' } as Trouble['problem'])),
      rest,
    }
    await expect(bringCarried(new Blob([lines.join('\n')]), never, () => undefined)).rejects.toThrow(
      'too-many-requests',
    )
  })

  test('stops at a refusal that would meet every line, and not at one photo’s own', async () => {
    const { calls, taken } = openPortal()
    const refusal = (code: string) => new Trouble('refused', { code } as Trouble['problem'])
    const file = new Blob([[piece(0, 2), records(1, 2)].join('\n')])
    const alone = async () => Promise.reject(refusal('already-exists'))
    const run = await bringCarried(file, { ...calls, piece: alone }, () => undefined)
    expect(run).toMatchObject({ refusedPhotos: 1, opinions: [{ verdict: 'stored' }] as OpinionAnswer[] })
    const tampered = async () => Promise.reject(refusal('carried-tampered'))
    taken.length = 0
    await expect(bringCarried(file, { ...calls, piece: tampered }, () => undefined)).rejects.toThrow(
      'carried-tampered',
    )
    expect(taken).toEqual([])
  })
})

test('lines are whole however the bytes are cut, Han characters too', async () => {
  const bytes = new TextEncoder().encode('第一行，路灯\n\n第二行\n最后一行没有换行')
  const stream = () =>
    new ReadableStream<Uint8Array>({
      start(to) {
        for (const byte of bytes) to.enqueue(Uint8Array.of(byte))
        to.close()
      },
    })
  const read: string[] = []
  for await (const one of linesOf({ stream } as unknown as Blob)) read.push(one)
  expect(read).toEqual(['第一行，路灯', '第二行', '最后一行没有换行'])
})
