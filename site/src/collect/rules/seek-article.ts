import type { DraftText } from '#core/bill.ts'
import { passagesOf } from '#core/draft/draft-passages.ts'
import { findInDraft, indexDraft, type FindIndex } from '#core/draft/find-in-draft.ts'
import { findProvision } from '#core/draft/find-provision.ts'
import { articleIdOf, articlesOf, provisionWords, type Provision } from '#core/draft/provision.ts'

/** A draft ready to be searched; made once when it is opened. */
export interface Seekable {
  draft: DraftText
  index: FindIndex
  articles: Map<string, Provision>
}

export function seekable(draft: DraftText): Seekable {
  return {
    draft,
    index: indexDraft(passagesOf(draft.provisions)),
    articles: new Map(articlesOf(draft.provisions).map((article) => [article.id, article])),
  }
}

/** One article found: the words around what was sought, cut in three for marking. */
export interface Found {
  article: Provision
  before: string
  words: string
  after: string
}

export type Sought =
  | { kind: 'nothing' }
  /** A number or citation: exactly this article. */
  | { kind: 'article'; article: Provision }
  | { kind: 'places'; isExact: boolean; total: number; found: Found[] }

const shownPlaces = 30
const around = 16

/** 「24」「二十四」「第24条第二款」 jump to an article; anything else is looked for in the words, one line per article. */
export function seekArticle({ draft, index, articles }: Seekable, query: string): Sought {
  const asked = query.trim()
  if (asked === '') return { kind: 'nothing' }
  const cited = findProvision(draft.provisions, asked)
  const article = cited && articles.get(articleIdOf(cited.id))
  if (article) return { kind: 'article', article }
  const hits = findInDraft(index, asked)
  const found = new Map<string, Found>()
  for (const { id, passage, start, end } of hits) {
    const articleId = articleIdOf(id as Provision['id'])
    const holder = articles.get(articleId)
    if (!holder || found.has(articleId) || found.size >= shownPlaces) continue
    const words = index.passages[passage]?.words ?? ''
    found.set(articleId, {
      article: holder,
      before: (start > around ? '…' : '') + words.slice(Math.max(0, start - around), start),
      words: words.slice(start, end),
      after: words.slice(end, end + 2 * around) + (words.length > end + 2 * around ? '…' : ''),
    })
  }
  return {
    kind: 'places',
    isExact: hits[0]?.isExact ?? true,
    total: hits.length,
    found: [...found.values()],
  }
}

/** The smallest 款 项 目 that alone holds the words pointed at, else the article. */
export function holderOf(article: Provision, quote: string): Provision {
  const holding = article.children.filter((child) => provisionWords(child).includes(quote))
  const [one] = holding
  if (one === undefined || holding.length > 1) return article
  const deeper = holderOf(one, quote)
  // A 款 that is the only one of its article is cited as the article.
  const isOnly = article.kind === 'article' && article.children.length === 1
  return deeper === one && isOnly ? article : deeper
}
