import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftoverSentences } from '#core/grouping/leftover-sentences.ts'

const leader = '建议划定垂钓区，规定时段。罚款不超过二百元！我们愿意承担保洁。'

describe('what a copy says that the leader does not', () => {
  it.each([
    ['a sentence of its own', `${leader}我母亲坐轮椅，台阶太高。`, ['我母亲坐轮椅，台阶太高。']],
    ['another number', leader.replace('二百', '二十'), ['罚款不超过二十元！']],
    ['nothing, with other punctuation', leader.replaceAll('，', ' ').replaceAll('。', '\n'), []],
    ['a few words changed', leader.replace('愿意承担', '愿意来承担'), []],
    ['one in front', `尊敬的领导：老码头先试点。${leader}`, ['尊敬的领导：老码头先试点。']],
  ])('%s', (_, copy, expected) => {
    expect(leftoverSentences(copy, leader)).toEqual(expected)
  })

  it('is nothing for the leader itself, and never hides a sentence of strange words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), (length) => {
        const strange = `${String.fromCharCode(...Array.from({ length }, (_, at) => 0x8000 + 7 * at))}。`
        expect(leftoverSentences(leader, leader)).toEqual([])
        expect(leftoverSentences(leader + strange, leader)).toEqual([strange])
      }),
    )
  })
})
