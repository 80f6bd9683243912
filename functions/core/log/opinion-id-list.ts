import { withRoom } from './growing-array.ts'
import type { OpinionId } from '../ids.ts'

/** Bytes of an opinion's id. */
export const opinionIdBytes = 16

/** Ids by their place in the log, 16 bytes each. */
export class OpinionIdList {
  #bytes = new Uint8Array(opinionIdBytes * 64)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(id: OpinionId): void {
    this.pushBytes(Buffer.from(id, 'base64url'))
  }

  /** One id or many. */
  pushBytes(ids: Uint8Array): void {
    const end = this.#length * opinionIdBytes
    this.#bytes = withRoom(this.#bytes, end + ids.length)
    this.#bytes.set(ids, end)
    this.#length += ids.length / opinionIdBytes
  }

  at(place: number): OpinionId {
    return this.#view(place, place + 1).toString('base64url') as OpinionId
  }

  firstByte(place: number): number {
    return this.#bytes[place * opinionIdBytes] as number
  }

  bytes(from: number, to: number): Uint8Array {
    return this.#view(from, to)
  }

  /** The places of those of `ids` that are here. One look at each place, whatever is sought. */
  placesOf(ids: Iterable<OpinionId>): Map<OpinionId, number> {
    const sought = new Map<number, OpinionId[]>()
    for (const id of ids) {
      const start = Buffer.from(id, 'base64url').readUIntBE(0, 6)
      sought.set(start, [...(sought.get(start) ?? []), id])
    }
    const found = new Map<OpinionId, number>()
    if (sought.size === 0) return found
    const all = this.#view(0, this.#length)
    for (let place = 0; place < this.#length; place += 1) {
      const like = sought.get(all.readUIntBE(place * opinionIdBytes, 6))
      if (like === undefined) continue
      const id = this.at(place)
      if (like.includes(id)) found.set(id, place)
    }
    return found
  }

  #view(from: number, to: number): Buffer {
    const { buffer, byteOffset } = this.#bytes
    return Buffer.from(buffer, byteOffset + from * opinionIdBytes, (to - from) * opinionIdBytes)
  }
}
