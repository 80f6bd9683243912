import type { Provision } from '#core/draft/provision.ts'
import { holderOf } from '../rules/seek-article.ts'
import type { OpinionState } from './opinion-state.tsx'
import { QuotableWords } from './quotable-words.tsx'

/** The article spoken of; words selected in it go into the record with the part that holds them. */
export function Quotable(props: { article: Provision; opinion: OpinionState }) {
  const { article, opinion } = props
  return (
    <QuotableWords
      article={article}
      quote={opinion.content.quote}
      onQuote={(quote) => opinion.set({ quote, provisionId: holderOf(article, quote).id })}
    />
  )
}
