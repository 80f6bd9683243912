import * as z from 'zod'
import { demandLength } from './demand.ts'
import type { GroupLeader } from './group-leaders.ts'
import type { GroupedLog } from './grouped-log.ts'
import { OpinionId } from '../ids.ts'
import { opinionIdBytes } from '../log/opinion-id-list.ts'

/*
 * Entries [from, to) of a grouped log as bytes: one line of JSON; the ids; then 32-bit
 * numbers, little end first: founder, two of the words, headcount of each entry; place, article, demand, number of
 * pairs of each group founded here; their pairs. Segments one behind the other are the whole.
 */

/** The method by which these groups were proposed; another one begins again from the log. */
export const groupingMethod = 'v3'

const Head = z.strictObject({
  from: z.int(),
  to: z.int(),
  leaders: z.int(),
  articles: z.array(z.string()),
  corrections: z.array(z.strictObject({ place: z.int(), supersedes: OpinionId })),
})

const numbersAnEntry = 4
const numbersALeader = 3 + demandLength

/** Writes entries [from, to) as they are grouped. */
export function writeGroupSegment(log: GroupedLog, from: number, to: number): Uint8Array {
  const { leaders, articles } = log.proposer
  const founded: GroupLeader[] = []
  for (let at = leaders.firstFrom(from); at < leaders.firstFrom(to); at += 1) founded.push(leaders.at(at))
  const corrections = log.corrections.filter(({ place }) => place >= from && place < to)
  const contents = { from, to, leaders: founded.length, articles, corrections }
  const head = Buffer.from(`${JSON.stringify(contents)}\n`)
  const entries = new Uint32Array((to - from) * numbersAnEntry)
  for (let place = from; place < to; place += 1)
    entries.set(
      [log.proposer.founderOf(place), ...log.proposer.exactOf(place), log.peopleOf(place)],
      (place - from) * numbersAnEntry,
    )
  const heads = new Uint32Array(founded.length * numbersALeader)
  founded.forEach(({ place, article, demand, shingles }, at) =>
    heads.set([place, article, ...demand, shingles.length], at * numbersALeader),
  )
  const parts = [entries, heads, ...founded.map(({ shingles }) => shingles)]
  return Buffer.concat([head, log.ids.bytes(from, to), ...parts.map(bytesOf)])
}

/** Of a segment only who founded the group of each of its entries, and from where on. */
export function readFounders(bytes: Uint8Array): { from: number; founders: Uint32Array } {
  const lineEnd = bytes.indexOf(0x0a)
  const { from, to } = Head.parse(JSON.parse(Buffer.from(bytes.subarray(0, lineEnd)).toString()))
  const numbersAt = lineEnd + 1 + (to - from) * opinionIdBytes
  const view = new DataView(bytes.buffer, bytes.byteOffset + numbersAt)
  const founders = Uint32Array.from({ length: to - from }, (_, at) =>
    view.getUint32(at * numbersAnEntry * 4, true),
  )
  return { from, founders }
}

/** Goes on with a grouped log from a segment; it must begin where the log ends. */
export function readGroupSegment(log: GroupedLog, bytes: Uint8Array): void {
  const lineEnd = bytes.indexOf(0x0a)
  const head = Head.parse(JSON.parse(Buffer.from(bytes.subarray(0, lineEnd)).toString()))
  if (head.from !== log.size) throw new RangeError(`segment ${head.from} does not follow ${log.size}`)
  const count = head.to - head.from
  const idsAt = lineEnd + 1
  const numbersAt = idsAt + count * opinionIdBytes
  // copied: a view of numbers must begin at a multiple of four
  const numbers = new Uint32Array(Uint8Array.from(bytes.subarray(numbersAt)).buffer)
  log.proposer.resumeArticles(head.articles)
  const founded = readLeaders(numbers.subarray(count * numbersAnEntry), head.leaders)
  let next = founded.next()
  for (let at = 0; at < count; at += 1) {
    const [founder = 0, a = 0, b = 0, people = 0] = numbers.subarray(
      at * numbersAnEntry,
      (at + 1) * numbersAnEntry,
    )
    const isFounder = founder === head.from + at
    if (isFounder && next.done) throw new RangeError('a segment is cut short')
    log.proposer.resume(founder, [a, b], isFounder && !next.done ? next.value : undefined)
    if (isFounder) next = founded.next()
    log.count(people)
    log.ids.pushBytes(bytes.subarray(idsAt + at * opinionIdBytes, idsAt + (at + 1) * opinionIdBytes))
  }
  log.corrections.push(...head.corrections)
}

function* readLeaders(numbers: Uint32Array, count: number): Generator<GroupLeader> {
  let from = count * numbersALeader
  for (let at = 0; at < count; at += 1) {
    const head = numbers.subarray(at * numbersALeader, (at + 1) * numbersALeader)
    const [place = 0, article = 0] = head
    const pairs = head[numbersALeader - 1] as number
    const demand = head.subarray(2, 2 + demandLength)
    yield { place, article, demand, shingles: numbers.subarray(from, from + pairs) }
    from += pairs
  }
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
