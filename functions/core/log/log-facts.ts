import { correctedIds } from './corrected-ids.ts'
import { withRoom } from './growing-array.ts'
import type { ContactPointId, DraftId, OpinionId, ProvisionId } from '../ids.ts'
import type { LoggedOpinion } from './log-entry.ts'
import { type Channel, changeTypes, channels, opinionFlags } from '../opinion.ts'
import { type RolledOpinion, rolledOpinion } from './rolled-opinion.ts'
import { OpinionIdList } from './opinion-id-list.ts'
import type { CalendarDate, Instant } from '../time.ts'
import { occasionWord, readOccasionWord, type ToldOccasion } from './told-occasion.ts'
import { WordList } from './word-list.ts'

/** What an opinion is about, as it was written: a provision of a draft, or the draft as a whole. */
export interface Anchor {
  draftId: DraftId
  provisionId: ProvisionId | null
}

/** Bits of `marks`: 4 of the channel, 3 of the change type, one of each flag, one for quoted words. */
const changeTypeAt = 4
const flagsAt = 7
const quotedAt = 13

/**
 * What filters and counts ask of each entry of a log, in typed arrays by place in the log: some 48 bytes an opinion,
 * ids included. Words are kept once and named by a code; code 0 means that nothing was said.
 */
export class LogFacts {
  readonly ids = new OpinionIdList()
  readonly anchorWords = new WordList()
  readonly pointWords = new WordList()
  readonly categoryWords = new WordList()
  readonly areaWords = new WordList()
  readonly stationWords = new WordList()
  /** Who collected it, as `rolledOpinion` names them. */
  readonly collectorWords = new WordList()
  /** On which occasion, as `occasionWord` names it. */
  readonly occasionWords = new WordList()
  /** Which entries name one they correct, in the order of the log. */
  readonly corrections: { place: number; supersedes: OpinionId }[] = []
  anchors = new Uint16Array(64)
  points = new Uint16Array(64)
  categories = new Uint32Array(64)
  areas = new Uint32Array(64)
  people = new Uint32Array(64)
  stations = new Uint16Array(64)
  collectors = new Uint32Array(64)
  occasions = new Uint32Array(64)
  /** Days since 1970-01-01 in the legislature's time zone. */
  days = new Uint16Array(64)
  marks = new Uint16Array(64)
  readonly #offsetMinutes: number
  #superseded: Uint8Array | undefined

  constructor(utcOffsetMinutes: number) {
    this.#offsetMinutes = utcOffsetMinutes
  }

  get size(): number {
    return this.ids.length
  }

