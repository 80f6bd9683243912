import { articlesOf, provisionWords, type Provision } from '#core/draft/provision.ts'
import { clauseCode } from '../../../paper/clause-code.ts'
import { useWords } from '../../parts/language.tsx'

/** Every article of the draft, to be ticked: its number and how it begins. */
export function AskedArticlesField(props: {
  provisions: readonly Provision[]
  asked: readonly string[]
  onAsked: (ids: string[]) => void
}) {
  const { paper } = useWords()
  const { asked } = props
  const articles = articlesOf(props.provisions)
  const toggle = (id: string, on: boolean) =>
    props.onAsked(
      articles.map((one) => one.id as string).filter((one) => (one === id ? on : asked.includes(one))),
    )
  return (
    <fieldset class="group asked-articles">
      <legend>{paper.askedTitle}</legend>
      <p class="soft measure">{asked.length === 0 ? paper.askedNone : paper.askedSay}</p>
      {asked.length > 0 && (
        // What is ticked may lie far down the list.
        <p role="status">
          {paper.askedNow}
          <b lang="zh-CN">
            {articles
              .filter(({ id }) => asked.includes(id))
              .map(({ label }) => label)
              .join('、')}
          </b>
        </p>
      )}
      <div class="asked-list" role="group" tabIndex={0} aria-label={paper.askedTitle}>
        {articles.map((article) => (
          <label class="check" key={article.id}>
            <input
              type="checkbox"
              checked={asked.includes(article.id)}
              onChange={(event) => toggle(article.id, event.currentTarget.checked)}
            />
            <span lang="zh-CN">
              <b>{article.label}</b> {provisionWords(article).slice(0, 42)}
            </span>
            <span class="soft asked-code">
              {paper.code} {clauseCode(article.id)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
