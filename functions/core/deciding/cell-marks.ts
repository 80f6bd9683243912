import { mix32 } from '../hash-mix.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const lettersPerMark = 4

/** Four letters that tell whether a cell still says what it said: a changed one keeps them once in a million times. */
export function cellMark(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  let left = mix32(hash ^ text.length)
  let mark = ''
  for (let at = 0; at < lettersPerMark; at += 1, left >>>= 5) mark += letters.charAt(left & 31)
  return mark
}

/** The marks of a row's cells in the order of its columns; `''` where all of them are empty. */
export function rowMarks(cells: readonly string[]): string {
  return cells.every((cell) => cell === '') ? '' : cells.map(cellMark).join('')
}

/** Mark by mark; `undefined` where these are no marks of so many cells. `''`: all of them were empty. */
export function readRowMarks(marks: string, count: number): string[] | undefined {
  if (marks === '') return Array.from({ length: count }, () => cellMark(''))
  if (marks.length !== count * lettersPerMark) return undefined
  return Array.from({ length: count }, (_, at) => marks.slice(at * lettersPerMark, (at + 1) * lettersPerMark))
}
