import type { DemoOpinion } from './demo-type.ts'
import { arrivalTimes, placeOpinion } from './place-opinion.ts'
import { readVoices } from './read-voices.ts'

/** Eight opinions: few enough to decide by hand in one sitting, on a consultation that closes while one looks on. */
export function parksOpinions(): DemoOpinion[] {
  const voices = readVoices('parks-voices.txt')
  const times = arrivalTimes(voices.length, 30, 1)
  const opinions = voices.map((voice, place) =>
    placeOpinion('c-parks', voice, {
      place,
      receivedDaysAgo: times[place] ?? 1,
      opensDaysAgo: 35,
      contactPoints: ['xijie'],
    }),
  )
  return opinions.toSorted((a, b) => b.receivedDaysAgo - a.receivedDaysAgo)
}
