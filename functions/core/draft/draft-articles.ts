import { insertionPattern, readInsertion } from './draft-headings.ts'
import { closeUp, compact, type DraftLine } from './draft-lines.ts'
import { numeralChars, readNumeral } from './numerals.ts'

/** A line that opens an article. */
export interface ArticleHeading {
  mark: 'article'
  number: number | null
  insertion?: number | undefined
  label: string
  /** 【背叛国家罪】 or （目的和依据）, brackets kept. */
  heading?: string | undefined
  /** The words of its first 款 on the same line, maybe none. */
  rest: string
}

interface Candidate extends ArticleHeading {
  index: number
  /** Blank, bracket, colon or line end behind the label: so print headings, not references. */
  apart: boolean
  /** Goes on as a reference does: 第十二条规定的… */
  refers: boolean
}

const articlePattern = new RegExp(
  `^第 ?((?:[${numeralChars}] ?){1,14})[条條](?:${insertionPattern})?( ?[:：]|、(?! ?第))?(.*)$`,
  'u',
)
const reference = new RegExp(
  `^(?:[、，,。；;）)》]|规定|之|的|第 ?[${numeralChars}]+ ?[款项目条章节項條節]|第[（(]|[（(] ?[${numeralChars}]+ ?[)）][项項]` +
    '|所[称列指述涉规]|中[的、，“规所]|[和与及或至到]第|以及|或者|以外|以下|以上|修改|改为|增加[一二三四五第作]|删[去除]|移至|作为第|合并)',
  'u',
)
const title =
  /^ ?(【[^】]{1,40}】|［[^］]{1,40}］|\[[^\]]{1,40}\]|[（(](?! ?[一二三四五六七八九十0-9]+ ?[)）])[^（）()。；：]{1,30}[)）])/u

function readCandidate({ text }: DraftLine, index: number): Candidate | undefined {
  const match = articlePattern.exec(text)
  if (!match) return undefined
  const [, numeral = '', insertion, colon = '', rest = ''] = match
  const heading = title.exec(rest)
  const words = heading ? rest.slice(heading[0].length) : rest
  return {
    mark: 'article',
    index,
    number: readNumeral(compact(numeral)) ?? null,
    insertion: readInsertion(insertion),
    label: compact(text.slice(0, text.length - rest.length)),
    heading: heading?.[1] && closeUp(heading[1]),
    rest: words.trim(),
    apart: rest === '' || rest.startsWith(' ') || /[:：]/.test(colon) || heading !== null,
    refers: reference.test(words.trim()),
  }
}

type Place = Pick<ArticleHeading, 'number' | 'insertion'>

/** Whether `next` is the number that follows: 第九条 → 第十条 or 第九条之一. */
export function follows(last: Place, next: Place): boolean {
  if (last.number === null || next.number === null) return false
  if (next.insertion === undefined) return next.number === last.number + 1
  return next.number === last.number && next.insertion === (last.insertion ?? 0) + 1
}

const nameOf = ({ number, insertion }: Place) => `${number}-${insertion ?? 0}`

/**
 * Finds the lines that open articles, by line index. A 款 may begin with a reference (第十二条规定的…), and pasted
 * texts may lack the blank behind 第十二条, so neither the blank nor the number decides alone: a label that stands
 * apart is a heading unless it reads as a reference out of sequence; one that does not must be in sequence, must not
 * read as a reference, and must not have a rival that stands apart.
 */
export function findArticles(lines: readonly DraftLine[]): Map<number, ArticleHeading> {
  const candidates = lines.flatMap((line, index) => readCandidate(line, index) ?? [])
  const standingApart = new Set(candidates.filter(({ apart }) => apart).map(nameOf))
  const close = candidates.filter(({ apart, refers }) => !apart && !refers).length
  const printsClose = close > standingApart.size
  const found = new Map<number, ArticleHeading>()
  let last: Place = { number: 0 }
  for (const { index, apart, refers, ...heading } of candidates) {
    const next = follows(last, heading)
    const opens = apart
      ? next || !refers
      : !refers && !standingApart.has(nameOf(heading)) && (next || printsClose)
    if (!opens) continue
    found.set(index, heading)
    last = heading.number === null ? { number: (last.number ?? 0) + 1 } : heading
  }
  return found
}

/** 「三、…」, and 「三」 alone on its line where pages lost the stop. */
const enumerated = new RegExp(`^([一二三四五六七八九十百]{1,5})(?:(、)(.*)|)$`, 'u')

/** Decisions and old statutes number their clauses 一、二、三、 and have no 第X条: those are their articles. */
export function findEnumeratedArticles(lines: readonly DraftLine[]): Map<number, ArticleHeading> {
  const found = new Map<number, ArticleHeading>()
  let last = 0
  for (const [index, { text }] of lines.entries()) {
    const match = enumerated.exec(text)
    const number = match?.[1] === undefined ? undefined : readNumeral(match[1])
    if (number !== last + 1) continue
    found.set(index, {
      mark: 'article',
      number,
      label: `${match?.[1]}${match?.[2] ?? ''}`,
      rest: (match?.[3] ?? '').trim(),
    })
    last = number
  }
  return found
}
