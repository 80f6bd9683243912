import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GroupProposer, type GroupedText } from '#core/grouping/propose-groups.ts'
import { readLabelledOpinions } from '../../support/labelled-opinions.ts'
import { scoreGroups } from '../../support/score-groups.ts'

const { draft, opinions } = readLabelledOpinions()

function groupAll(texts: readonly GroupedText[]): number[] {
  const proposer = new GroupProposer(draft)
  return texts.map((text) => proposer.add(text))
}
const on = (article: string, words: string, changeType: GroupedText['changeType'] = 'modify') => ({
  article,
  words,
  changeType,
})

describe('proposing groups of same-kind opinions', () => {
  it('agrees with readers on texts that chose nothing of the method', () => {
    const heldOut = opinions.filter((opinion) => opinion.heldOut)
    const score = scoreGroups(
      heldOut.map(({ kind }) => kind),
      groupAll(heldOut),
    )
    expect(heldOut.length).toBeGreaterThan(100)
    expect(score.purity).toBeGreaterThanOrEqual(0.99)
    expect(score.f1).toBeGreaterThanOrEqual(0.97)
  })

  it('takes punctuation, width and case for nothing', () => {
    expect(
      groupAll([on('art-24', '河边装WIFI，再装50盏灯！'), on('art-24', '河边装ｗｉｆｉ 再装５０盏灯')]),
    ).toEqual([0, 0])
  })

  it('keeps the same words on another article apart', () => {
    const words = '狗粪没人捡，步道边的草地不敢踩，建议设粪便袋箱。'
    expect(groupAll([on('art-25', words), on('art-24', words), on('', words)])).toEqual([0, 1, 2])
  })

  it.each([
    ['应当允许牵绳的狗早晚进入北岸的步道', '不应当允许牵绳的狗早晚进入北岸的步道'],
    ['夜里照明延长到十二点，桥洞下面看不清路', '夜里照明缩短到十二点，桥洞下面看不清路'],
    ['垃圾桶冲洗改为每天两次，费用由物业出', '垃圾桶冲洗改为每天八次，费用由物业出'],
    ['支持把老码头的围墙拆掉改成台阶', '不支持把老码头的围墙拆掉改成台阶'],
  ])('never makes one group of a wish and its opposite: %s', (one, other) => {
    expect(groupAll([on('art-9', one), on('art-9', other)])).toEqual([0, 1])
  })

  it('a text that only quotes the draft is not the same kind as another that quotes the same', () => {
    const quote = '公共厕所之间的距离一般不超过八百米'
    expect(
      groupAll([
        on('art-14', `「${quote}」这句话里，哺乳的妈妈没有地方换尿布，请加母婴室`),
        on('art-14', `「${quote}」这句话里，坐轮椅的进不去门，坡道修得太陡`),
      ]),
    ).toEqual([0, 1])
  })

  it('a bare yes and a bare no are one kind each, whatever their words', () => {
    const texts = ['支持！', '坚决反对。', '我们全家都支持这一条', '不同意', '同意'].map((words) =>
      on('art-1', words),
    )
    expect(groupAll(texts)).toEqual([0, 1, 0, 1, 0])
  })

  it('what an entry is proposed depends on nothing that comes later', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(opinions, { minLength: 2 }), fc.nat(), (texts, cut) => {
        const end = 1 + (cut % texts.length)
        expect(groupAll(texts.slice(0, end))).toEqual(groupAll(texts).slice(0, end))
      }),
      { numRuns: 30 },
    )
  })

  it('takes any text people can write', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 })), (texts) => {
        const groups = groupAll(texts.map((words) => on('art-1', words)))
        groups.forEach((founder, place) => expect(groups[founder]).toBe(founder <= place ? founder : -1))
      }),
    )
  })
})
