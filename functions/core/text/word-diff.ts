/** A stretch of a comparison: in both texts, only in the older, or only in the newer. */
export interface TextPiece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** One step of the shortest way from one list of tokens to another. */
type Step = { kind: TextPiece['kind']; from: number; to: number }

/** Texts that differ in more places than this are not worth finding the shortest way through. */
const maxEdits = 2000

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A text cut where a reader would: words, punctuation and line breaks; joined they are the text. */
export function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), ({ segment }) => segment)
}

/**
 * Compares two texts word by word (Myers, An O(ND) Difference Algorithm, 1986). The pieces that are `same` or
 * `added` join to the newer text and those that are `same` or `removed` to the older one, to the character.
 * Time and memory grow with the square of the differences at most; beyond 2,000 differing words the middle is
 * shown as replaced whole.
 */
export function diffWords(from: string, to: string): TextPiece[] {
  // Most articles of a draft are as they were, new or gone: those need no cutting into words.
  if (from === to || from === '' || to === '') return diffTokens([from], [to])
  return diffTokens(wordsOf(from), wordsOf(to))
}

/** The same for texts that are cut already. */
export function diffTokens(from: readonly string[], to: readonly string[]): TextPiece[] {
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let end = 0
  const shorter = Math.min(from.length, to.length) - start
  while (end < shorter && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1
  const older = from.slice(start, from.length - end)
  const newer = to.slice(start, to.length - end)
  const pieces: TextPiece[] = []
  add(pieces, 'same', from.slice(0, start).join(''))
  for (const { kind, from: a, to: b } of steps(older, newer) ?? replaced(older, newer))
    add(pieces, kind, (kind === 'added' ? newer[b] : older[a]) ?? '')
  add(pieces, 'same', from.slice(from.length - end).join(''))
  return pieces
}

function add(pieces: TextPiece[], kind: TextPiece['kind'], text: string): void {
  const last = pieces.at(-1)
  if (text === '') return
  if (last?.kind === kind) last.text += text
  else pieces.push({ kind, text })
}

function replaced(from: readonly string[], to: readonly string[]): Step[] {
  return [
    ...from.map((_, at): Step => ({ kind: 'removed', from: at, to: 0 })),
    ...to.map((_, at): Step => ({ kind: 'added', from: 0, to: at })),
  ]
}

/** The furthest reach on each diagonal, one row of them for every number of edits; then back from the end. */
function steps(from: readonly string[], to: readonly string[]): Step[] | undefined {
  const most = Math.min(from.length + to.length, maxEdits)
  const rows: Int32Array[] = []
  let reach = new Int32Array(3)
  for (let edits = 0; edits <= most; edits += 1) {
    const row = new Int32Array(2 * edits + 3)
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = reachAt(reach, edits - 1, diagonal - 1)
      const up = reachAt(reach, edits - 1, diagonal + 1)
      let a = edits === 0 ? 0 : goesDown(edits, diagonal, left, up) ? up : left + 1
      while (a < from.length && a - diagonal < to.length && from[a] === to[a - diagonal]) a += 1
      row[diagonal + edits + 1] = a
      if (a >= from.length && a - diagonal >= to.length) return wayBack(rows, from, to, edits)
    }
    rows.push(row)
    reach = row
  }
  return undefined
}

function reachAt(row: Int32Array, edits: number, diagonal: number): number {
  return row[diagonal + edits + 1] ?? 0
}

function goesDown(edits: number, diagonal: number, left: number, up: number): boolean {
  return diagonal === -edits || (diagonal !== edits && left < up)
}

function wayBack(
  rows: readonly Int32Array[],
  from: readonly string[],
  to: readonly string[],
  edits: number,
): Step[] {
  const found: Step[] = []
  let a = from.length
  let b = to.length
  for (let left = edits; left > 0; left -= 1) {
    const row = rows[left - 1] ?? new Int32Array(3)
    const diagonal = a - b
    const down = goesDown(
      left,
      diagonal,
      reachAt(row, left - 1, diagonal - 1),
      reachAt(row, left - 1, diagonal + 1),
    )
    const before = reachAt(row, left - 1, down ? diagonal + 1 : diagonal - 1)
    const beforeB = before - (down ? diagonal + 1 : diagonal - 1)
    for (; a > (down ? before : before + 1); a -= 1, b -= 1)
      found.push({ kind: 'same', from: a - 1, to: b - 1 })
    found.push(down ? { kind: 'added', from: a, to: beforeB } : { kind: 'removed', from: before, to: b })
    a = before
    b = beforeB
  }
  for (; a > 0; a -= 1, b -= 1) found.push({ kind: 'same', from: a - 1, to: b - 1 })
  return found.toReversed()
}
