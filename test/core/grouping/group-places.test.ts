import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyGroupMoves,
  type GroupChange,
  type GroupId,
  type GroupMove,
} from '#core/grouping/group-moves.ts'
import { GroupSizes } from '#core/grouping/group-sizes.ts'
import { standingMoves } from '#core/grouping/standing-moves.ts'
import { countGroups } from '#core/grouping/group-places.ts'
import { GroupedLog } from '#core/grouping/grouped-log.ts'
import type { ConsultationId, DraftId, MemberId } from '#core/ids.ts'
import { logEntryOf, logTextOf } from '#core/log/log-entry.ts'
import { buildOpinion, opinionIdFor } from '../../support/build-opinion.ts'

const wishes = [
  '狗粪没人捡，草地不敢踩',
  '步道太窄，婴儿车会车不便',
  '路灯太暗，桥洞下看不清',
  '厕所坡道太陡，轮椅上不去',
]

/** Forty entries in four kinds, every tenth a correction of the one before it. */
function someLog(size = 40): GroupedLog {
  const log = new GroupedLog({ id: 'd-1' as DraftId, provisions: [] })
  for (let n = 0; n < size; n += 1) {
    const supersedes = n % 10 === 9 ? opinionIdFor(`o-${n - 1}`) : undefined
    const record = buildOpinion(`o-${n}`, { supersedes }, { verbatim: `${wishes[n % 4]}，第${n}次说。` })
    log.add({ n, entry: logEntryOf(record), text: logTextOf(record, n) })
  }
  return log
}

function history(changes: readonly GroupChange[]): GroupMove[] {
  return changes.map((change, at) => ({
    consultationId: 'c-1' as ConsultationId,
    rev: at + 1,
    change,
    madeBy: 'm-lin' as MemberId,
    madeAt: '2026-11-22T08:00:00.000Z' as GroupMove['madeAt'],
  }))
}

const group = fc
  .oneof(
    fc.integer({ min: 0, max: 39 }).map((n) => `g-${n}`),
    fc.integer({ min: 1, max: 12 }).map((n) => `s-${n}`),
  )
  .map((id) => id as never)
const change: fc.Arbitrary<GroupChange> = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), from: group, into: group }),
  fc.record({
    kind: fc.constant('move' as const),
    opinionIds: fc.array(
      fc.integer({ min: 0, max: 41 }).map((n) => opinionIdFor(`o-${n}`)),
      { minLength: 1, maxLength: 5 },
    ),
    to: fc.oneof(group, fc.constant('new' as const)),
  }),
  fc.record({ kind: fc.constant('undo' as const), undoes: fc.integer({ min: 1, max: 12 }) }),
)

const noneDecided = new Uint8Array(0)

describe('people’s moves over the proposals', () => {
  const log = someLog()

  it('leave every current opinion in exactly one group, whatever is moved and undone', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const groups = [...countGroups(log, history(changes), noneDecided).values()]
        const places = groups.flatMap((held) => held.places).sort((a, b) => a - b)
        const superseded = log.superseded()
        expect(places).toEqual(Array.from(superseded.keys()).filter((place) => superseded[place] === 0))
        const { resolve } = applyGroupMoves(history(changes))
        for (const { id, people, places } of groups) {
          expect(resolve(id)).toBe(id)
          expect(people).toBe(places.length)
        }
      }),
    )
  })

  it('undone from the last to the first, leave the proposals as they were', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const undone = changes.map((_, at) => ({ kind: 'undo' as const, undoes: changes.length - at }))
        expect(standingMoves(history([...changes, ...undone]))).toEqual([])
      }),
    )
  })

  it('are counted by entry as by group, without naming a group nobody touched', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const moved = applyGroupMoves(history(changes))
        const found = new Map<number, number>()
        for (const { places } of countGroups(log, history(changes), noneDecided).values())
          for (const place of places) found.set(place, places.length)
        const placed = [...log.ids.placesOf(moved.placed.keys())]
        const sizes = new GroupSizes({
          founders: Uint32Array.from({ length: log.size }, (_, place) => log.proposer.founderOf(place)),
          moved,
          movedPlaces: new Map(placed.map(([id, place]) => [place, moved.placed.get(id) as GroupId])),
          superseded: new Set([...log.superseded().entries()].flatMap(([at, mark]) => (mark ? [at] : []))),
        })
        for (const [place, size] of found) expect(sizes.at(place)).toBe(size)
        expect(sizes.at(log.size)).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  it('are not undone by what is logged later', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const groupsOf = (size: number) => {
          const found = new Map<number, string>()
          for (const { id, places } of countGroups(someLog(size), history(changes), noneDecided).values())
            for (const place of places) found.set(place, id)
          return found
        }
        const [before, after] = [groupsOf(29), groupsOf(39)]
        for (const [place, id] of before) if (after.has(place)) expect(after.get(place)).toBe(id)
      }),
      { numRuns: 30 },
    )
  })

  it('count who is undecided', () => {
    const groups = countGroups(log, [], Uint8Array.of(1, 0, 0, 0, 7))
    expect(groups.get('g-0' as never)).toMatchObject({ undecided: 6, people: 8 })
  })
})
