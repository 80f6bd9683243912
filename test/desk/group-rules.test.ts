import { describe, expect, test } from 'vitest'
import type { GroupMember, GroupMoveShown } from '#contract/groups-api.ts'
import type { GroupChange } from '#core/grouping/group-moves.ts'
import { historyLines, sayMove } from '../../site/src/desk/rules/group-history.ts'
import {
  isWordedOtherwise,
  mergeOrder,
  readMembers,
  toggled,
} from '../../site/src/desk/rules/group-members.ts'
import { en } from '../../site/src/desk/words/strings.en.ts'
import { zh } from '../../site/src/desk/words/strings.zh.ts'

function history(...changes: (GroupChange & { numbers?: number[] })[]): GroupMoveShown[] {
  return changes.map(({ numbers = [], ...change }, at) => ({
    consultationId: 'c-1',
    rev: at + 1,
    change,
    madeBy: 'm-1',
    madeAt: '2026-11-10T02:00:00.000Z',
    by: '林静',
    numbers,
  })) as GroupMoveShown[]
}
const merge = { kind: 'merge', from: 'g-4', into: 'g-0' } as GroupChange
const split = { kind: 'move', opinionIds: ['a', 'b'], to: 'new', numbers: [3, 9] } as unknown as GroupChange
const undo = (undoes: number): GroupChange => ({ kind: 'undo', undoes })

function member(id: string, words: string, leftovers: string[] = []): GroupMember {
  const differences = words === '' ? [{ kind: 'same', text: '同样的话' }] : [{ kind: 'added', text: words }]
  return { opinion: { id }, differences, leftovers } as unknown as GroupMember
}

describe('what people did to groups, as a history', () => {
  test('the newest change stands first, and undoing is told with what it took back', () => {
    const lines = historyLines(history(merge, split, undo(1)))
    expect(lines.map(({ move, stands }) => [move.rev, stands])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(lines[1]?.undoneBy?.rev).toBe(3)
  })

  test('what was made again stands, and can be undone a second time', () => {
    const again = historyLines(history(merge, undo(1), undo(2)))
    expect(again).toMatchObject([{ stands: true }])
    expect(again[0]?.undoneBy).toBeUndefined()
    const twice = historyLines(history(merge, undo(1), undo(2), undo(1)))
    expect(twice[0]).toMatchObject({ stands: false, undoneBy: { rev: 4 } })
  })

  test('a change is told by numbers people can see, never by codes', () => {
    const [first, second] = history(merge, split) as [GroupMoveShown, GroupMoveShown]
    expect(sayMove(first, zh)).toBe('把第 5 号那一组并到第 1 号那一组')
    expect(sayMove(second, zh)).toBe('把第 3 号、第 9 号另成一组')
    expect(sayMove(second, en)).toBe('made a group of no. 3, 9')
  })
})

describe('members as they are read', () => {
  test('the leader and whoever differs are read, word-for-word copies are counted', () => {
    const all = [
      member('lead', ''),
      member('copy', ''),
      member('more', '铅坠也要禁', ['铅坠也要禁']),
      member('copy2', ''),
    ]
    const { own, copies, more } = readMembers(all, 'lead')
    const ids = (members: GroupMember[]) => members.map(({ opinion }) => opinion.id)
    expect([ids(own), ids(copies)]).toEqual([
      ['lead', 'more'],
      ['copy', 'copy2'],
    ])
    expect(more).toEqual([{ sentences: ['铅坠也要禁'], by: [{ id: 'more' }] }])
  })

  test('a sentence many say is told once and first, with how many say it; what one says alone stays its own', () => {
    const letter = ['请划定垂钓区。', '违规者列入黑名单。']
    const { more } = readMembers(
      [
        member('lead', ''),
        member('a', '甲', ['铅坠也要禁。']),
        member('b', '乙', [...letter, '留一个轮椅能下去的位置。']),
        member('c', '丙', letter),
        member('d', '丁', [...letter, ...letter]),
      ],
      'lead',
    )
    expect(more.map(({ sentences, by }) => [sentences, by.map(({ id }) => id as string)])).toEqual([
      [letter, ['b', 'c', 'd']],
      [['铅坠也要禁。'], ['a']],
      [['留一个轮椅能下去的位置。'], ['b']],
    ])
  })

  test('a text that shares little with the leader is read as it stands, not as a heap of marks', () => {
    const piece = (kind: 'same' | 'added' | 'removed', text: string) => ({ kind, text })
    expect(isWordedOtherwise([piece('same', '请划定垂钓区'), piece('added', '和时段')])).toBe(false)
    expect(
      isWordedOtherwise([piece('same', '请划定垂钓区'), piece('removed', '，违规者不准再来，一人一竿')]),
    ).toBe(false)
    expect(
      isWordedOtherwise([piece('added', '志愿者每天早上'), piece('same', '捡'), piece('removed', '便')]),
    ).toBe(true)
  })

  test('choosing several takes them all in, and a second time all out', () => {
    const one = toggled(new Set(['a']), ['a', 'b'])
    expect([...one]).toEqual(['a', 'b'])
    expect([...toggled(one, ['a', 'b'])]).toEqual([])
  })

  test('the smaller group goes into the larger, but never an answered one into one without', () => {
    const [small, large] = [
      { id: 'g-1', size: 2 },
      { id: 'g-2', size: 30 },
    ]
    expect(mergeOrder(small, large)).toEqual({ from: small, into: large })
    const answered = { ...small, answer: { rev: 1 } }
    expect(mergeOrder(large, answered)).toEqual({ from: large, into: answered })
  })
})
