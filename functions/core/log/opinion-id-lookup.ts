import type { OpinionId } from '../ids.ts'
import { opinionIdBytes, type OpinionIdList } from './opinion-id-list.ts'

/** Where each id of a list stands, for asking after many: eight bytes an id, made in one pass. */
export class OpinionIdLookup {
  readonly #ids: Buffer
  readonly #slots: Uint32Array
  readonly #sought = Buffer.alloc(opinionIdBytes)

  constructor(ids: OpinionIdList) {
    const bytes = ids.bytes(0, ids.length)
    this.#ids = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(ids.length, 8)) + 1))
    for (let place = 0; place < ids.length; place += 1) {
      let at = this.#slotOf(this.#ids, place * opinionIdBytes)
      while (this.#slots[at] !== 0) at = this.#next(at)
      this.#slots[at] = place + 1
    }
  }

  /** The place of an id, the first of several. */
  placeOf(id: OpinionId): number | undefined {
    if (this.#sought.write(id, 'base64url') !== opinionIdBytes) return undefined
    for (let at = this.#slotOf(this.#sought, 0); this.#slots[at] !== 0; at = this.#next(at)) {
      const start = ((this.#slots[at] as number) - 1) * opinionIdBytes
      if (this.#sought.compare(this.#ids, start, start + opinionIdBytes) === 0) return start / opinionIdBytes
    }
    return undefined
  }

  /** Ids are hashes: their own bytes spread them. */
  #slotOf(bytes: Buffer, start: number): number {
    return bytes.readUInt32LE(start) & (this.#slots.length - 1)
  }

  #next(slot: number): number {
    return (slot + 1) & (this.#slots.length - 1)
  }
}
