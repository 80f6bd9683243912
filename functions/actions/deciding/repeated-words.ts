import { ExactTexts } from '#core/grouping/exact-texts.ts'
import { withRoom } from '#core/log/growing-array.ts'
import type { OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { articleIdOf } from '#core/draft/provision.ts'
import { sha256 } from '#core/sha256.ts'

/**
 * How many current opinions say the same words on the same article, whatever the spaces and punctuation. Holds some 30
 * bytes an opinion and no text. Places count up from 0.
 */
export class RepeatedWords {
  readonly #texts = new ExactTexts()
  /** The first place with the same words, and how many there are, at that first place. */
  #first = new Uint32Array(1024)
  #counts = new Uint32Array(1024)

  add(place: number, { text }: LoggedOpinion): void {
    this.#first = withRoom(this.#first, place + 1)
    this.#counts = withRoom(this.#counts, place + 1)
    const { provisionId, verbatim } = text.content
    const article = provisionId === null ? '' : articleIdOf(provisionId)
    const key = wordsKey(`${article}\n${verbatim.normalize('NFKC').replace(/[\s\p{P}]+/gu, '')}`)
    const first = this.#texts.firstOf(place, key)
    this.#first[place] = first
    this.#counts[first] = (this.#counts[first] ?? 0) + 1
  }

  /** Takes the opinion at a place out of the count: it was corrected. */
  remove(place: number): void {
    const first = this.#first[place] as number
    this.#counts[first] = (this.#counts[first] ?? 1) - 1
  }

  countAt(place: number): number {
    return this.#counts[this.#first[place] as number] as number
  }
}

/** 64 bits of a hash: among a million texts two different ones meet once in thirty million times. */
function wordsKey(words: string): [number, number] {
  const hash = sha256(words)
  return [hash.readUInt32LE(0), hash.readUInt32LE(4)]
}

/** Finds the places of a few opinions among a million, with 8 bytes each. */
export class PlacesOfIds {
  #keys = new Uint32Array(2048)
  #size = 0

  /** The next place is this opinion's. */
  push(id: OpinionId): void {
    this.#keys = withRoom(this.#keys, 2 * this.#size + 2)
    this.#keys.set(idKey(id), 2 * this.#size)
    this.#size += 1
  }

  *placesOf(ids: Iterable<OpinionId>): Generator<number> {
    for (const [place] of this.entriesOf(ids)) yield place
  }

  /** Place and id of each of them that is there. */
  *entriesOf(ids: Iterable<OpinionId>): Generator<[number, OpinionId]> {
    const wanted = new Map<number, Map<number, OpinionId>>()
    for (const id of ids) {
      const [a, b] = idKey(id)
      wanted.set(a, (wanted.get(a) ?? new Map<number, OpinionId>()).set(b, id))
    }
    if (wanted.size === 0) return
    for (let place = 0; place < this.#size; place += 1) {
      const id = wanted.get(this.#keys[2 * place] as number)?.get(this.#keys[2 * place + 1] as number)
      if (id !== undefined) yield [place, id]
    }
  }
}

/** Ids are hashes: their first bytes tell them apart. */
function idKey(id: OpinionId): [number, number] {
  const bytes = Buffer.from(id, 'base64url')
  return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)]
}
