import type { Bulletin } from './bulletin.ts'
import type { BulletinRow } from './bulletin-row.ts'
import { answerOf, bulletinChanges, printedOf, saysOtherwise } from './bulletin-changes.ts'
import { type ChangedRow, type Edition, type EditionChanges, isLongEdition } from './long-bulletin.ts'
import { sha256 } from '../sha256.ts'

/** What a list of changes names of each kind; their counts are of all. */
const named = 20

type Rows = () => AsyncIterable<BulletinRow>

/**
 * What `bulletinChanges` says, for editions too long to hold: rows are known by 53 bits of a hash, some 100 bytes each,
 * and read again only where they are named. Two of a million rows may share one once in ten thousand editions.
 */
export async function editionChanges(
  earlier: { said: Edition; rows: Rows },
  later: { said: Pick<Edition, 'head' | 'sections'>; rows: Rows },
): Promise<EditionChanges> {
  const [before, after] = [await printsOf(earlier.rows), await printsOf(later.rows)]
  const kept = pairUp(all(before), all(after), before.whole, after.whole)
  const answered = pairUp(kept.earlier, kept.later, before.printed, after.printed)
  const [fromRows, toRows] = [new Map<number, BulletinRow>(), new Map<number, BulletinRow>()]
  const changed = answered.pairs.slice(0, named)
  const [added, removed] = [answered.later.slice(0, named), answered.earlier.slice(0, named)]
  await take(earlier.rows, fromRows, [...changed.map(([at]) => at), ...removed])
  await take(later.rows, toRows, [...changed.map(([, at]) => at), ...added])
  const from = (at: number) => told(fromRows.get(at))
  const to = (at: number) => told(toRows.get(at))
  return {
    words: saysOtherwise(earlier.said, later.said),
    changed: {
      count: answered.pairs.length,
      first: changed.map(([a, b]) => ({ before: from(a), after: to(b) })),
    },
    added: { count: answered.later.length, first: added.map(to) },
    removed: { count: answered.earlier.length, first: removed.map(from) },
  }
}

/** The same of two editions as they are kept: a long one says itself what it changed. `undefined`: nobody knows. */
export function changesBetween(earlier: Edition, later: Edition): EditionChanges | undefined {
  if (isLongEdition(later)) return later.changes
  return isLongEdition(earlier) ? undefined : changesOfShort(earlier, later)
}

function changesOfShort(earlier: Bulletin, later: Bulletin): EditionChanges {
  const { words, changed, added, removed } = bulletinChanges(earlier, later)
  return {
    words,
    changed: { count: changed.length, first: changed },
    added: { count: added.length, first: added },
    removed: { count: removed.length, first: removed },
  }
}

interface Prints {
  /** A row and its answer. */
  whole: number[]
  /** What is printed of the opinion alone. */
  printed: number[]
}

async function printsOf(rows: Rows): Promise<Prints> {
  const prints: Prints = { whole: [], printed: [] }
  for await (const row of rows()) {
    const printed = printedOf(row)
    prints.printed.push(print(printed))
    prints.whole.push(print(printed + answerOf(row)))
  }
  return prints
}

function print(text: string): number {
  const bytes = sha256(text)
  return (bytes.readUInt32BE(0) & 0x1f_ffff) * 2 ** 32 + bytes.readUInt32BE(4)
}

function all({ whole }: Prints): number[] {
  return Array.from(whole.keys())
}

/** Pairs places with the same print, the first with the first; what finds none is left, in its order. */
function pairUp(
  earlier: readonly number[],
  later: readonly number[],
  printOfEarlier: readonly number[],
  printOfLater: readonly number[],
) {
  const waiting = new Map<number, number | number[]>()
  for (const at of earlier.toReversed()) {
    const print = printOfEarlier[at] as number
    const held = waiting.get(print)
    if (held === undefined) waiting.set(print, at)
    else if (typeof held === 'number') waiting.set(print, [held, at])
    else held.push(at)
  }
  const pairs: [number, number][] = []
  const left: number[] = []
  for (const at of later) {
    const print = printOfLater[at] as number
    const held = waiting.get(print)
    const before = typeof held === 'number' ? held : held?.pop()
    if (before === undefined) left.push(at)
    else pairs.push([before, at])
    if (typeof held === 'number') waiting.delete(print)
  }
  const rest = [...waiting.values()].flat().sort((a, b) => a - b)
  return { pairs, earlier: rest, later: left }
}

async function take(rows: Rows, into: Map<number, BulletinRow>, places: readonly number[]): Promise<void> {
  const wanted = new Set(places)
  if (wanted.size === 0) return
  let at = 0
  for await (const row of rows()) {
    if (wanted.has(at)) into.set(at, row)
    if (into.size === wanted.size) return
    at += 1
  }
}

/** Words are printed to here; the open data has them whole. */
const mostChars = 300

function told(row: BulletinRow | undefined): ChangedRow {
  if (row === undefined) throw new Error('a row that was counted is not there')
  const { provisionLabel, verbatim, outcome, reason } = row
  const words =
    verbatim.length > mostChars
      ? `${verbatim.slice(0, mostChars).replace(/[\uD800-\uDBFF]$/, '')}……`
      : verbatim
  return { provisionLabel, verbatim: words, outcome, reason }
}
