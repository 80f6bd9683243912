import type { LoggedOpinion } from './log-entry.ts'
import type { CalendarDate } from '../time.ts'

/** On which occasion an opinion was collected, as it says itself; whether a session or batch is known is another matter. */
export interface ToldOccasion {
  sessionId: string
  batchId: string
  /** `''`: the day it was received. */
  collectedOn: CalendarDate | ''
}

/** The occasion in one word; `''` of what came to the legislature itself, or says nothing of where it came from. */
export function occasionWord({ entry, text }: LoggedOpinion): string {
  if (entry.contactPointId === undefined) return ''
  const { sessionId = '', batchId = '', collectedOn = '' } = text
  const told = [sessionId, batchId, collectedOn]
  return told.every((part) => part === '') ? '' : told.join(' ')
}

/** Reads what `occasionWord` wrote. */
export function readOccasionWord(word: string | undefined): ToldOccasion {
  const [sessionId = '', batchId = '', collectedOn = ''] = (word ?? '').split(' ')
  return { sessionId, batchId, collectedOn: collectedOn as CalendarDate | '' }
}
