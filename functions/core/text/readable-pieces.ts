import { slideChanges } from './slide-changes.ts'
import type { TextPiece } from './word-diff.ts'

/** Letters, digits and Han; what else stands between two changes is not worth keeping apart. */
const letters = /[\p{L}\p{N}]/gu

/**
 * Makes a comparison readable: a lone 的 or a comma left standing between two changes joins them, and each change
 * says first what went and then what came, and begins where a reader would begin it. What the pieces join to stays the same to the character.
 */
export function readablePieces(pieces: readonly TextPiece[]): TextPiece[] {
  const readable: TextPiece[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') readable.push({ kind: 'removed', text: removed })
    if (added !== '') readable.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [place, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (isIsland(pieces, place, removed, added)) {
      removed += text
      added += text
    } else {
      flush()
      readable.push({ kind, text })
    }
  }
  flush()
  return slideChanges(readable)
}

/** At most one letter between changes that together take away and put in: two insertions a comma apart read well as they are. */
function isIsland(pieces: readonly TextPiece[], place: number, removed: string, added: string): boolean {
  const { text } = pieces[place] ?? { text: '' }
  if (text.includes('\n') || (text.match(letters)?.length ?? 0) > 1) return false
  if (removed + added === '' || place === pieces.length - 1) return false
  const behind = [pieces[place + 1]?.kind, pieces[place + 2]?.kind]
  return (removed !== '' || behind.includes('removed')) && (added !== '' || behind.includes('added'))
}
