import type { ContactPointId, StationId } from '../ids.ts'
import type { LoggedOpinion } from './log-entry.ts'
import type { Channel } from '../opinion.ts'

/** What a roll-up counts of an opinion. */
export interface RolledOpinion {
  contactPointId: ContactPointId | undefined
  channel: Channel
  /** `''`: collected at no station. */
  stationId: StationId | ''
  /** By the name in a table's 记录人 column (`name:…`), else by the member who typed it (`member:…`), else `''`. */
  collector: string
  people: number
  late: boolean
}

/** An opinion of the log as a roll-up counts it. */
export function rolledOpinion({ entry, text }: LoggedOpinion): RolledOpinion {
  const { recorderName, recordedBy } = text
  return {
    contactPointId: entry.contactPointId,
    channel: entry.channel,
    stationId: text.stationId ?? '',
    collector:
      recorderName !== undefined
        ? `name:${recorderName}`
        : recordedBy === undefined
          ? ''
          : `member:${recordedBy}`,
    people: entry.people,
    late: entry.late === true,
  }
}
