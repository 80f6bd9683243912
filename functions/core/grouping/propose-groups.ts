import { isBareStance } from './bare-stance.ts'
import { BandTable, maxLeaders } from './band-table.ts'
import { demandOf } from './demand.ts'
import { ExactTexts } from './exact-texts.ts'
import { GroupLeaders, type GroupLeader } from './group-leaders.ts'
import { withRoom } from '../log/growing-array.ts'
import { mix32 } from '../hash-mix.ts'
import type { ChangeType } from '../opinion.ts'
import { OwnShingler } from './own-shingles.ts'
import { bandCount, bandKeys } from './similarity-sketch.ts'
import { stanceOf } from './stance.ts'

/** From this Jaccard likeness on two texts are the same kind (measured on labelled texts, see `bench grouping`). */
const sameKind = 0.35

/**
 * A founder so alike is the one: 1 − Jaccard is a distance, so of two founders both nearer than this at least one would
 * have joined the other's group (0.675 for certain where nothing kept them apart).
 */
const surelyNearest = 0.6

/** So many bands are looked into before asking whether that is enough; such a founder shares one of 24 in 997 of 1,000 cases. */
const bandsPerLook = 24

const noShingles = new Uint32Array(0)

/** What an opinion is grouped by. */
export interface GroupedText {
  /** Only opinions on the same article are the same kind; `''`: on the draft as a whole. */
  article: string
  changeType: ChangeType
  /** The person's own words, one text below the other. */
  words: string
}

/**
 * Proposes groups of same-kind opinions 同类意见 in the order of the log (R16): the same words first; else the founder
 * on the same article whose own words are most alike, if they are alike enough and do not ask for the opposite; else
 * a group of its own. What an entry is proposed depends on the entries before it and on nothing else, so the log can
 * be taken in any portions, and anyone who has it comes to the same groups.
 */
export class GroupProposer {
  /** The first texts of all groups. */
  readonly leaders = new GroupLeaders()
  /** Articles by their number. */
  readonly articles: string[] = []
  readonly #articleNumbers = new Map<string, number>()
  readonly #shingler: OwnShingler
  readonly #exact = new ExactTexts()
  readonly #bands: BandTable
  readonly #keys = new Uint32Array(bandCount)
  readonly #leaderKeys = new Uint32Array(bandCount)
  #founders = new Uint32Array(1024)
  #size = 0

  /** `draft`: the passages of the draft that is asked about; its words are nobody's opinion. */
  constructor(draft: Iterable<string>) {
    this.#shingler = new OwnShingler(draft)
    this.#bands = new BandTable((leader) => this.#keysOf(leader))
  }

  /** Entries of the log that have a group. */
  get size(): number {
    return this.#size
  }

  /** Place of the founder of an entry's group; a founder's own is itself. */
  founderOf(place: number): number {
    return this.#founders[place] as number
  }

  /** 64 bits of an entry's words. */
  exactOf(place: number): readonly [number, number] {
    return this.#exact.keyOf(place)
  }

  /** Takes the next entry of the log and answers the place of its group's founder. */
  add(text: GroupedText): number {
    const place = this.#size
    const article = this.#numberOf(text.article)
    const exact = this.#shingler.read(text.words)
    const isBare = isBareStance(text.words)
    const key = isBare ? bareKey(article, text) : exactKey(article, text, exact)
    const first = this.#exact.firstOf(place, key)
    if (first !== place) return this.#place(place, this.founderOf(first))
    const demand = demandOf(text.words, text.changeType)
    const shingles = isBare ? noShingles : this.#shingler.ownPairs()
    const asked = { place, article, demand, shingles }
    const leader = shingles.length === 0 ? undefined : this.#nearest(asked)
    if (leader !== undefined) return this.#place(place, this.leaders.placeOf(leader))
    this.#found(asked)
    return this.#place(place, place)
  }

  /** Takes an entry whose group is known from an earlier run; a founder comes with what it is compared by. */
  resume(founder: number, exact: readonly [number, number], leader: GroupLeader | undefined): void {
    const place = this.#size
    this.#exact.firstOf(place, exact)
    if (leader !== undefined) {
      if (leader.shingles.length > 0) this.#nameBands(leader)
      this.#found(leader)
    }
    this.#place(place, founder)
  }

  /** The articles of an earlier run, before its entries. */
  resumeArticles(articles: readonly string[]): void {
    for (const article of articles) this.#numberOf(article)
  }

  #place(place: number, founder: number): number {
    this.#founders = withRoom(this.#founders, place + 1)
    this.#founders[place] = founder
    this.#size = place + 1
    return founder
  }

  /** Its band keys are in `#keys`, if it has any. */
  #found(leader: GroupLeader): void {
    const number = this.leaders.count
    if (number === maxLeaders) throw new RangeError(`more than ${maxLeaders} groups`)
    this.leaders.add(leader)
    if (leader.shingles.length > 0) this.#bands.add(number, this.#keys)
  }

  /** The most alike founder that shares a band, the earliest of several; the first bands do where it is surely the one. */
  #nearest(text: GroupLeader): number | undefined {
    this.#nameBands(text)
    let best: number | undefined
    let most = 0
    let last = -1
    const compare = (leader: number) => {
      if (leader === last || leader === best) return
      last = leader
      const alike = this.leaders.likeness(leader, text, sameKind)
      if (alike < sameKind || alike < most || (alike === most && leader > (best ?? leader))) return
      best = leader
      most = alike
    }
    for (let band = 0; band < bandCount; band += bandsPerLook) {
      this.#bands.find(this.#keys, band, band + bandsPerLook, compare)
      if (most >= surelyNearest) break
    }
    return best
  }

  #nameBands(text: GroupLeader): void {
    bandKeys(text.shingles, this.#saltOf(text.article), this.#keys)
  }

  #keysOf(leader: number): Uint32Array | undefined {
    const shingles = this.leaders.shinglesOf(leader)
    if (shingles.length === 0) return undefined
    bandKeys(shingles, this.#saltOf(this.leaders.articleOf(leader)), this.#leaderKeys)
    return this.#leaderKeys
  }

  #saltOf(article: number): number {
    return Math.imul(article + 1, 0xcc9e2d51)
  }

  #numberOf(article: string): number {
    const known = this.#articleNumbers.get(article)
    if (known !== undefined) return known
    const number = this.articles.length
    this.articles.push(article)
    this.#articleNumbers.set(article, number)
    return number
  }
}

/** The same words to the letter mean the same where they are meant alike. */
function exactKey(article: number, { changeType }: GroupedText, exact: readonly [number, number]) {
  const meant = changeType === 'support' ? 1 : changeType === 'delete' ? 2 : 3
  return [(exact[0] ^ mix32(4 * article + meant)) >>> 0, exact[1]] as const
}

/** Opinions that say no more than yes or no are one kind for each of the two. */
function bareKey(article: number, { words, changeType }: GroupedText) {
  return [mix32(article + 1), stanceOf(words, changeType)] as const
}
