/** How full the slots get before they are doubled. */
const fullness = 0.6

/** A set of 32-bit numbers in one typed array: open addressing, no entry ever leaves. */
export class NumberSet {
  #slots = new Uint32Array(64)
  #used = 0
  #hasZero = false

  add(number: number): void {
    if (number === 0) this.#hasZero = true
    else if (!this.has(number)) {
      if (this.#used + 1 > this.#slots.length * fullness) this.#grow()
      this.#put(number)
      this.#used += 1
    }
  }

  has(number: number): boolean {
    if (number === 0) return this.#hasZero
    const slots = this.#slots
    const mask = slots.length - 1
    for (let at = spread(number) & mask; ; at = (at + 1) & mask) {
      const held = slots[at]
      if (held === number) return true
      if (held === 0) return false
    }
  }

  #put(number: number): void {
    const mask = this.#slots.length - 1
    let at = spread(number) & mask
    while (this.#slots[at] !== 0) at = (at + 1) & mask
    this.#slots[at] = number
  }

  #grow(): void {
    const held = this.#slots
    this.#slots = new Uint32Array(held.length * 2)
    for (const number of held) if (number !== 0) this.#put(number)
  }
}

/** Neighbouring numbers must not stand in neighbouring slots. */
function spread(number: number): number {
  const mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b)
  return mixed ^ (mixed >>> 15)
}
