import type { DraftItem } from './draft-items.ts'
import { readLetter, readRoman } from './english-numbers.ts'

interface OpenList {
  style: string
  last: number
}

const pattern = /^(\(?)([0-9]{1,3}|[A-Za-z]{1,5})(\)|\.(?= ))\s*(.*)$/

/**
 * The lists of one English article: (1) (a) (i) (A) or 1. (a) (i), whatever comes first is the outermost. 「(i)」 is
 * the ninth letter after (h) and the first numeral elsewhere.
 */
export class EnglishItems {
  #open: OpenList[] = []

  /** A plain line ends every list. */
  end(): void {
    this.#open = []
  }

  /** `depth` 0 is a 项, 1 a 目; what is deeper has no kind of its own. `undefined` for lines that open nothing. */
  read(text: string): { depth: number; item: DraftItem } | undefined {
    const match = pattern.exec(text)
    if (!match) return undefined
    const [, bracket = '', numeral = '', stop = '', words = ''] = match
    const marks = bracket + stop
    const found = this.#choose(numeral, marks)
    if (!found) return undefined
    const at = this.#open.findIndex(({ style }) => style === found.style)
    const depth = at < 0 ? this.#open.length : at
    this.#open = [...this.#open.slice(0, depth), { style: found.style, last: found.number }]
    const label = bracket + numeral + stop
    return {
      depth,
      item: { mark: depth === 0 ? 'item' : 'subitem', number: found.number, label, text: words },
    }
  }

  /** Of the readings of a numeral the one that goes on a list, else one that begins a new one. */
  #choose(numeral: string, marks: string): { style: string; number: number } | undefined {
    const readings = readingsOf(numeral).map(({ kind, number }) => ({ style: kind + marks, number }))
    const continues = ({ style, number }: { style: string; number: number }) =>
      this.#open.some((list) => list.style === style && number === list.last + 1)
    const inner = readings.find(
      ({ style, number }) =>
        this.#open.at(-1)?.style === style && number === (this.#open.at(-1)?.last ?? 0) + 1,
    )
    const known = readings.find(({ style }) => this.#open.some((list) => list.style === style))
    return inner ?? readings.find(continues) ?? readings.find(({ number }) => number === 1) ?? known
  }
}

function readingsOf(numeral: string): { kind: string; number: number }[] {
  if (/^[0-9]+$/.test(numeral)) return [{ kind: '1', number: Number(numeral) }]
  const upper = numeral === numeral.toUpperCase()
  if (!upper && numeral !== numeral.toLowerCase()) return []
  const roman = readRoman(numeral)
  const letter = readLetter(numeral)
  return [
    ...(letter === undefined ? [] : [{ kind: upper ? 'A' : 'a', number: letter }]),
    ...(roman === undefined ? [] : [{ kind: upper ? 'I' : 'i', number: roman }]),
  ]
}
