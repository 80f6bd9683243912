import type { ComparisonPiece } from '#core/comparison.ts'
import { findWords } from '#core/find-words.ts'
import type { Provision } from '#core/provision.ts'
import { useEffect, useRef } from 'preact/hooks'
import { showChosen, showNoneChosen } from '../parts/chosen-words.ts'
import { useWords } from '../parts/language.tsx'
import { addedStretches, markedWords, placeOfStretch, stretchOf, wordsOf } from '../rules/pointed-words.ts'

/** A hand that drags a selection's handles comes to rest before its words are taken. */
const restMs = 250

/**
 * The later draft's article with its changes marked: words selected in it, by mouse, finger or keyboard, are the ones
 * pointed at. Newly written words can be taken with one press.
 */
export function PickWords(props: {
  article: Provision
  pieces: readonly ComparisonPiece[] | undefined
  quote: string
  onPick: (picked: { quote: string; provisionId: string }) => void
}) {
  const { deciding } = useWords()
  const { article } = props
  const shown = useRef<HTMLDivElement>(null)
  const pieces = markedWords(article, props.pieces)
  const pick = (from: number, to: number) => {
    const stretch = stretchOf(article, from, to)
    if (stretch === undefined) return
    props.onPick({
      quote: stretch.quote,
      provisionId: placeOfStretch(article, stretch.start, stretch.end).id,
    })
  }
  const latest = useRef(pick)
  latest.current = pick
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onSelection = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const selected = shown.current && selectedRange(shown.current)
        if (selected) latest.current(selected.start, selected.end)
      }, restMs)
    }
    document.addEventListener('selectionchange', onSelection)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', onSelection)
    }
  }, [])
  useEffect(() => {
    const stood = findWords(wordsOf(article), props.quote)
    const start = stood === undefined ? -1 : wordsOf(article).indexOf(stood)
    if (shown.current && stood !== undefined) showChosen(shown.current, start, start + stood.length)
    return showNoneChosen
  }, [article, props.pieces, props.quote])
  const added = addedStretches(pieces)
  return (
    <>
      <p class="hint" id="pick-hint">
        {deciding.pickHint}
      </p>
      <div class="law-words pick compared" ref={shown} tabIndex={0} role="region" aria-label={article.label}>
        {pieces.map(({ kind, text }, place) =>
          kind === 'same' ? (
            text
          ) : kind === 'added' ? (
            <ins key={place}>{text}</ins>
          ) : (
            <del key={place}>{text}</del>
          ),
        )}
      </div>
      {added.length > 0 && (
        <div class="added-words" role="group" aria-label={deciding.addedWords}>
          <span class="text-name">{deciding.addedWords}</span>
          {added.map(({ start, end }) => (
            <button
              key={start}
              type="button"
              class="jump"
              onClick={() => {
                // Words still selected above would be taken again when the page moves under them.
                document.getSelection()?.removeAllRanges()
                pick(start, end)
              }}
            >
              {wordsOf(article).slice(start, end).trim()}
            </button>
          ))}
        </div>
      )}
    </>
  )
}

/** What is selected of the newer words, counted in them: struck words are not part of the later draft. */
function selectedRange(box: HTMLElement): { start: number; end: number } | undefined {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return undefined
  const upTo = (node: Node, offset: number) => {
    const before = document.createRange()
    before.selectNodeContents(box)
    before.setEnd(node, offset)
    const copy = before.cloneContents()
    for (const struck of copy.querySelectorAll('del')) struck.remove()
    return copy.textContent?.length ?? 0
  }
  const [start, end] = [
    upTo(range.startContainer, range.startOffset),
    upTo(range.endContainer, range.endOffset),
  ]
  return start < end ? { start, end } : undefined
}
