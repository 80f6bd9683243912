/** What a look found: nothing, the one code that is asked for, several of them, or only codes for something else. */
export type Seen = { kind: 'none' } | { kind: 'one'; code: string } | { kind: 'several' } | { kind: 'other' }

/**
 * The code asked for among all that is in sight; `read` answers `undefined` for other codes. A form shows each slip's
 * code twice, and a page of slips many: of two different ones neither is taken, for the wrong receipt code would
 * give one person's opinion to another.
 */
export function pickCode(texts: readonly string[], read: (text: string) => string | undefined): Seen {
  const codes = new Set(texts.map(read).filter((code) => code !== undefined))
  const [first, second] = codes
  if (second !== undefined) return { kind: 'several' }
  if (first !== undefined) return { kind: 'one', code: first }
  return { kind: texts.length > 0 ? 'other' : 'none' }
}
