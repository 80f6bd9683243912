const unknown = 0
const dropped = 0xffff

/** What became of each UTF-16 unit, worked out when it is first met: most texts use a few thousand of them. */
const folds = new Uint16Array(65536)

/**
 * Writes a text as it is grouped into `into`, and answers how many units that is: full or half width, upper or
 * lower case, with or without punctuation and blanks are the same. Like `folded-text.ts`, unit by unit and without
 * the way back, because a million opinions pass here. `into` must be as long as the text.
 */
export function foldUnits(text: string, into: Uint16Array): number {
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const known = folds[unit] as number
    const folded = known === unknown ? learn(unit) : known
    if (folded === dropped) continue
    into[length] = folded
    length += 1
  }
  return length
}

function learn(unit: number): number {
  const folded = foldUnit(unit)
  folds[unit] = folded
  return folded
}

function foldUnit(unit: number): number {
  // Halves of a rare Han character mean something only together, and stay together.
  if (unit >= 0xd800 && unit < 0xe000) return unit
  const character = String.fromCharCode(unit)
  const plain = character.normalize('NFKC').toLowerCase()
  if (!/[\p{L}\p{N}]/u.test(plain)) return dropped
  return plain.length === 1 ? plain.charCodeAt(0) : unit
}
