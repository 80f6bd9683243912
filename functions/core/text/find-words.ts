/**
 * Finds words in a text whatever spaces and line breaks stand between the characters, and full-width or
 * half-width alike (a cell of a table re-wraps what is pasted into it). Returns them exactly as the text has them,
 * `undefined` when they are not there or when nothing but spaces is sought.
 */
export function findWords(text: string, sought: string): string | undefined {
  const wanted = foldedCharacters(sought).folded
  if (wanted === '') return undefined
  const { folded, origin } = foldedCharacters(text)
  const at = folded.indexOf(wanted)
  if (at < 0) return undefined
  return text.slice(origin[at], origin[at + wanted.length])
}

/** Text without white space, NFKC, and for every unit of it the place in the original it came from. */
function foldedCharacters(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const kept = character.normalize('NFKC').replace(/\s+/gu, '')
    for (let unit = 0; unit < kept.length; unit += 1) origin.push(at)
    folded += kept
    at += character.length
  }
  // Trailing white space belongs to nothing that was sought.
  origin.push(text.trimEnd().length)
  return { folded, origin }
}
