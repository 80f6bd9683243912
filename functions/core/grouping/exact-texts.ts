import { withRoom } from '../log/growing-array.ts'
import { mix32 } from '../hash-mix.ts'

/** Where the same words stood first in the log. Keys are 64 bits; slots name places, keys stay with the entries. */
export class ExactTexts {
  #slots = new Uint32Array(1024)
  #used = 0
  /** Two numbers an entry. */
  #keys = new Uint32Array(1024)

  /** The place of the first entry with this key, which is `place` itself when there is none. */
  firstOf(place: number, key: readonly [number, number]): number {
    this.#keys = withRoom(this.#keys, 2 * place + 2)
    this.#keys.set(key, 2 * place)
    if (this.#used * 2 >= this.#slots.length) this.#grow()
    const at = this.#slotOf(key[0], key[1])
    const held = this.#slots[at] as number
    if (held !== 0) return held - 1
    this.#slots[at] = place + 1
    this.#used += 1
    return place
  }

  keyOf(place: number): readonly [number, number] {
    return [this.#keys[2 * place] as number, this.#keys[2 * place + 1] as number]
  }

  #slotOf(a: number, b: number): number {
    const mask = this.#slots.length - 1
    let at = mix32(a ^ Math.imul(b, 0x9e3779b1)) & mask
    for (let held = this.#slots[at] as number; held !== 0; held = this.#slots[at] as number) {
      if (this.#keys[2 * held - 2] === a && this.#keys[2 * held - 1] === b) break
      at = (at + 1) & mask
    }
    return at
  }

  #grow(): void {
    const held = this.#slots
    this.#slots = new Uint32Array(held.length * 2)
    for (const slot of held)
      if (slot !== 0)
        this.#slots[this.#slotOf(this.#keys[2 * slot - 2] as number, this.#keys[2 * slot - 1] as number)] =
          slot
  }
}
