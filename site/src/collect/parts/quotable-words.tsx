import { useEffect, useRef } from 'preact/hooks'
import { limits } from '#contract/limits.ts'
import { provisionWords, type Provision } from '#core/provision.ts'
import { showChosen, showNoneChosen } from '../../desk/parts/chosen-words.ts'

/** A finger that drags a selection's handles comes to rest before its words are taken. */
const restMs = 300

/** An article's words; those a person selects in them are the ones pointed at (R7). */
export function QuotableWords(props: {
  article: Provision
  quote: string | undefined
  onQuote: (quote: string) => void
}) {
  const { article, quote } = props
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(props.onQuote)
  latest.current = props.onQuote
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onSelection = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const chosen = box.current && selectedIn(box.current)
        if (chosen) latest.current(chosen)
      }, restMs)
    }
    document.addEventListener('selectionchange', onSelection)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', onSelection)
    }
  }, [])
  useEffect(() => {
    const start = quote ? provisionWords(article).indexOf(quote) : -1
    if (box.current && quote && start >= 0) showChosen(box.current, start, start + quote.length)
    return showNoneChosen
  }, [article, quote])
  return (
    <div class="law-words" ref={box} lang="zh-CN" tabIndex={0} role="region" aria-label={article.label}>
      {provisionWords(article)}
    </div>
  )
}

/** The words selected, when the whole selection is of this article; trimmed, never longer than a quote may be. */
function selectedIn(box: HTMLElement): string | undefined {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const text = box.firstChild
  if (!text || startContainer !== text || endContainer !== text) return undefined
  const words = (text.textContent ?? '').slice(startOffset, endOffset).trim()
  return words === '' ? undefined : words.slice(0, limits.maxQuoteChars)
}
