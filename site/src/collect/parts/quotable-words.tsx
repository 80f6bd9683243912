import { useEffect, useRef } from 'preact/hooks'
import { limits } from '#contract/limits.ts'
import { provisionWords, type Provision } from '#core/draft/provision.ts'
import { showChosen, showNoneChosen } from '../../parts/chosen-words.ts'
import { useSelectionAtRest } from '../../parts/use-selection-at-rest.ts'

/** An article's words; those a person selects in them are the ones pointed at (R7). */
export function QuotableWords(props: {
  article: Provision
  quote: string | undefined
  onQuote: (quote: string) => void
}) {
  const { article, quote } = props
  const box = useRef<HTMLDivElement>(null)
  useSelectionAtRest(() => {
    const chosen = box.current && selectedIn(box.current)
    if (chosen) props.onQuote(chosen)
  })
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
