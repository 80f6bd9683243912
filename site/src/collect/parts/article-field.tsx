import { useMemo, useState } from 'preact/hooks'
import type { Provision } from '#core/draft/provision.ts'
import { seekArticle, type Found, type Seekable, type Sought } from '../rules/seek-article.ts'
import { TextField } from '../../parts/text-field.tsx'
import { useWords } from './language.tsx'

/** A number or words → one press. Enter takes the first. Nothing asked leaves the device. */
export function ArticleField(props: {
  id: string
  label: string
  hint: string
  seekable: Seekable
  onPick: (article: Provision) => void
  error?: string | undefined
}) {
  const { tasks } = useWords()
  const [query, setQuery] = useState('')
  const sought = useMemo(() => seekArticle(props.seekable, query), [props.seekable, query])
  const pick = (article: Provision) => {
    setQuery('')
    props.onPick(article)
  }
  const first = firstOf(sought)
  return (
    <div class="seek">
      <TextField
        id={props.id}
        label={props.label}
        hint={props.hint}
        type="search"
        value={query}
        onValue={setQuery}
        error={props.error}
        onEnter={() => first && pick(first)}
      />
      {sought.kind === 'article' && <Hits found={[plain(sought.article)]} onPick={pick} />}
      {sought.kind === 'places' && (
        <>
          <p class="soft" role="status">
            {sought.total === 0
              ? tasks.draft.nothing
              : sought.isExact
                ? tasks.draft.found(sought.total)
                : tasks.draft.alike}
          </p>
          <Hits found={sought.found} onPick={pick} />
        </>
      )}
    </div>
  )
}

function firstOf(sought: Sought): Provision | undefined {
  if (sought.kind === 'article') return sought.article
  return sought.kind === 'places' ? sought.found[0]?.article : undefined
}

const shownChars = 40

function plain(article: Provision): Found {
  const text = article.children.map(({ label, text: words }) => label + words).join('')
  return { article, before: text.slice(0, shownChars), words: '', after: text.length > shownChars ? '…' : '' }
}

function Hits(props: { found: readonly Found[]; onPick: (article: Provision) => void }) {
  return (
    <ul class="hits" lang="zh-CN">
      {props.found.map(({ article, before, words, after }) => (
        <li key={article.id}>
          <button type="button" onClick={() => props.onPick(article)}>
            <b>{article.label}</b>
            <span>
              {before}
              {words && <mark>{words}</mark>}
              {after}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
