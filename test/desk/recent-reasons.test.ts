import { describe, expect, test } from 'vitest'
import { offeredReasons, withReason } from '../../site/src/desk/rules/recent-reasons.ts'

describe('reasons given a moment ago', () => {
  test('the newest stands first, each once, an empty one not at all', () => {
    const said = ['甲', '乙', '甲 ', ' '].reduce<string[]>(withReason, [])
    expect(said).toEqual(['甲', '乙'])
  })

  test('twenty are remembered', () => {
    const said = Array.from({ length: 30 }, (_, at) => `理由 ${at}`).reduce<string[]>(withReason, [])
    expect(said).toHaveLength(20)
    expect(said[0]).toBe('理由 29')
  })

  test('three are offered while nothing is typed, then those that begin alike, never what stands there', () => {
    const said = ['已有规定，见第四条。', '已有规定。', '不属本法。', '谢谢。']
    expect(offeredReasons(said, '')).toEqual(said.slice(0, 3))
    expect(offeredReasons(said, '已有')).toEqual(said.slice(0, 2))
    expect(offeredReasons(said, '已有规定。')).toEqual([])
  })
})
