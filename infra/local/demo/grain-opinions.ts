import type { DemoOpinion } from './demo-type.ts'
import { arrivalTimes, placeOpinion } from './place-opinion.ts'
import { readVoices } from './read-voices.ts'

/** A dozen opinions: what most consultations look like in their first week. */
export function grainOpinions(): DemoOpinion[] {
  const voices = readVoices('grain-voices.txt')
  const times = arrivalTimes(voices.length, 5.5, 0.2)
  const opinions = voices.map((voice, place) =>
    placeOpinion('c-grain', voice, {
      place,
      receivedDaysAgo: times[place] ?? 1,
      opensDaysAgo: 6,
      contactPoints: ['dongdu', 'hexi'],
    }),
  )
  return opinions.toSorted((a, b) => b.receivedDaysAgo - a.receivedDaysAgo)
}
