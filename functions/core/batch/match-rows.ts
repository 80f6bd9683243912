import { type RowIdentity, rowKeyOf, type RowPlace, splitKey } from './batch-rows.ts'
import type { BatchRows } from './batch-ports.ts'
import { likeness } from '../text/text-likeness.ts'

/** Rows that found their place in a source, rows that did not, and the source's rows nothing claimed. */
export interface MatchedRows<R extends RowIdentity> {
  placed: RowPlace<R>[]
  rest: R[]
  unclaimed: string[]
}

/**
 * Finds for each row of a file the row of its source it is, so that inserting, deleting, sorting or renumbering rows
 * turns nothing into a correction that is none. In this order, each row of the source claimed once:
 * its receipt code · the same 序号 with the same content · the same content anywhere · the same 序号, changed.
 *
 * `byNumberAlone`: the source numbers its rows for good (工单号). Then the same words under another number are another
 * person's, and only rows without a number are looked for by what they say.
 */
export function matchRows<R extends RowIdentity>(
  rows: readonly R[],
  known: BatchRows,
  byNumberAlone = false,
): MatchedRows<R> {
  const claims = new Claims<R>(known)
  const rules: ((row: R) => string | undefined)[] = [
    (row) => claims.byPaper(row),
    (row) => claims.byNumber(row, (key) => claims.latestIs(key, row.contentHash)),
    (row) => (byNumberAlone && row.rowNumber !== undefined ? undefined : claims.byContent(row)),
    (row) => claims.byNumber(row, () => true),
  ]
  let rest = [...rows]
  for (const rule of rules) rest = rest.filter((row) => !claims.claim(row, rule(row)))
  return { placed: claims.placed, rest, unclaimed: claims.unclaimed() }
}

class Claims<R extends RowIdentity> {
  readonly placed: RowPlace<R>[] = []
  readonly #known: BatchRows
  readonly #claimed = new Set<string>()
  readonly #numbers = new Map<string, string[]>()
  readonly #contents = new Map<string, string[]>()
  readonly #papers = new Map<string, string>()

  constructor(known: BatchRows) {
    this.#known = known
    for (const [key, revisions] of Object.entries(known)) {
      add(this.#numbers, splitKey(key).rowKey, key)
      const latest = revisions.at(-1)
      if (latest !== undefined) add(this.#contents, latest.contentHash, key)
      for (const { opinionId } of revisions) this.#papers.set(opinionId, key)
    }
    // Taken from the end, so that thousands of equal rows cost no more than thousands of different ones.
    for (const keys of this.#contents.values()) keys.reverse()
  }

  latestIs(key: string, contentHash: string): boolean {
    return this.#known[key]?.at(-1)?.contentHash === contentHash
  }

  byPaper({ paperId }: R): string | undefined {
    return paperId === undefined ? undefined : this.#papers.get(paperId)
  }

  byNumber(row: R, accepts: (key: string) => boolean): string | undefined {
    if (row.rowNumber === undefined) return undefined
    return this.#numbers.get(rowKeyOf(row))?.find((key) => !this.#claimed.has(key) && accepts(key))
  }

  byContent({ contentHash }: R): string | undefined {
    const keys = this.#contents.get(contentHash) ?? []
    while (this.#claimed.has(keys.at(-1) ?? '')) keys.pop()
    return keys.at(-1)
  }

  claim(row: R, key: string | undefined): boolean {
    if (key === undefined || this.#claimed.has(key)) return false
    this.#claimed.add(key)
    const revisions = this.#known[key] ?? []
    const known = this.latestIs(key, row.contentHash)
    this.placed.push({ row, key, revision: known ? revisions.length - 1 : revisions.length, known })
    return true
  }

  unclaimed(): string[] {
    return Object.keys(this.#known).filter((key) => !this.#claimed.has(key))
  }
}

/** Two texts less alike than this are two opinions, not one corrected. Half of all character pairs shared. */
const sameOpinion = 0.5

/**
 * A changed row that carries no 序号 (or that was renumbered) is still the correction of a row that has gone from the
 * file, when their words are alike: the most alike pairs first, each once. `wordsOf` gives what was said in rows gone.
 */
export function pairChangedRows<R extends RowIdentity & { words: string }>(
  { rest, unclaimed }: MatchedRows<R>,
  known: BatchRows,
  wordsOf: ReadonlyMap<string, string>,
): { placed: RowPlace<R>[]; fresh: R[] } {
  const candidates = correctionCandidates(rest, known)
  const pairs = unclaimed.flatMap((key) => {
    const words = wordsOf.get(key)
    if (words === undefined) return []
    return candidates
      .map((row) => ({ row, key, alike: likeness(row.words, words) }))
      .filter(({ alike }) => alike >= sameOpinion)
  })
  pairs.sort((a, b) => b.alike - a.alike)
  const placed = new Map<R, RowPlace<R>>()
  const taken = new Set<string>()
  for (const { row, key } of pairs) {
    if (placed.has(row) || taken.has(key)) continue
    taken.add(key)
    placed.set(row, { row, key, revision: known[key]?.length ?? 0, known: false })
  }
  return { placed: [...placed.values()], fresh: rest.filter((row) => !placed.has(row)) }
}

/** A row with a 序号 the source has never seen is new, whatever it sounds like; so is one with a paper receipt of its own. */
export function correctionCandidates<R extends RowIdentity>(rest: readonly R[], known: BatchRows): R[] {
  const numbers = new Set(Object.keys(known).map((key) => splitKey(key).rowKey))
  return rest.filter(
    (row) => row.paperId === undefined && (row.rowNumber === undefined || numbers.has(rowKeyOf(row))),
  )
}

/** Places for rows nobody has seen; the same content twice in one file is two opinions, told apart by a suffix. */
export function placeFreshRows<R extends RowIdentity>(
  rows: readonly R[],
  set: string,
  taken: ReadonlySet<string>,
): RowPlace<R>[] {
  const used = new Set(taken)
  const copies = new Map<string, number>()
  return rows.map((row) => {
    let key = `${rowKeyOf(row)}@${set}`
    while (used.has(key)) key = nextCopy(row, set, copies)
    used.add(key)
    return { row, key, revision: 0, known: false }
  })
}

/** `c…@set`, `c…~2@set`, `c…~3@set` … */
function nextCopy(row: RowIdentity, set: string, copies: Map<string, number>): string {
  const content = rowKeyOf({ row: row.row, contentHash: row.contentHash })
  const copy = (copies.get(content) ?? 0) + 1
  copies.set(content, copy)
  return `${copy === 1 ? content : `${content}~${copy}`}@${set}`
}

function add(map: Map<string, string[]>, at: string, key: string): void {
  const held = map.get(at)
  if (held === undefined) map.set(at, [key])
  else held.push(key)
}
