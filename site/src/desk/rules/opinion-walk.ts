import type { OfficeOpinion, OfficeOpinionPage } from '#contract/office-api.ts'

/** Where reading has come to: articles not read to the end yet, the first of them perhaps half-way. */
export interface OpinionWalk {
  /** Article ids in the draft's order, `whole` for the draft as a whole. */
  left: readonly string[]
  cursor: string | null
}

export interface OpinionGroupOfArticle {
  article: string
  opinions: OfficeOpinion[]
}

/** The articles worth asking for, in the draft's order: those with opinions, or the one asked for. */
export function walkOf(
  articlesInOrder: readonly string[],
  countsByArticle: Record<string, number>,
  asked: string | undefined,
): OpinionWalk {
  if (asked !== undefined) return { left: [asked], cursor: null }
  const counted = (article: string) => (countsByArticle[article === 'whole' ? '' : article] ?? 0) > 0
  const known = ['whole', ...articlesInOrder]
  // A count that belongs to no article of this draft (an annex, a chapter) is still read, last.
  const others = Object.keys(countsByArticle).filter((key) => key !== '' && !known.includes(key))
  return { left: [...known.filter(counted), ...others], cursor: null }
}

/**
 * Reads on in the draft's order until `enough` opinions have come (or the one wanted has), or nothing is left.
 * The list of a page is in log order; reading article by article gives the draft's order at any size.
 */
export async function readOn(
  walk: OpinionWalk,
  read: (article: string, cursor: string | null) => Promise<OfficeOpinionPage>,
  enough: number,
  wanted?: string,
): Promise<{ walk: OpinionWalk; read: OpinionGroupOfArticle[] }> {
  const groups: OpinionGroupOfArticle[] = []
  let { left, cursor } = walk
  let come = 0
  let found = wanted === undefined
  while (left.length > 0 && (come < enough || !found)) {
    const article = left[0] ?? ''
    const page = await read(article, cursor)
    if (page.opinions.length > 0) groups.push({ article, opinions: page.opinions })
    come += page.opinions.length
    found ||= page.opinions.some(({ id }) => id === wanted)
    cursor = page.cursor
    if (cursor === null) left = left.slice(1)
  }
  return { walk: { left, cursor }, read: groups }
}

/** Puts pages together; a page that goes on with the last article joins its group. */
export function joinGroups(
  before: readonly OpinionGroupOfArticle[],
  more: readonly OpinionGroupOfArticle[],
): OpinionGroupOfArticle[] {
  const joined = before.map((group) => ({ ...group }))
  for (const group of more) {
    const last = joined.at(-1)
    if (last?.article === group.article) last.opinions = [...last.opinions, ...group.opinions]
    else joined.push({ ...group })
  }
  return joined
}
