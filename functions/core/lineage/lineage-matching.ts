import { gapsOf } from './lineage-gaps.ts'
import { type Likeness, measureLikeness } from './lineage-likeness.ts'

/** One pair of places and how much of the words went over. */
export interface Match {
  from: number
  to: number
  score: number
}

/** One-to-one matches by place, and the measure they were made with. */
export interface Matching {
  toOf: Map<number, Match>
  fromOf: Map<number, Match>
  likeness: Likeness
  /** Pairs less sure than those taken, best first: for `matchRest`. */
  rest: Match[]
  /** Drafts of one thing: enough of the words went over. */
  related: boolean
}

/** Alike enough to be the same article wherever it stands. */
const sameAnywhere = 0.4
/** Below this likeness a pair far from its expected place is rather two articles that share their phrases. */
const sameFarAway = 0.6
/** Enough between neighbours that themselves found each other. */
const sameInPlace = 0.2
/** Of the shorter of two that stand alone between the same neighbours, so much must be in the longer. */
const loneShare = 0.4
/** How much standing in the expected place counts when several are alike: a tie-breaker, not a reason. */
const placeBonus = 0.08
const placeReach = 12
/** More articles than this are never worth considering for one. */
const maxCandidates = 24
/**
 * Of the shorter draft's words, so much must go over for two texts to be drafts of one thing. Below it only what is
 * the same to the character and too long to be a phrase every statute has (本条例自…起施行) is a match.
 */
const relatedShare = 0.12
const phraseChars = 60

/**
 * Matches texts one to one, by words before place: the same words first, then the most alike pairs. What is less sure,
 * little alike or far from its expected place, is left for `matchRest`. Deterministic: ties go to the nearer, then the
 * earlier.
 */
export function matchTexts(from: readonly string[], to: readonly string[]): Matching {
  const likeness = measureLikeness(from, to)
  const matching: Matching = { toOf: new Map(), fromOf: new Map(), likeness, rest: [], related: false }
  matchEqual(from, to, matching)
  const expected = expectedPlaces(from.length, to.length, matching)
  const near = (a: number, b: number) => Math.max(0, 1 - Math.abs((expected[a] ?? 0) - b) / placeReach)
  const candidates = alikePairs(from.length, to.length, matching, near)
  for (const pair of candidates)
    if (pair.score >= sameFarAway || (pair.score >= sameAnywhere && near(pair.from, pair.to) > 0))
      take(matching, pair)
  matching.related = areRelated(from, to, matching)
  if (matching.related) matching.rest = candidates
  else dropPhrases(from, matching)
  return matching
}

/**
 * Matches what is left, but for articles that were found to be a part of another: pairs between the same neighbours,
 * then pairs that are alike though far away.
 */
export function matchRest(
  matching: Matching,
  counts: { from: number; to: number },
  parts: { from: ReadonlySet<number>; to: ReadonlySet<number> },
): void {
  const open = matching.rest.filter(({ from, to }) => !parts.from.has(from) && !parts.to.has(to))
  const gaps = gapsOf(counts.from, counts.to, matching)
  for (const pair of open)
    if (gaps.from[pair.from] === gaps.to[pair.to] && gaps.from[pair.from] !== undefined) take(matching, pair)
  for (const pair of open) if (pair.score >= sameAnywhere) take(matching, pair)
}

/**
 * Pairs what stands alone on both sides between the same matched neighbours, little alike as it is, when the shorter's
 * words are largely in the longer and a word is among them that hardly any other article has: 「禁止垂钓」 that became
 * three 款 on where to fish. `parts` as for `matchRest`. Their score stays low, so that a person looks at them.
 */
export function matchLone(
  matching: Matching,
  counts: { from: number; to: number },
  parts: { from: ReadonlySet<number>; to: ReadonlySet<number> },
): void {
  const { likeness, related } = matching
  if (!related) return
  const gaps = gapsOf(counts.from, counts.to, matching)
  const lone = { from: loneIn(gaps.from), to: loneIn(gaps.to) }
  for (const [gap, from] of lone.from) {
    const to = lone.to.get(gap)
    if (to === undefined || parts.from.has(from) || parts.to.has(to)) continue
    const shared = likeness.sharedWith('from', from)[to] ?? 0
    const shorter = Math.min(likeness.weightOf('from', from), likeness.weightOf('to', to))
    if (shared >= loneShare * shorter && likeness.shareRareWord(from, to))
      take(matching, { from, to, score: likeness.dice(from, to, shared) })
  }
}

