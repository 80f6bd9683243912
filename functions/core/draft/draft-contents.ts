import { readAnnexHeading } from './draft-headings.ts'
import { compact } from './draft-lines.ts'
import type { MarkedDraft, MarkedLine } from './draft-marks.ts'
import type { DraftProblem } from './draft-problem.ts'

/** Line indexes [from, to) that are the table of contents; empty where there is none. */
export interface ContentsRange {
  from: number
  to: number
}

const contentsTitle = /^目 ?[录次錄]$/

/**
 * Finds the table of contents: it ends where its own first heading comes again. Texts whose title 目录 was lost are
 * recognised by that alone, when nothing but headings stands between.
 */
export function findContents(draft: MarkedDraft): ContentsRange {
  const { lines, firstArticle } = draft
  const listed = findListedArticles(draft)
  if (listed) return listed
  const titled = lines.findIndex((line, index) => index < firstArticle && contentsTitle.test(line.text))
  const headings: number[] = []
  for (let index = titled + 1; index < firstArticle; index += 1)
    if (isHeading(lines[index])) headings.push(index)
  const first = headings[0]
  if (first === undefined) return titled < 0 ? none : { from: titled, to: titled + 1 }
  const again = headings.findLast((index) => index > first && names(lines[index], lines[first]))
  if (titled >= 0) {
    const alone = headings.length === 1 ? first : firstArticle
    return { from: titled, to: again ?? alone }
  }
  if (again === undefined) return none
  const onlyHeadings = lines.slice(first, again).every(mayBeContents)
  return onlyHeadings ? { from: first, to: again } : none
}

/** A 目录 that lists the articles too, as those of military regulations do: titles only, up to its first heading again. */
function findListedArticles({ lines, firstArticle }: MarkedDraft): ContentsRange | undefined {
  const titled = lines.findIndex((line, index) => index < firstArticle && contentsTitle.test(line.text))
  const first = titled + 1
  if (titled < 0 || !isHeading(lines[first])) return undefined
  const again = lines.findIndex((line, index) => index > firstArticle && names(line, lines[first]))
  if (again < 0) return undefined
  const listsOnly = lines.slice(first, again).every((line) => mayBeContents(line) || isListed(line))
  return listsOnly ? { from: titled, to: again } : undefined
}

/** 「第一条 立法目的」: an article's number and title, no sentence. */
function isListed({ is }: MarkedLine): boolean {
  return is.mark === 'article' && is.rest.length <= 40 && !/[。；;：:]/u.test(is.rest)
}

const none: ContentsRange = { from: 0, to: 0 }

function mayBeContents(line: MarkedLine): boolean {
  return isHeading(line) || line.text === '' || readAnnexHeading(line.text) !== undefined
}

function isHeading(line: MarkedLine | undefined): boolean {
  return line?.is.mark === 'heading' || line?.is.mark === 'bare'
}

/** Same level and number; for 附则 and 序言 the same word. */
function names(a: MarkedLine | undefined, b: MarkedLine | undefined): boolean {
  if (a?.is.mark === 'bare' && b?.is.mark === 'bare') return a.is.id === b.is.id
  if (a?.is.mark !== 'heading' || b?.is.mark !== 'heading') return false
  return a.is.level === b.is.level && a.is.number === b.is.number && a.is.insertion === b.is.insertion
}

/** A heading's title without page numbers, dot leaders, ranges of articles and punctuation. */
function plainTitle(line: MarkedLine): string {
  const { is } = line
  if (is.mark !== 'heading' && is.mark !== 'bare') return ''
  const title = compact(is.heading).replace(/[（(][^）)]*条[^）)]*[)）]/g, '')
  return title.replace(/[.…·⋯．\-—]*[（(]?[0-9０-９]*[)）]?$/u, '').replace(/[\p{P}\p{S}]/gu, '')
}

/** Every heading of the contents must come in the body, in order and with the same title. */
export function checkContents(draft: MarkedDraft, contents: ContentsRange): DraftProblem[] {
  const body = draft.lines.slice(contents.to).filter(isHeading)
  const problems: DraftProblem[] = []
  let at = 0
  for (const entry of draft.lines.slice(contents.from, contents.to).filter(isHeading)) {
    const found = body.findIndex(
      (line, index) => index >= at && names(line, entry) && plainTitle(line) === plainTitle(entry),
    )
    if (found >= 0) at = found + 1
    else
      problems.push({
        line: entry.line,
        code: 'contents-mismatch',
        facts: { heading: entry.text.slice(0, 80) },
      })
  }
  return problems
}
