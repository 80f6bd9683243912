import type { ComparisonPiece } from '#core/lineage/comparison.ts'
import type { Provision } from '#core/draft/provision.ts'
import { placeInArticle } from '#core/draft/words-place.ts'
import { useEffect, useRef } from 'preact/hooks'
import { showChosen, showNoneChosen } from '../../../parts/chosen-words.ts'
import { useSelectionAtRest } from '../../../parts/use-selection-at-rest.ts'
import { useWords } from '../../parts/language.tsx'
import { stepClauses } from '../../rules/clauses.ts'
import { addedStretches, markedWords, placeOfStretch, stretchOf, wordsOf } from '../../rules/pointed-words.ts'
import { StepClauses, stepOfKey } from './step-clauses.tsx'

/**
 * The later draft's article with its changes marked: words selected in it, by mouse, finger or keyboard, are the ones
 * pointed at. Newly written words can be taken with one press.
 */
export function PickWords(props: {
  article: Provision
  pieces: readonly ComparisonPiece[] | undefined
  /** What is pointed at now. */
  chosen: { provisionId: string; quote: string; start: number | undefined }
  onPick: (picked: { quote: string; provisionId: string; start: number }) => void
}) {
  const { deciding } = useWords()
  const { article } = props
  const shown = useRef<HTMLDivElement>(null)
  const pieces = markedWords(article, props.pieces)
  const { provisionId, quote, start } = props.chosen
  const place = placeInArticle(article, { provisionId, quote, start })
  const pick = (from: number, to: number) => {
    const stretch = stretchOf(article, from, to)
    if (stretch === undefined) return
    const { provision, begins } = placeOfStretch(article, stretch.start, stretch.end)
    props.onPick({ quote: stretch.quote, provisionId: provision.id, start: stretch.start - begins })
  }
  useSelectionAtRest(() => {
    const selected = shown.current && selectedRange(shown.current)
    if (selected) pick(selected.start, selected.end)
  })
  useEffect(() => {
    if (shown.current && place) showChosen(shown.current, place.start, place.end)
    return showNoneChosen
  }, [article, props.pieces, place?.start, place?.end])
  const added = addedStretches(pieces)
  return (
    <>
      <p class="hint" id="pick-hint">
        {deciding.pickHint}
      </p>
      <div
        class="law-words pick compared"
        ref={shown}
        tabIndex={0}
        role="region"
        aria-label={article.label}
        aria-describedby="pick-hint"
        onKeyDown={(event) => {
          const step = stepOfKey(event)
          const after = step && stepClauses(wordsOf(article), place, step)
          if (step) event.preventDefault()
          if (after) pick(after.start, after.end)
        }}
      >
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
      <StepClauses
        words={wordsOf(article)}
        chosen={place}
        onChoose={({ start: from, end }) => pick(from, end)}
      />
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