/** The places that are the only ones of their gap. */
function loneIn(gaps: readonly (string | undefined)[]): Map<string, number> {
  const held = new Map<string, number[]>()
  for (const [place, gap] of gaps.entries())
    if (gap !== undefined) held.set(gap, [...(held.get(gap) ?? []), place])
  return new Map(
    [...held].flatMap(([gap, [place, ...others]]) =>
      place === undefined || others.length > 0 ? [] : [[gap, place]],
    ),
  )
}

function take({ toOf, fromOf }: Matching, pair: Match): void {
  if (toOf.has(pair.from) || fromOf.has(pair.to)) return
  toOf.set(pair.from, pair)
  fromOf.set(pair.to, pair)
}

function areRelated(from: readonly string[], to: readonly string[], { toOf }: Matching): boolean {
  const size = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)
  let kept = 0
  for (const match of toOf.values())
    kept += match.score * Math.min(from[match.from]?.length ?? 0, to[match.to]?.length ?? 0)
  return kept >= relatedShare * Math.min(size(from), size(to))
}

function dropPhrases(from: readonly string[], { toOf, fromOf }: Matching): void {
  for (const { from: a, to: b, score } of toOf.values()) {
    if (score === 1 && (from[a]?.length ?? 0) >= phraseChars) continue
    toOf.delete(a)
    fromOf.delete(b)
  }
}

/** The same words: pairs in the same order, those at the same place of their repetition first. */
function matchEqual(from: readonly string[], to: readonly string[], matching: Matching): void {
  const places = new Map<string, number[]>()
  for (const [place, text] of to.entries()) {
    const key = text.replace(/\s+/gu, '')
    const held = places.get(key)
    if (held === undefined) places.set(key, [place])
    else held.push(place)
  }
  for (const held of places.values()) held.reverse()
  for (const [place, text] of from.entries()) {
    const found = places.get(text.replace(/\s+/gu, ''))?.pop()
    if (found !== undefined) take(matching, { from: place, to: found, score: 1 })
  }
}

/** The most alike pairs, best first: a few for each older article, so that a thousand alike clauses make no million pairs. */
function alikePairs(
  fromCount: number,
  toCount: number,
  { toOf, fromOf, likeness }: Matching,
  near: (a: number, b: number) => number,
): Match[] {
  const pairs: (Match & { rank: number })[] = []
  for (let a = 0; a < fromCount; a += 1) {
    if (toOf.has(a)) continue
    const shared = likeness.sharedWith('from', a)
    const own: typeof pairs = []
    for (let b = 0; b < toCount; b += 1) {
      if (shared[b] === 0 || fromOf.has(b)) continue
      const score = likeness.dice(a, b, shared[b] ?? 0)
      if (score >= sameInPlace) own.push({ from: a, to: b, score, rank: score + placeBonus * near(a, b) })
    }
    own.sort((one, other) => other.rank - one.rank || one.to - other.to)
    pairs.push(...own.slice(0, maxCandidates))
  }
  return pairs.sort((one, other) => other.rank - one.rank || one.from - other.from || one.to - other.to)
}

/** Where each older article would stand if nothing but the matched ones had moved. */
function expectedPlaces(fromCount: number, toCount: number, { toOf }: Matching): number[] {
  const anchors = [...toOf.values()].sort((a, b) => a.from - b.from)
  const known: Match[] = [
    { from: -1, to: -1, score: 1 },
    ...anchors,
    { from: fromCount, to: toCount, score: 1 },
  ]
  const places: number[] = []
  let next = 1
  for (let a = 0; a < fromCount; a += 1) {
    while (next < known.length - 1 && (known[next]?.from ?? 0) < a) next += 1
    const before = known[next - 1]
    const after = known[next]
    if (before === undefined || after === undefined) continue
    const share = (a - before.from) / Math.max(1, after.from - before.from)
    places.push(before.to + share * (after.to - before.to))
  }
  return places
}
