import { mix32 } from './hash-mix.ts'
import { bandCount } from './similarity-sketch.ts'

const firstSlots = 1 << 14
const slotBytes = 4

/** Room for some 1,900,000 leaders; only what is used is ever taken. */
const maxBytes = 2 ** 30
const fullness = 0.7
const growth = 1.5

/** Bits of a slot that name the leader; the other eight tell most strangers in the same place apart. */
const leaderBits = 24
const leaderMask = (1 << leaderBits) - 1

/** As many leaders as a slot can name. */
export const maxLeaders = leaderMask - 1

/**
 * Which leaders share a band with a text: 96 slots of four bytes a leader and no key, so that 200,000 leaders take
 * 110 MB. A slot's eight bits let one stranger in 256 through, which ones depends on the leaders and their order alone;
 * whoever asks must look at the texts themselves.
 */
export class BandTable {
  readonly #memory = new ArrayBuffer(firstSlots * slotBytes, { maxByteLength: maxBytes })
  /** Follows the memory when it grows. */
  readonly #slots = new Uint32Array(this.#memory)
  #leaders = 0
  #end = 0
  readonly #keysOf: (leader: number) => Uint32Array | undefined

  /** `keysOf` makes the band keys of a leader again when the table grows; `undefined`: it is in no band. */
  constructor(keysOf: (leader: number) => Uint32Array | undefined) {
    this.#keysOf = keysOf
  }

  /** Leaders are added in their order; some may be left out. */
  add(leader: number, keys: Uint32Array): void {
    if ((this.#leaders + 1) * bandCount > this.#slots.length * fullness) this.#grow(keys)
    this.#put(leader, keys)
    this.#leaders += 1
    this.#end = leader + 1
  }

  /** Calls `visit` with every leader that shares a band, and now and then with one that does not; often repeatedly. */
  find(keys: Uint32Array, visit: (leader: number) => void): void {
    const slots = this.#slots
    for (let band = 0; band < bandCount; band += 1) {
      const key = keys[band] as number
      const mark = key >>> leaderBits
      let at = this.#placeOf(key)
      for (let held = slots[at] as number; held !== 0; held = slots[at] as number) {
        if (held >>> leaderBits === mark) visit((held & leaderMask) - 1)
        at = at + 1 === slots.length ? 0 : at + 1
      }
    }
  }

  #put(leader: number, keys: Uint32Array): void {
    const slots = this.#slots
    for (let band = 0; band < bandCount; band += 1) {
      const key = keys[band] as number
      let at = this.#placeOf(key)
      while (slots[at] !== 0) at = at + 1 === slots.length ? 0 : at + 1
      slots[at] = (((key >>> leaderBits) << leaderBits) | (leader + 1)) >>> 0
    }
  }

  #placeOf(key: number): number {
    return Math.floor((mix32(Math.imul(key, 0x2c1b3c6d)) / 2 ** 32) * this.#slots.length)
  }

  #grow(coming: Uint32Array): void {
    // `keysOf` may write where the coming keys are
    const kept = Uint32Array.from(coming)
    const slots = Math.ceil(this.#slots.length * growth)
    // In place: the old slots beside the new ones would be the most memory grouping ever takes.
    this.#slots.fill(0)
    this.#memory.resize(slots * slotBytes)
    for (let leader = 0; leader < this.#end; leader += 1) {
      const keys = this.#keysOf(leader)
      if (keys !== undefined) this.#put(leader, keys)
    }
    coming.set(kept)
  }
}
