import * as z from 'zod'
import { OpinionId } from './ids.ts'
import type { LogFacts } from './log-facts.ts'
import { opinionIdBytes } from './opinion-id-list.ts'
import type { WordList } from './word-list.ts'

/*
 * Facts of entries [from, to) as bytes: one line of JSON with the words that first came here; the ids; then columns of
 * 32-bit numbers (category, area, people) and of 16-bit ones (anchor, contact point, day, marks), little end first.
 * Segments one behind the other are the whole.
 */

/** How facts are gathered; another way begins again from the log. Days depend on the time zone. */
export const factsMethod = (utcOffsetMinutes: number): string => `v1 ${utcOffsetMinutes}`

const words = z.array(z.string())
const Head = z.strictObject({
  from: z.number().int(),
  to: z.number().int(),
  anchors: words,
  points: words,
  categories: words,
  areas: words,
  corrections: z.array(z.strictObject({ place: z.number().int(), supersedes: OpinionId })),
})

/** Writes the facts of entries [from, to). */
export function writeFactsSegment(facts: LogFacts, from: number, to: number): Uint8Array {
  const { anchors, points, categories, areas, people, days, marks } = facts
  const head = {
    from,
    to,
    anchors: newWords(facts.anchorWords, anchors, from, to),
    points: newWords(facts.pointWords, points, from, to),
    categories: newWords(facts.categoryWords, categories, from, to),
    areas: newWords(facts.areaWords, areas, from, to),
    corrections: facts.corrections.filter(({ place }) => place >= from && place < to),
  }
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    facts.ids.bytes(from, to),
    ...[categories, areas, people, anchors, points, days, marks].map((column) =>
      bytesOf(column.subarray(from, to)),
    ),
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
  // copied: a view of numbers must begin at a multiple of its width
  const long = () => new Uint32Array(Uint8Array.from(take(count * 4)).buffer)
  const short = () => new Uint16Array(Uint8Array.from(take(count * 2)).buffer)
  facts.makeRoom(to)
  facts.categories.set(long(), from)
  facts.areas.set(long(), from)
  facts.people.set(long(), from)
  facts.anchors.set(short(), from)
  facts.points.set(short(), from)
  facts.days.set(short(), from)
  facts.marks.set(short(), from)
  for (const word of head.anchors) facts.anchorWords.codeOf(word)
  for (const word of head.points) facts.pointWords.codeOf(word)
  for (const word of head.categories) facts.categoryWords.codeOf(word)
  for (const word of head.areas) facts.areaWords.codeOf(word)
  facts.corrections.push(...head.corrections)
  facts.ids.pushBytes(ids)
}

/** Codes are given in the order words first come, so those of [from, to) that are new follow the largest before. */
function newWords(list: WordList, codes: Uint16Array | Uint32Array, from: number, to: number): string[] {
  const largest = (numbers: Uint16Array | Uint32Array) => {
    let most = 0
    for (const code of numbers) if (code > most) most = code
    return most
  }
  const before = largest(codes.subarray(0, from))
  const after = Math.max(before, largest(codes.subarray(from, to)))
  return list.words.slice(before + 1, after + 1).filter((word) => word !== undefined)
}

function bytesOf(numbers: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
