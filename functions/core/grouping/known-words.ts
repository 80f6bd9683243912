import { foldUnits } from './fold-units.ts'
import { mix32 } from '../hash-mix.ts'
import { NumberSet } from '../log/number-set.ts'

/** Words somebody else wrote are known by so many characters in a row. */
export const knownRun = 5

/** Runs of five characters that are not the proponent's own: the draft's, and those of politeness. */
export class KnownWords {
  readonly #runs = new NumberSet()

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const units = new Uint16Array(text.length)
      const length = foldUnits(text, units)
      for (let at = 0; at + knownRun <= length; at += 1) this.#runs.add(runAt(units, at))
    }
  }

  /**
   * Marks with 1 each unit of a text that stands in a known run; the others are left as they are. `runs`: what
   * `nameRuns` made of the text. Answers how many there are.
   */
  mark(runs: Uint32Array, length: number, marks: Uint8Array): number {
    let marked = 0
    let markedTo = 0
    for (let at = 0; at + knownRun <= length; at += 1) {
      if (!this.#runs.has(runs[at] as number)) continue
      for (let unit = Math.max(at, markedTo); unit < at + knownRun; unit += 1) marks[unit] = 1
      marked += at + knownRun - Math.max(at, markedTo)
      markedTo = at + knownRun
    }
    return marked
  }
}

/** Names every run of a text, once for all that know some. */
export function nameRuns(units: Uint16Array, length: number, runs: Uint32Array): void {
  for (let at = 0; at + knownRun <= length; at += 1) runs[at] = runAt(units, at)
}

/** A 32-bit name of the five units from `at` on. */
function runAt(units: Uint16Array, at: number): number {
  let h = 0
  for (let unit = at; unit < at + knownRun; unit += 1)
    h = (Math.imul(h, 0x9e3779b1) + (units[unit] as number)) | 0
  return mix32(h)
}
