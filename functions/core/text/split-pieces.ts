import type { TextPiece } from './word-diff.ts'

/**
 * Cuts the comparison of one text with several joined by a line feed into one comparison for each: `lengths` are
 * theirs in UTF-16 units. The joining line feed itself is dropped where it was put in, and stays as `removed` where the
 * older text had it, so that both sides keep every character. What was taken away at a cut stays before it.
 */
export function splitPieces(pieces: readonly TextPiece[], lengths: readonly number[]): TextPiece[][] {
  const parts: TextPiece[][] = lengths.map(() => [])
  let part = 0
  let left = lengths[0] ?? 0
  for (const { kind, text } of pieces) {
    let rest = text
    if (kind === 'removed') parts[part]?.push({ kind, text })
    else
      while (rest !== '') {
        if (left > 0) {
          parts[part]?.push({ kind, text: rest.slice(0, left) })
          const taken = Math.min(left, rest.length)
          left -= taken
          rest = rest.slice(taken)
        } else {
          if (kind === 'same') parts[part]?.push({ kind: 'removed', text: rest.slice(0, 1) })
          rest = rest.slice(1)
          part += 1
          left = lengths[part] ?? 0
        }
      }
  }
  return parts
}
