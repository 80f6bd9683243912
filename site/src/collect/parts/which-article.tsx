import { citeProvision } from '#core/draft/cite.ts'
import { articleIdOf, type Provision } from '#core/draft/provision.ts'
import type { Mend } from '../rules/opinion-mends.ts'
import { ArticleField } from './article-field.tsx'
import { Button } from '../../parts/button.tsx'
import { useWords } from './language.tsx'
import type { OpinionAtHand } from './opinion-at-hand.ts'
import { Quotable } from './quotable.tsx'
import type { OpinionState } from './opinion-state.tsx'

/** The article spoken of, its words on a phone, and the words of it they mean. */
export function WhichArticle(props: {
  hand: OpinionAtHand
  opinion: OpinionState
  wide: boolean
  onPick: (article: Provision) => void
  mends: readonly Mend[]
}) {
  const { opinion: own, tasks } = useWords()
  const { opinion, hand, wide } = props
  const { provisionId, quote } = opinion.content
  if (!hand.seekable) return <p class="ask">{tasks.draft.missing}</p>
  const article = provisionId === null ? undefined : hand.seekable.articles.get(articleIdOf(provisionId))
  const whole = opinion.chosen.article && provisionId === null
  const again = () => {
    opinion.choose({ article: false })
    opinion.set({ provisionId: null, quote: undefined })
    requestAnimationFrame(() => document.getElementById('article-field')?.focus())
  }
  if (!article && !whole) return <Seek {...props} seekable={hand.seekable} />
  return (
    <div class="field which">
      <p class="label-line">
        <span class="label">{own.article}</span>
        <b class="chosen-article" lang={article ? 'zh-CN' : undefined}>
          {whole ? own.whole : citeProvision(hand.seekable.draft.provisions, provisionId)}
        </b>
        <Button kind="text" onPress={again}>
          {own.changeArticle}
        </Button>
      </p>
      {article && !wide && <Quotable article={article} opinion={opinion} />}
      {article && !quote && <span class="hint">{own.quoteHint}</span>}
      {quote && (
        <div class="quote-line">
          <span class="label">{own.quote}</span>
          <q lang="zh-CN">{quote}</q>
          <Button
            kind="text"
            onPress={() => opinion.set({ quote: undefined, provisionId: article?.id ?? null })}
          >
            {own.dropQuote}
          </Button>
          <span class="public">{own.reach.quote}</span>
        </div>
      )}
    </div>
  )
}

function Seek(props: {
  seekable: NonNullable<OpinionAtHand['seekable']>
  opinion: OpinionState
  onPick: (article: Provision) => void
  mends: readonly Mend[]
}) {
  const { opinion: own } = useWords()
  return (
    <div>
      <ArticleField
        id="article-field"
        label={own.article}
        hint={own.articleHint}
        seekable={props.seekable}
        onPick={props.onPick}
        error={props.mends.includes('article') ? own.mends.article : undefined}
      />
      <Button kind="text" onPress={() => props.opinion.choose({ article: true })}>
        {own.whole}
      </Button>
    </div>
  )
}
