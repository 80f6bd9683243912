import type { TextPiece } from './word-diff.ts'

/**
 * Words put in (or taken away) alone can often be marked at several places with the same result: 证明[。存档]。 says what
 * 证明。[存档。] says. Slides each to where a reader would begin it: behind a line feed, a sentence, a comma, in that
 * order. Both sides keep every character.
 */
export function slideChanges(pieces: readonly TextPiece[]): TextPiece[] {
  const slid = pieces.map((piece) => ({ ...piece }))
  for (const [place, piece] of slid.entries()) {
    const before = slid[place - 1]
    const behind = slid[place + 1]
    if (piece.kind === 'same' || behind?.kind !== 'same' || (before && before.kind !== 'same')) continue
    // Of words between two changes at least one stays between them.
    const room = behind.text.length - (place + 2 < slid.length ? 1 : 0)
    const by = bestSlide(before?.text ?? '', piece.text, behind.text.slice(0, room))
    const passed = behind.text.slice(0, by)
    if (by === 0 || before === undefined) continue
    before.text += passed
    piece.text = piece.text.slice(by) + passed
    behind.text = behind.text.slice(by)
  }
  return slid.filter(({ text }) => text !== '')
}

/** How far to the right the change begins best. */
function bestSlide(before: string, text: string, behind: string): number {
  let best = { by: 0, rank: rankOf(before, text) }
  const furthest = Math.min(text.length, behind.length)
  for (let by = 1; by <= furthest && text[by - 1] === behind[by - 1]; by += 1) {
    const rank = rankOf(before + text.slice(0, by), text.slice(by) + text.slice(0, by))
    if (rank > best.rank) best = { by, rank }
  }
  return best.by
}

function rankOf(before: string, text: string): number {
  const last = before.at(-1) ?? '\n'
  if (isHighSurrogate(last)) return -1
  if (last === '\n' || text.startsWith('\n')) return 3
  if ('。；：'.includes(last)) return 2
  return '、，'.includes(last) ? 1 : 0
}

function isHighSurrogate(unit: string): boolean {
  return /^[\ud800-\udbff]$/.test(unit)
}