  /** Takes the entry that comes next in the log. */
  add({ n, entry, text }: LoggedOpinion): void {
    if (n !== this.size) throw new RangeError(`entry ${n} comes where ${this.size} is next`)
    const { content } = text
    const { category, area } = content.proponent
    this.makeRoom(n + 1)
    this.anchors[n] = short(this.anchorWords.codeOf(`${content.draftId} ${entry.provisionId ?? ''}`))
    this.points[n] = short(this.pointWords.codeOf(entry.contactPointId))
    this.categories[n] = this.categoryWords.codeOf(category)
    this.areas[n] = this.areaWords.codeOf(area)
    const { stationId, collector } = rolledOpinion({ n, entry, text })
    this.stations[n] = short(this.stationWords.codeOf(stationId))
    this.collectors[n] = this.collectorWords.codeOf(collector)
    this.occasions[n] = this.occasionWords.codeOf(occasionWord({ n, entry, text }))
    this.people[n] = entry.people
    this.days[n] = dayNumber(entry.receivedAt, this.#offsetMinutes)
    this.marks[n] = marksOf({ n, entry, text })
    for (const supersedes of correctedIds(entry)) this.corrections.push({ place: n, supersedes })
    this.ids.push(entry.id)
    this.#superseded = undefined
  }

  makeRoom(length: number): void {
    this.anchors = withRoom(this.anchors, length)
    this.points = withRoom(this.points, length)
    this.categories = withRoom(this.categories, length)
    this.areas = withRoom(this.areas, length)
    this.people = withRoom(this.people, length)
    this.stations = withRoom(this.stations, length)
    this.collectors = withRoom(this.collectors, length)
    this.occasions = withRoom(this.occasions, length)
    this.days = withRoom(this.days, length)
    this.marks = withRoom(this.marks, length)
  }

  /** 1 for each entry that was corrected by another one: counts take the latest (R1). */
  superseded(): Uint8Array {
    if (this.#superseded?.length === this.size) return this.#superseded
    const marks = new Uint8Array(this.size)
    const named = this.corrections.map(({ supersedes }) => supersedes)
    for (const place of this.ids.placesOf(named).values()) marks[place] = 1
    this.#superseded = marks
    return marks
  }

  /** The anchor a code of `anchors` means. */
  anchorOf(code: number): Anchor {
    const [draftId = '', provisionId = ''] = (this.anchorWords.words[code] ?? '').split(' ')
    return {
      draftId: draftId as DraftId,
      provisionId: provisionId === '' ? null : (provisionId as ProvisionId),
    }
  }

  pointOf(place: number): ContactPointId | undefined {
    return this.pointWords.words[this.points[place] as number] as ContactPointId | undefined
  }

  channelOf(place: number): Channel {
    return channels[channelIn(this.marks[place] as number)] as Channel
  }

  /** What a roll-up counts of the opinion. */
  rolledAt(place: number): RolledOpinion {
    const word = (words: WordList, codes: Uint16Array | Uint32Array) => words.words[codes[place] as number]
    return {
      contactPointId: this.pointOf(place),
      channel: this.channelOf(place),
      stationId: (word(this.stationWords, this.stations) ?? '') as RolledOpinion['stationId'],
      collector: word(this.collectorWords, this.collectors) ?? '',
      people: this.people[place] as number,
      late: ((flagsIn(this.marks[place] as number) >> lateFlag) & 1) === 1,
    }
  }

  /** The occasion a contact point's opinion tells of. */
  occasionAt(place: number): ToldOccasion {
    return readOccasionWord(this.occasionWords.words[this.occasions[place] as number])
  }

  /** The station it was collected at; `undefined`: none. */
  stationAt(place: number): string | undefined {
    return this.stationWords.words[this.stations[place] as number]
  }

  /** Whether the opinion quotes words of the draft. */
  isQuoting(place: number): boolean {
    return (((this.marks[place] as number) >> quotedAt) & 1) === 1
  }
}

const lateFlag = opinionFlags.indexOf('late')

/** Place of a channel in `channels`. */
export const channelIn = (marks: number): number => marks & ((1 << changeTypeAt) - 1)
/** Place of a change type in `changeTypes`. */
export const changeTypeIn = (marks: number): number => (marks >> changeTypeAt) & 7
/** One bit a flag, in the order of `opinionFlags`. */
export const flagsIn = (marks: number): number => (marks >> flagsAt) & ((1 << opinionFlags.length) - 1)

function marksOf({ entry, text }: LoggedOpinion): number {
  const flags = new Set(entry.late === true ? [...text.flags, 'late' as const] : text.flags)
  let marks = channels.indexOf(entry.channel) | (changeTypes.indexOf(entry.changeType) << changeTypeAt)
  opinionFlags.forEach((flag, at) => {
    if (flags.has(flag)) marks |= 1 << (flagsAt + at)
  })
  return (text.content.quote ?? '') === '' ? marks : marks | (1 << quotedAt)
}

/** Provisions of a bill's drafts and contact points are thousands at most; more would be told, never mixed up. */
function short(code: number): number {
  if (code > 0xffff) throw new RangeError('more words than 16 bits can name')
  return code
}

const dayMs = 86_400_000

/** Days since 1970-01-01 of an instant's calendar date. */
function dayNumber(at: Instant, offsetMinutes: number): number {
  return Math.floor((Date.parse(at) + offsetMinutes * 60_000) / dayMs)
}

/** Days since 1970-01-01 of a calendar date. */
export function dayOfDate(date: CalendarDate): number {
  return Date.parse(date) / dayMs
}

/** The calendar date of a number of days since 1970-01-01. */
export function dateOfDay(day: number): CalendarDate {
  return new Date(day * dayMs).toISOString().slice(0, 10) as CalendarDate
}
