import type { OfficeOpinion } from '#contract/office-api.ts'

/** Opinions of one article, as a page has them one behind the other. */
export interface OpinionSection {
  /** An article's id, `whole` or `gone`; `''`: what was searched, in the order received. */
  article: string
  opinions: OfficeOpinion[]
}

/** Puts a page behind the sections read before: what goes on with the last article joins it, nothing comes twice. */
export function joinPage(
  before: readonly OpinionSection[],
  page: readonly OfficeOpinion[],
  isSearch: boolean,
): OpinionSection[] {
  const sections = before.map((section) => ({ ...section, opinions: [...section.opinions] }))
  const known = new Set(before.flatMap(({ opinions }) => opinions.map(({ id }) => id)))
  for (const opinion of page) {
    if (known.has(opinion.id)) continue
    const article = isSearch ? '' : (opinion.listedUnder ?? '')
    const last = sections.at(-1)
    if (last?.article === article) last.opinions.push(opinion)
    else sections.push({ article, opinions: [opinion] })
  }
  return sections
}

/** The same sections with one opinion as it is now. */
export function withOpinion(sections: readonly OpinionSection[], changed: OfficeOpinion): OpinionSection[] {
  return sections.map((section) => ({
    ...section,
    opinions: section.opinions.map((opinion) => (opinion.id === changed.id ? changed : opinion)),
  }))
}
