import type { DemoOpinion } from './demo-type.ts'
import { arrivalTimes, placeOpinion } from './place-opinion.ts'
import { readVoices, type Voice } from './read-voices.ts'
import { waterfrontGroups } from './waterfront-groups.ts'
import { letterVoices } from './waterfront-letters.ts'
import { retell } from './waterfront-retold.ts'

const consultationId = 'c-waterfront'
const opensDaysAgo = 18
const contactPoints = ['xijie', 'hexi', 'yizhong', 'dongdu']
const hotArticles = ['第二十四条', '第二十五条']

/** What people point at when they mark words before they write (R7). */
const markedWords: Record<string, string> = {
  第二条: '依照规划向腹地延伸的',
  第十四条: '一般不超过八百米',
  第十五条: '每月检查',
  第二十二条: '不得进入步道',
  第二十四条: '禁止垂钓',
  第二十五条: '禁止携带犬只进入滨水公共空间',
  第二十六条: '每日二十一时至次日七时',
  第三十三条: '处二百元以上一千元以下罚款',
}

/** Every other voice that wants words changed marks them. */
function pointed(voice: Voice, index: number): Voice {
  const quote = markedWords[voice.citation ?? '']
  const marks = index % 2 === 0 && (voice.changeType === 'modify' || voice.changeType === 'delete')
  return quote !== undefined && marks ? { ...voice, quote } : voice
}

/** A few hundred opinions: voices once in their own words, again from other mouths, form letters, groups. */
export function waterfrontOpinions(): DemoOpinion[] {
  const voices = readVoices('waterfront-voices.txt').map(pointed)
  const retold = voices.filter((_, index) => index % 6 !== 5).map((voice, index) => retell(voice, index))
  const again = voices
    .filter(({ citation }) => citation !== null && hotArticles.includes(citation))
    .map((voice, index) => retell(voice, index + 5))
  const letters = letterVoices()
  const count = voices.length + retold.length + again.length + letters.length + waterfrontGroups.length
  const times = arrivalTimes(count, opensDaysAgo - 0.2, 0.05)
  let place = 0
  const arrival = () => {
    const at = { place, receivedDaysAgo: times[place] ?? 1, opensDaysAgo, contactPoints }
    place += 1
    return at
  }
  const opinions = [
    ...voices.map((voice) => placeOpinion(consultationId, voice, arrival())),
    ...[...retold, ...again].map((voice) =>
      placeOpinion(consultationId, voice, arrival(), { collected: true }),
    ),
    ...letters.map((voice) => placeOpinion(consultationId, voice, arrival(), { collected: false })),
    ...waterfrontGroups.map(({ voice, proponent }) =>
      placeOpinion(consultationId, voice, arrival(), { collected: true, proponent }),
    ),
  ]
  return opinions.toSorted((a, b) => b.receivedDaysAgo - a.receivedDaysAgo)
}
