import type { DraftNote } from '#core/draft/draft-note.ts'

const dashed = /^[-—–－‐]{1,2} ?[0-9０-９]{1,4} ?[-—–－‐]{1,2}$|^[·•] ?[0-9]{1,4} ?[·•]$/u
const worded =
  /^第 ?[0-9０-９]{1,4} ?页(?:[ ,，/／]*共 ?[0-9０-９]{1,4} ?页)?$|^共 ?[0-9]{1,4} ?页[ ,，]*第 ?[0-9]{1,4} ?页$|^Page [0-9]{1,4}(?: of [0-9]{1,4})?$/iu
const bare = /^[0-9]{1,4}(?: ?[/／] ?[0-9]{1,4})?$/

/**
 * Leaves out page numbers (- 3 -, 第 3 页 共 9 页, and bare numbers that count up through the whole text) and running
 * heads: a short line that stands beside most page numbers. Blank lines round them go too, so that a sentence broken
 * by the page can go on. A text without page numbers is untouched.
 */
export function leaveOutPageFurniture(lines: readonly string[]): { lines: string[]; notes: DraftNote[] } {
  const numbers = pageNumbers(lines)
  if (numbers.size === 0) return { lines: [...lines], notes: [] }
  const { before, behind } = findNeighbours(lines)
  const heads = runningHeads(lines, numbers, (at) => [before[at] ?? -1, behind[at] ?? -1])
  const gone = new Set([...numbers, ...heads])
  const touches = (at: number) => gone.has(before[at] ?? -1) || gone.has(behind[at] ?? -1)
  const kept = lines.filter((line, at) => !gone.has(at) && !(line.trim() === '' && touches(at)))
  const notes: DraftNote[] = [{ code: 'page-numbers-left-out', facts: { count: numbers.size } }]
  const words = [...new Set([...heads].map((at) => lines[at]?.trim() ?? ''))]
  if (words.length > 0)
    notes.push({
      code: 'running-heads-left-out',
      facts: { count: heads.size, words: words.slice(0, 3).join('　') },
    })
  return { lines: kept, notes }
}

function pageNumbers(lines: readonly string[]): Set<number> {
  const marked = new Set<number>()
  const counting: { at: number; value: number }[] = []
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim()
    if (dashed.test(line) || worded.test(line)) marked.add(at)
    else if (bare.test(line)) counting.push({ at, value: Number.parseInt(line, 10) })
  }
  const first = counting[0]?.value ?? 0
  const countsUp = counting.length >= 3 && counting.every(({ value }, place) => value === first + place)
  // Bare numbers close together are a table's first column, not pages.
  const apart = counting.every(({ at }, place) => place === 0 || at - (counting[place - 1]?.at ?? 0) >= 8)
  if (countsUp && apart) for (const { at } of counting) marked.add(at)
  return marked
}

/** Lines beside page numbers that say the same on at least three pages, and on most of them. */
function runningHeads(
  lines: readonly string[],
  numbers: ReadonlySet<number>,
  besides: (at: number) => number[],
): Set<number> {
  const places = new Map<string, number[]>()
  for (const at of numbers)
    for (const beside of besides(at)) {
      const words = lines[beside]?.trim() ?? ''
      if (words === '' || [...words].length > 40 || /[。；：，]|[;:,]$/.test(words) || numbers.has(beside))
        continue
      const known = places.get(words)
      if (known) known.push(beside)
      else places.set(words, [beside])
    }
  const found = new Set<number>()
  const first = lines.findIndex((line) => line.trim() !== '')
  for (const [words, at] of places) {
    const standsFirst = lines[first]?.trim() === words
    if (at.length + Number(standsFirst) < 3 || at.length < numbers.size * 0.4) continue
    for (const line of at) found.add(line)
    if (standsFirst && !isTitle(lines, first)) found.add(first)
  }
  return found
}

/** The head of the first page may be the only place where the title of the law stands. */
function isTitle(lines: readonly string[], first: number): boolean {
  const words = lines[first]?.trim() ?? ''
  const next = lines.slice(first + 1, first + 20).find((line) => line.trim() !== '')
  return next?.trim() !== words && /(?:[法典例定议则程释案稿）)]|办法|意见|Act|Law)$/u.test(words)
}

/** The nearest line with words before and behind every line; one pass each way, however many blanks there are. */
function findNeighbours(lines: readonly string[]): { before: number[]; behind: number[] } {
  const before: number[] = []
  const behind: number[] = []
  let last = -1
  for (const [at, line] of lines.entries()) {
    before.push(last)
    if (line.trim() !== '') last = at
  }
  let next = -1
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    behind[at] = next
    if (lines[at]?.trim() !== '') next = at
  }
  return { before, behind }
}
