import { mix32 } from '../hash-mix.ts'
import { bandCount } from './similarity-sketch.ts'

const firstSlots = 1 << 14
const slotBytes = 4

/** WebAssembly's memory is taken in pages of so many bytes. */
const pageBytes = 1 << 16

/** Room for some 1,900,000 leaders; only what is used is ever taken. */
const maxPages = 2 ** 30 / pageBytes
const fullness = 0.7
/** Each growth makes all band keys again: doubling does so once a leader, growing by half twice. */
const growth = 2

/** Bits of a slot that name the leader; the other eight tell most strangers in the same place apart. */
const leaderBits = 24
const leaderMask = (1 << leaderBits) - 1

/** As many leaders as a slot can name. */
export const maxLeaders = leaderMask - 1

/**
 * Which leaders share a band with a text: 96 slots of four bytes a leader and no key, so that 120,000 to 240,000
 * leaders take 134 MB. A slot's eight bits let one stranger in 256 through, which ones depends on the leaders and their order alone;
 * whoever asks must look at the texts themselves.
 */
export class BandTable {
  // It grows in place like a resizable ArrayBuffer, but views of it are as fast as of any array.
  readonly #memory = new WebAssembly.Memory({
    initial: (firstSlots * slotBytes) / pageBytes,
    maximum: maxPages,
  })
  /** Made anew when the memory grows: the view of before is detached. */
  #slots = new Uint32Array(this.#memory.buffer)
  readonly #places = new Uint32Array(bandCount)
  readonly #heads = new Uint32Array(bandCount)
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

  /**
   * Calls `visit` with every leader that shares one of the bands [from, to), and now and then with one that does not;
   * often repeatedly.
   */
  find(keys: Uint32Array, from: number, to: number, visit: (leader: number) => void): void {
    const slots = this.#slots
    const [places, heads] = [this.#places, this.#heads]
    // All are fetched before any is looked at: the waits for memory go on side by side.
    for (let band = from; band < to; band += 1) {
      const at = this.#placeOf(keys[band] as number)
      places[band] = at
      heads[band] = slots[at] as number
    }
    for (let band = from; band < to; band += 1) {
      const mark = (keys[band] as number) >>> leaderBits
      let at = places[band] as number
      for (let held = heads[band] as number; held !== 0; held = slots[at] as number) {
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
    const pages = Math.ceil(((slots - this.#slots.length) * slotBytes) / pageBytes)
    // In place: the old slots beside the new ones would be the most memory grouping ever takes.
    this.#slots.fill(0)
    this.#memory.grow(pages)
    this.#slots = new Uint32Array(this.#memory.buffer)
    for (let leader = 0; leader < this.#end; leader += 1) {
      const keys = this.#keysOf(leader)
      if (keys !== undefined) this.#put(leader, keys)
    }
    coming.set(kept)
  }
}
