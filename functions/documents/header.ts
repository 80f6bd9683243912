import { batchColumns } from '#contract/batch-columns.ts'
import { opinionTableColumns } from '#contract/opinion-table-columns.ts'

/**
 * A column's title as it is compared: NFKC, without white space, asterisks, colons, or anything in brackets.
 * 「条款号（稿次）」→「条款号」, 「原话 *」→「原话」.
 */
export function normaliseHeader(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/gu, '')
    .replace(/[\s\u200B-\u200D\uFEFF*:]/gu, '')
}

/** Every title of both tables and what other offices call them. */
const knownTitles = new Set<string>(
  [
    ...batchColumns.flatMap(({ title, aliases }) => [title, ...aliases]),
    ...opinionTableColumns.map((c) => c.title),
  ].map(normaliseHeader),
)

/** Title rows and notes may stand above the header, but not a page of them. */
const rowsSearched = 20

/**
 * Which of the first rows is the header: the one with the most known titles, at least two; the upper one of equals.
 * `undefined` when no row is.
 */
export function findHeaderRow(rows: readonly { row: number; cells: readonly (string | undefined)[] }[]) {
  let best: { index: number; known: number } | undefined
  rows.forEach(({ row, cells }, index) => {
    if (row > rowsSearched) return
    const titles = new Set(cells.filter((cell) => cell !== undefined).map(normaliseHeader))
    const known = [...titles].filter((title) => knownTitles.has(title)).length
    if (known >= 2 && known > (best?.known ?? 0)) best = { index, known }
  })
  return best?.index
}

/**
 * Which of the first rows looks like titles, whatever they are: a row with the most different short words in it, below
 * which there is something; the upper one of equals. The known header when there is one. `undefined` when no row does.
 */
export function guessHeaderRow(
  rows: readonly { row: number; cells: readonly (string | undefined)[] }[],
): number | undefined {
  const known = findHeaderRow(rows)
  if (known !== undefined) return known
  let best: { index: number; titles: number } | undefined
  rows.forEach(({ row, cells }, index) => {
    if (row > rowsSearched || index === rows.length - 1) return
    const titles = new Set(cells.filter((cell) => cell !== undefined && isTitle(cell)))
    if (titles.size > (best?.titles ?? 1)) best = { index, titles: titles.size }
  })
  return best?.index
}

/** Words, not a number, a date or a sentence. */
function isTitle(cell: string): boolean {
  const plain = normaliseHeader(cell)
  return plain.length > 0 && plain.length <= 20 && /\p{L}/u.test(plain) && !/\d{4}|[。！？]/u.test(plain)
}
