import * as z from 'zod'
import { OpinionId } from '../ids.ts'
import type { LogFacts } from './log-facts.ts'
import { opinionIdBytes } from './opinion-id-list.ts'
import type { WordList } from './word-list.ts'

/*
 * Facts of entries [from, to) as bytes: one line of JSON with the words that first came here and the columns' widths;
 * the ids; then each column in numbers of one, two or four bytes, as its largest one needs, little end first. Segments
 * one behind the other are the whole.
 */

/** How facts are gathered; another way begins again from the log. Days depend on the time zone. */
export const factsMethod = (utcOffsetMinutes: number): string => `v3 ${utcOffsetMinutes}`

/** In the order they are written. */
const columnNames = [
  'categories',
  'areas',
  'collectors',
  'occasions',
  'people',
  'anchors',
  'points',
  'stations',
  'days',
  'marks',
] as const

const words = z.array(z.string())
const Head = z.strictObject({
  from: z.int(),
  to: z.int(),
  anchors: words,
  points: words,
  categories: words,
  areas: words,
  stations: words,
  collectors: words,
  occasions: words,
  widths: z.array(z.union([z.literal(1), z.literal(2), z.literal(4)])).length(columnNames.length),
  corrections: z.array(z.strictObject({ place: z.int(), supersedes: OpinionId })),
})

/** Writes the facts of entries [from, to). */
export function writeFactsSegment(facts: LogFacts, from: number, to: number): Uint8Array {
  const { anchors, points, categories, areas, stations, collectors, occasions } = facts
  const columns = columnNames.map((name) => narrow(facts[name].subarray(from, to)))
  const head = {
    from,
    to,
    anchors: newWords(facts.anchorWords, anchors, from, to),
    points: newWords(facts.pointWords, points, from, to),
    categories: newWords(facts.categoryWords, categories, from, to),
    areas: newWords(facts.areaWords, areas, from, to),
    stations: newWords(facts.stationWords, stations, from, to),
    collectors: newWords(facts.collectorWords, collectors, from, to),
    occasions: newWords(facts.occasionWords, occasions, from, to),
    widths: columns.map((column) => column.BYTES_PER_ELEMENT),
    corrections: facts.corrections.filter(({ place }) => place >= from && place < to),
  }
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    facts.ids.bytes(from, to),
    ...columns.map(bytesOf),
  ])
}

/** Goes on with facts from a segment; it must begin where they end. */
export function readFactsSegment(facts: LogFacts, bytes: Uint8Array): void {
  const lineEnd = bytes.indexOf(0x0a)
  const head = Head.parse(JSON.parse(Buffer.from(bytes.subarray(0, lineEnd)).toString()))
  if (head.from !== facts.size) throw new RangeError(`segment ${head.from} does not follow ${facts.size}`)
  const { from, to } = head
  const count = to - from
  let at = lineEnd + 1
  const take = (length: number) => bytes.subarray(at, (at += length))
  const ids = take(count * opinionIdBytes)
  facts.makeRoom(to)
  for (const [column, name] of columnNames.entries()) {
    const width = head.widths[column] ?? 4
    // copied: a view of numbers must begin at a multiple of its width
    facts[name].set(new kinds[width](Uint8Array.from(take(count * width)).buffer), from)
  }
  for (const word of head.anchors) facts.anchorWords.codeOf(word)
  for (const word of head.points) facts.pointWords.codeOf(word)
  for (const word of head.categories) facts.categoryWords.codeOf(word)
  for (const word of head.areas) facts.areaWords.codeOf(word)
  for (const word of head.stations) facts.stationWords.codeOf(word)
  for (const word of head.collectors) facts.collectorWords.codeOf(word)
  for (const word of head.occasions) facts.occasionWords.codeOf(word)
  facts.corrections.push(...head.corrections)
  facts.ids.pushBytes(ids)
}

type Numbers = Uint8Array | Uint16Array | Uint32Array
const kinds = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const

/** The same numbers in as few bytes as the largest one needs. */
function narrow(numbers: Numbers): Numbers {
  const most = largest(numbers)
  return most < 2 ** 8 ? Uint8Array.from(numbers) : most < 2 ** 16 ? Uint16Array.from(numbers) : numbers
}

function largest(numbers: Numbers): number {
  let most = 0
  for (const number of numbers) if (number > most) most = number
  return most
}

/** Codes are given in the order words first come, so those of [from, to) that are new follow the largest before. */
function newWords(list: WordList, codes: Uint16Array | Uint32Array, from: number, to: number): string[] {
  const before = largest(codes.subarray(0, from))
  const after = Math.max(before, largest(codes.subarray(from, to)))
  return list.words.slice(before + 1, after + 1).filter((word) => word !== undefined)
}

function bytesOf(numbers: Numbers): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
