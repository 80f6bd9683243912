import { follows, type ArticleHeading } from './draft-articles.ts'
import type { AnnexHeading, DraftHeading, HeadingLevel } from './draft-headings.ts'
import type { DraftLine } from './draft-lines.ts'
import { englishNumber, readEnglishNumber, readLetter } from './english-numbers.ts'

interface Candidate extends ArticleHeading {
  index: number
  unit: 'article' | 'section'
  /** A stop, colon, dash or the line's end behind the number. */
  apart: boolean
  refers: boolean
}

const articlePattern = new RegExp(
  `^(Article|Art\\.|Section|Sec\\.|§)\\s?(${englishNumber})([A-Z]{1,2}|bis)?(?![\\w(/])(\\s?[.:](?![0-9])|\\s?[—–-](?=\\s|$))?\\s*(.*)$`,
  'iu',
)
/** How a sentence goes on that only begins with a reference: Section 3 applies…, Article 5 of this Act… */
const reference =
  /^(?:of|shall|applies|apply|to|and|or|is|are|was|does|may|must|in|on|above|below|has|have|as|which|that|provides|requires|through|[,;(])(?:\s|$|\W)/i
const titleLike = (text: string) =>
  text !== '' && text.length <= 120 && !/[.;:,]$|\. ?\(|\([a-z0-9]\)/i.test(text)

function readCandidate({ text }: DraftLine, index: number): Candidate | undefined {
  const match = articlePattern.exec(text)
  if (!match) return undefined
  const [, word = '', numeral = '', letter, stop = '', rest = ''] = match
  const number = readEnglishNumber(numeral)
  if (number === undefined) return undefined
  const insertion = letter === undefined ? undefined : /^bis$/i.test(letter) ? 1 : readLetter(letter)
  return {
    mark: 'article',
    index,
    unit: /^art/i.test(word) ? 'article' : 'section',
    number,
    ...(insertion === undefined ? {} : { insertion }),
    label: text.slice(0, text.length - rest.length).trim(),
    rest,
    apart: stop !== '' || rest === '',
    refers: stop === '' && reference.test(rest),
  }
}

/**
 * Finds the lines that open articles of an English text, by line index: 「Article 1」 or, where there are none or only
 * a few, 「Section 1.」「Sec. 2」「§ 3」. A title on the same line or alone on the next becomes the heading; the lines it
 * took are in `taken`. Empty when no first article is there, unless nothing is Chinese: bills may begin with Section 5.
 */
export function findEnglishArticles(lines: readonly DraftLine[]): {
  articles: Map<number, ArticleHeading>
  taken: Set<number>
} {
  const candidates = lines.flatMap((line, index) => readCandidate(line, index) ?? [])
  const count = (unit: Candidate['unit']) =>
    candidates.filter((each) => each.unit === unit && !each.refers).length
  const unit = count('article') >= count('section') ? 'article' : 'section'
  const articles = new Map<number, ArticleHeading>()
  const taken = new Set<number>()
  let last: Pick<ArticleHeading, 'number' | 'insertion'> = { number: 0 }
  for (const { index, unit: own, apart, refers, ...heading } of candidates) {
    if (own !== unit || refers || !(apart || follows(last, heading))) continue
    articles.set(index, heading)
    last = heading
  }
  const isEnglish = lines.every(({ text }) => !/\p{Script=Han}/u.test(text))
  const begins = [...articles.values()].some(({ number }) => number === 1)
  if (!begins && !(isEnglish && articles.size > 1)) return { articles: new Map(), taken }
  const mayTitle = titlesOnTheLine([...articles.values()])
  for (const [index, article] of articles) takeTitle({ lines, articles, taken, mayTitle }, index, article)
  return { articles, taken }
}

/** A line that breaks off looks like a title: 「Article 5 — Fees」 is one where nearly all articles have such a line. */
function titlesOnTheLine(articles: readonly ArticleHeading[]): boolean {
  const filled = articles.filter(({ rest }) => rest !== '')
  return filled.filter(({ rest }) => titleLike(rest)).length >= filled.length * 0.9
}

interface Found {
  lines: readonly DraftLine[]
  articles: ReadonlyMap<number, ArticleHeading>
  taken: Set<number>
  mayTitle: boolean
}

function takeTitle(
  { lines, articles, taken, mayTitle }: Found,
  index: number,
  article: ArticleHeading,
): void {
  const opens = (at: number) =>
    at >= lines.length || articles.has(at) || readEnglishHeading(lines[at]?.text ?? '') !== undefined
  if (mayTitle && titleLike(article.rest) && !opens(index + 1)) {
    article.heading = article.rest
    article.rest = ''
  } else if (article.rest === '' && !opens(index + 1) && !opens(index + 2)) {
    const next = lines[index + 1]?.text ?? ''
    if (!titleLike(next) || /^(?:\(|[0-9a-z][.)] )/i.test(next)) return
    article.heading = next
    taken.add(index + 1)
  }
}

const levelOf: Record<string, HeadingLevel> = {
  part: 'part',
  title: 'part',
  division: 'subpart',
  chapter: 'chapter',
  subchapter: 'section',
  section: 'section',
}
const headingPattern = new RegExp(
  `^(Part|Title|Division|Chapter|Subchapter|Section)\\s(${englishNumber})(?!\\w)([.:])?(?:\\s?[—–-](?=\\s|$))?\\s*(.*)$`,
  'iu',
)

/** Reads 「Part II」「Chapter 3 — Offences」; `undefined` for sentences. Sections that are articles come first. */
export function readEnglishHeading(text: string): DraftHeading | undefined {
  const match = headingPattern.exec(text)
  if (!match) return undefined
  const [, word = '', numeral = '', , rest = ''] = match
  const number = readEnglishNumber(numeral)
  if (number === undefined || rest.length > 120 || /[.;:,]$/.test(rest) || reference.test(rest))
    return undefined
  const level = levelOf[word.toLowerCase()] as HeadingLevel
  return {
    mark: 'heading',
    level,
    number,
    label: text.slice(0, text.length - rest.length).trim(),
    heading: rest,
  }
}

/** Reads 「Annex I」「Schedule 2 — Fees」「Appendix」 alone on its line. */
export function readEnglishAnnex(text: string): AnnexHeading | undefined {
  const match =
    /^(Annex|Schedule|Appendix)(?:\s([0-9]{1,3}|[IVXL]{1,6}|[A-Z]))?(?:[.:]|\s?[—–-])?(?:\s+(.{0,100}))?$/i.exec(
      text,
    )
  if (!match || /[.;,]$/.test(text)) return undefined
  const [, , numeral = '', rest = ''] = match
  if (reference.test(rest)) return undefined
  const number = readEnglishNumber(numeral) ?? readLetter(numeral) ?? null
  return { mark: 'annex', number, label: text.slice(0, text.length - rest.length).trim(), heading: rest }
}
