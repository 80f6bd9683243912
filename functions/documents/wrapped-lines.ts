import type { DraftNote } from '#core/draft/draft-note.ts'
import { leaveOutPageFurniture } from './page-furniture.ts'

/** Columns of a line: Han and full-width characters take two, as in print. */
function widthOf(line: string): number {
  let width = 0
  for (const char of line) width += /[\u2e80-\uffe6\u{20000}-\u{3ffff}“”‘’…—]/u.test(char) ? 2 : 1
  return width
}

/** What ends a 款 or a 项 for certain; a 分号 may also stand in the middle of one. */
const ends = /[。！？：.!?:][”’）)」』】》]*$/u
const endsItem = /[；;][”’）)]*$/u
const numeral = '[〇零一二两三四五六七八九十百千0-9０-９]'
/** What opens a provision; a reference such as 第三条规定 at the start of a line does not. */
const opens = new RegExp(
  `^(?:第 ?${numeral}{1,9} ?(?:部分|编|分编|章|节)(?![^ \u3000]{0,40}[，。；])|第 ?${numeral}{1,9} ?条(?:之${numeral})?(?![、，。；）》规第的所中和与及或至之以])` +
    `|[（(] ?${numeral}{1,6} ?[)）]|${numeral}{1,3} ?[、.．](?![0-9])|[①-⑳⑴-⒇⒈-⒛㈠-㈩]|附 ?[件录表则]|目 ?[录次]$` +
    '|(?:Article|Section|Sec\\.|Chapter|Part) ?[0-9IVX]|\\([a-z0-9]{1,4}\\) )',
  'u',
)
/** A line that cannot be a sentence's beginning or middle: a name alone. */
const isHeading = new RegExp(`^[ \u3000]*第 ?${numeral}{1,9} ?(?:部分|编|分编|章|节)`, 'u')

/** A line that must go on with a citation: 依照第一百零三条、⏎第一百零五条的规定. */
const citesOn = /[、，和与及或至反照据按在]$/u

interface Wrap {
  width: number
  /** First lines of paragraphs stand in, the others do not: then that decides. */
  indents: boolean
}

const standsIn = /^[ \u3000\t\u00a0]/

/**
 * Joins what a PDF broke: lines of one width that end in the middle of a sentence go on in the next. A text that is
 * not broken so is given back as it is, to the character. What was joined and left out is in `notes`.
 */
export function joinWrappedLines(text: string): { text: string; notes: DraftNote[] } {
  const { lines, notes } = leaveOutPageFurniture(text.split(/\r\n|[\n\r\f\u0085\u2028\u2029]/))
  const wrap = findWrap(lines)
  if (!wrap) return notes.length === 0 ? { text, notes } : { text: lines.join('\n'), notes }
  const joined: string[] = []
  const doubtful: number[] = []
  let joins = 0
  let above = ''
  for (const line of lines) {
    const last = joined.at(-1)
    const isFull = widthOf(above) >= wrap.width - 10
    if (last !== undefined && isFull && goesOn(above, line, wrap)) {
      joined[joined.length - 1] = glue(last, line)
      joins += 1
    } else {
      if (isFull && isDoubtful(above, line, wrap)) doubtful.push(joined.length + 1)
      joined.push(line)
    }
    above = line.trimEnd()
  }
  if (joins > 0) notes.push({ code: 'lines-joined', facts: { count: joins, columns: wrap.width } })
  if (doubtful.length > 0)
    notes.push({
      code: 'breaks-doubtful',
      facts: { count: doubtful.length, lines: doubtful.slice(0, 50).join('、') },
    })
  return { text: joined.join('\n'), notes }
}

/**
 * The width at which a text was broken; `undefined` when it was not. Broken texts have many lines that end in the
 * middle of a sentence, nearly all of them equally wide, and hardly a line is wider.
 */
function findWrap(lines: readonly string[]): Wrap | undefined {
  const unfinished: number[] = []
  const all: number[] = []
  for (const line of lines) {
    const text = line.trimEnd()
    if (text.trim() === '') continue
    const width = widthOf(text)
    all.push(width)
    if (width >= 36 && !ends.test(text) && !endsItem.test(text) && !isHeading.test(text))
      unfinished.push(width)
  }
  if (unfinished.length < 3 || unfinished.length < all.length * 0.08) return undefined
  const sorted = unfinished.toSorted((a, b) => a - b)
  const width = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const near = unfinished.filter((each) => each >= width - 8 && each <= width + 4).length
  const wider = all.filter((each) => each > width + 4).length
  if (near < unfinished.length * 0.8 || wider > all.length * 0.02) return undefined
  return { width, indents: findIndents(lines) }
}

/** Articles stand in, and what follows a line that is not finished does not. */
function findIndents(lines: readonly string[]): boolean {
  const opening = lines.filter((line) => opens.test(line.trim()))
  const going = lines.filter((line, at) => line.trim() !== '' && isUnfinished(lines[at - 1] ?? ''))
  const inwards = (of: readonly string[]) => of.filter((line) => standsIn.test(line)).length
  return (
    opening.length > 0 && inwards(opening) >= opening.length * 0.8 && inwards(going) <= going.length * 0.2
  )
}

function isUnfinished(line: string): boolean {
  return widthOf(line) >= 36 && /[\p{L}，、]$/u.test(line.trimEnd())
}

/** Whether `line` is the rest of the full line above it. */
function goesOn(above: string, line: string, { indents }: Wrap): boolean {
  const below = line.trim()
  if (below === '' || isHeading.test(above)) return false
  if (citesOn.test(above) && below.startsWith('第')) return true
  if (opens.test(below)) return false
  if (indents && !/[：:]$/.test(above)) return !standsIn.test(line)
  return !ends.test(above)
}

/** A full line that ends a sentence may end its 款 there by chance: only a person can tell. */
function isDoubtful(above: string, line: string, { indents }: Wrap): boolean {
  const below = line.trim()
  return !indents && below !== '' && /[。！？][”’）)]*$/u.test(above) && !opens.test(below)
}

/** Nothing stands between Chinese characters; Latin words need their blank. */
function glue(above: string, below: string): string {
  const a = above.trimEnd()
  const b = below.trim()
  const latin = /[\p{Script=Latin}0-9,;]$/u.test(a) && /^[\p{Script=Latin}0-9(]/u.test(b)
  return latin ? `${a} ${b}` : a + b
}
