import { articlesOf, type Provision } from '#core/draft/provision.ts'

/** One line of a draft's table of contents. */
export interface ContentsEntry {
  id: string
  title: string
  first: string
  last: string
  children: ContentsEntry[]
}

/** 编, 章 and 节 with the articles they span; a draft without divisions has none. */
export function contentsOf(provisions: readonly Provision[]): ContentsEntry[] {
  return provisions
    .filter(({ kind }) => kind === 'part' || kind === 'chapter' || kind === 'section' || kind === 'annex')
    .map((provision) => {
      const articles = articlesOf(provision.children)
      return {
        id: provision.id,
        title: [provision.label, provision.heading].filter(Boolean).join('　'),
        first: articles[0]?.label ?? '',
        last: articles.at(-1)?.label ?? '',
        children: contentsOf(provision.children),
      }
    })
}
