import { demandLength, demandsClash } from './demand.ts'
import { withRoom } from '../log/growing-array.ts'

/** A text that repeats half of the other and adds much of its own is less alike than this only by what it adds. */
const leastWithHalf = 0.25

/** Half of fewer pairs than these is chance. */
const enoughPairs = 10

/** What a group's first text is compared by. */
export interface GroupLeader {
  /** Its place in the log. */
  place: number
  /** Number of its article. */
  article: number
  /** `demandLength` numbers. */
  demand: Uint32Array
  shingles: Uint32Array
}

/** The first texts of all groups, in typed arrays: some 40 bytes each and four for every pair of characters. */
export class GroupLeaders {
  #count = 0
  #places = new Uint32Array(256)
  #articles = new Uint16Array(256)
  #demands = new Uint32Array(256 * demandLength)
  /** Where the shingles of each leader begin; one more than there are leaders. */
  #starts = new Uint32Array(257)
  #shingles = new Uint32Array(16_384)

  get count(): number {
    return this.#count
  }

  add(leader: GroupLeader): void {
    const at = this.#count
    this.#makeRoom(leader.shingles.length)
    this.#places[at] = leader.place
    this.#articles[at] = leader.article
    this.#demands.set(leader.demand, at * demandLength)
    const start = this.#starts[at] as number
    this.#shingles.set(leader.shingles, start)
    this.#starts[at + 1] = start + leader.shingles.length
    this.#count += 1
  }

  at(leader: number): GroupLeader {
    return {
      place: this.#places[leader] as number,
      article: this.#articles[leader] as number,
      demand: this.#demands.subarray(leader * demandLength, (leader + 1) * demandLength),
      shingles: this.shinglesOf(leader),
    }
  }

  shinglesOf(leader: number): Uint32Array {
    return this.#shingles.subarray(this.#starts[leader], this.#starts[leader + 1])
  }

  articleOf(leader: number): number {
    return this.#articles[leader] as number
  }

  placeOf(leader: number): number {
    return this.#places[leader] as number
  }

  /** The first leader whose place is not before `place`; leaders are in the order of the log. */
  firstFrom(place: number): number {
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#places[middle] as number) < place) low = middle + 1
      else high = middle
    }
    return low
  }

  /**
   * Jaccard likeness of a text's shingles to a leader's, 0 where it cannot be `least` or where they are not the same
   * kind however alike: another article, or a demand that clashes. Where one holds half of the other, what a person
   * added at length does not count against it: it is `least` alike.
   */
  likeness(leader: number, text: Omit<GroupLeader, 'place'>, least: number): number {
    if (this.#articles[leader] !== text.article) return 0
    const start = this.#starts[leader] as number
    const end = this.#starts[leader + 1] as number
    const [few, many] = [
      Math.min(end - start, text.shingles.length),
      Math.max(end - start, text.shingles.length),
    ]
    if (few < leastWithHalf * many) return 0
    if (demandsClash(this.#demands, leader * demandLength, text.demand)) return 0
    const shared = countShared(this.#shingles, start, end, text.shingles)
    const alike = shared / (few + many - shared)
    const isHalf = few >= enoughPairs && shared * 2 >= few && alike >= leastWithHalf
    return isHalf ? Math.max(alike, least) : alike
  }

  #makeRoom(shingles: number): void {
    const next = this.#count + 1
    this.#places = withRoom(this.#places, next)
    this.#articles = withRoom(this.#articles, next)
    this.#demands = withRoom(this.#demands, next * demandLength)
    this.#starts = withRoom(this.#starts, next + 1)
    this.#shingles = withRoom(this.#shingles, (this.#starts[this.#count] as number) + shingles)
  }
}

/** How many numbers two ascending lists share; the first one is [from, to) of `all`. */
function countShared(all: Uint32Array, from: number, to: number, other: Uint32Array): number {
  let shared = 0
  let bt = 0
  for (let at = from; at < to && bt < other.length;) {
    const [a, b] = [all[at] as number, other[bt] as number]
    if (a === b) shared += 1
    if (a <= b) at += 1
    if (b <= a) bt += 1
  }
  return shared
}
