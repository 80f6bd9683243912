/** Text as it is compared, and for every UTF-16 unit of it the place in the original it came from. */
export interface FoldedText {
  folded: string
  /** One longer than `folded`: the last is the end of the original. */
  origin: Uint32Array
}

const ignored = /[\s\p{P}\p{Cf}]+/gu

/**
 * What people hold for the same: full or half width, upper or lower case, with or without punctuation and blanks.
 * 「（一）禁止 遛狗、垂钓」 → 「一禁止遛狗垂钓」. Character by character, so that places can be led back.
 */
export function foldText(text: string): FoldedText {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const kept = foldCharacter(character)
    for (let unit = 0; unit < kept.length; unit += 1) origin.push(at)
    folded += kept
    at += character.length
  }
  origin.push(text.length)
  return { folded, origin: Uint32Array.from(origin) }
}

/** Common Han are nearly all of a statute and fold to themselves: they skip the tables of Unicode. */
function foldCharacter(character: string): string {
  if (character >= '\u4e00' && character <= '\u9fff') return character
  return character.normalize('NFKC').toLowerCase().replace(ignored, '')
}
