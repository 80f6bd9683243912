import type { GroupedText } from '#core/grouping/propose-groups.ts'

/** Numbers that look drawn, the same every time (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const openings = [
  '',
  '',
  '',
  '您好，',
  '我们小区的意见：',
  '看了征求意见稿，',
  '我今年七十一了，',
  '转发，请大家都提：',
]
const closings = [
  '',
  '',
  '',
  '谢谢。',
  '请考虑。',
  '我家就住在旁边，天天看见。',
  '我妈上个月刚碰上过。',
  '打过热线没有人管。',
]

/**
 * Opinions as a flash crowd sends them: three in ten copies to the letter of what is about, half such a text with
 * words changed, dropped and put before or behind, two in ten by nobody else (of 22 million in the worst flash crowd on
 * record less than one in ten were). `clauses` are cut from opinions people
 * wrote; which of them a text joins is drawn, so that strangers share clauses too.
 */
export function* crowdOf(
  count: number,
  clauses: readonly string[],
  articles: number,
  seed: number,
): Generator<GroupedText> {
  const draw = draws(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  const character = () => String.fromCharCode(0x4e00 + Math.floor(draw() ** 2 * 3000))
  const invented = () => Array.from({ length: 6 + Math.floor(draw() * 12) }, character).join('')
  const written = () => `${pick(clauses)}，${pick(clauses)}，${invented()}，${pick(clauses)}，${invented()}。`
  const going = Array.from({ length: articles }, () => [written()])
  for (let n = 0; n < count; n += 1) {
    // people speak of a few articles most of the time
    const article = Math.floor(draw() ** 2 * articles)
    const about = going[article] as string[]
    const chance = draw()
    const spread = about[Math.floor(draw() ** 3 * about.length)] as string
    let words = spread
    if (chance >= 0.8) {
      words = written()
      // every fourth new text is passed on
      if (draw() < 0.25) about.push(words)
    } else if (chance >= 0.3) {
      const parts = spread.split('，')
      const changed = Math.floor(draw() * parts.length)
      parts[changed] = draw() < 0.4 ? pick(clauses) : `${parts[changed]?.slice(1)}${character()}`
      words = pick(openings) + parts.join('，') + pick(closings)
    }
    yield { article: `art-${article + 1}`, changeType: 'modify', words }
  }
}
