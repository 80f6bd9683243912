import type { DemoOpinion } from './demo-type.ts'
import { arrivalTimes, placeOpinion } from './place-opinion.ts'
import { readAnsweredVoices } from './read-voices.ts'

/** The answered consultation: every opinion has its decision, and what was adopted points at words (R3, R5). */
export function quietNightsOpinions(): DemoOpinion[] {
  const voices = readAnsweredVoices('quiet-nights-voices.txt', 'yunxi-quiet-nights-d2')
  const times = arrivalTimes(voices.length, 74, 44.5)
  const opinions = voices.map((voice, place) =>
    placeOpinion('c-quiet-nights', voice, {
      place,
      receivedDaysAgo: times[place] ?? 60,
      opensDaysAgo: 75,
      contactPoints: ['xijie'],
    }),
  )
  return opinions.toSorted((a, b) => b.receivedDaysAgo - a.receivedDaysAgo)
}
