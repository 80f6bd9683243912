import { foldUnits } from './fold-units.ts'
import { mix32 } from '../hash-mix.ts'
import { KnownWords, nameRuns } from './known-words.ts'
import { NumberSet } from '../log/number-set.ts'
import { commonPairs, politeFormulas } from '../text/polite-formulas.ts'

/** With fewer pairs left, the draft's words a person points at are part of what they say. */
const fewPairs = 6

/** Cuts texts into what is a person's own: neither the draft's words nor politeness. One text at a time. */
export class OwnShingler {
  readonly #draft: KnownWords
  readonly #polite = new KnownWords(politeFormulas)
  readonly #common = new NumberSet()
  #units = new Uint16Array(4096)
  #length = 0
  #marks = new Uint8Array(4096)
  #runs = new Uint32Array(4096)
  #pairs = new Uint32Array(4096)

  /** `draft`: the passages of the draft that is asked about. */
  constructor(draft: Iterable<string>) {
    this.#draft = new KnownWords(draft)
    for (const pair of commonPairs) this.#common.add(pairOf(pair.charCodeAt(0), pair.charCodeAt(1)))
  }

  /** Takes a text and answers 64 bits of the whole of it, polite words and all: the same bits, the same words. */
  read(text: string): readonly [number, number] {
    if (text.length > this.#units.length) this.#grow(text.length)
    this.#length = foldUnits(text, this.#units)
    return exactOf(this.#units, this.#length)
  }

  /**
   * The pairs of neighbouring characters in the text read last that are the person's own, each once, ascending: a view
   * that holds until the next text.
   */
  ownPairs(): Uint32Array {
    const length = this.#length
    const marks = this.#marks.fill(0, 0, length)
    nameRuns(this.#units, length, this.#runs)
    this.#polite.mark(this.#runs, length, marks)
    const polite = this.#pairsOf(length)
    if (polite.length <= fewPairs) return polite
    if (this.#draft.mark(this.#runs, length, marks) === 0) return polite
    const before = polite.slice()
    const own = this.#pairsOf(length)
    return own.length < fewPairs ? before : own
  }

  /** Pairs of neighbours none of which is marked. */
  #pairsOf(length: number): Uint32Array {
    const [units, marks] = [this.#units, this.#marks]
    let count = 0
    for (let at = 0; at + 1 < length; at += 1) {
      if (marks[at] === 1 || marks[at + 1] === 1) continue
      const pair = pairOf(units[at] as number, units[at + 1] as number)
      if (this.#common.has(pair)) continue
      this.#pairs[count] = pair
      count += 1
    }
    return unique(this.#pairs.subarray(0, count).sort())
  }

  #grow(length: number): void {
    this.#units = new Uint16Array(length * 2)
    this.#marks = new Uint8Array(length * 2)
    this.#runs = new Uint32Array(length * 2)
    this.#pairs = new Uint32Array(length * 2)
  }
}

function pairOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}

/** Keeps the first of each run of equal numbers, in place. */
function unique(sorted: Uint32Array): Uint32Array {
  let count = 0
  for (let at = 0; at < sorted.length; at += 1) {
    if (count > 0 && sorted[at] === sorted[count - 1]) continue
    sorted[count] = sorted[at] as number
    count += 1
  }
  return sorted.subarray(0, count)
}

function exactOf(units: Uint16Array, length: number): readonly [number, number] {
  let a = length
  let b = ~length
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] as number
    a = mix32(a ^ Math.imul(unit, 0xcc9e2d51))
    b = (Math.imul(b, 0x01000193) ^ (unit + Math.imul(a, 0x1b873593))) | 0
  }
  return [mix32(a), mix32(b)]
}
