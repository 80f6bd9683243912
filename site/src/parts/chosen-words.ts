const name = 'chosen-words'

/**
 * Shows which words of a text are chosen without changing it, so that a selection being dragged is never lost.
 * Browsers without the CSS Custom Highlight API show the words in the field below only.
 */
export function showChosen(box: HTMLElement, start: number, end: number): void {
  if (!('highlights' in CSS)) return
  const ranges: Range[] = []
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  let at = 0
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('del')) continue
    const length = node.textContent?.length ?? 0
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)]
    if (from < to) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      ranges.push(range)
    }
    at += length
  }
  CSS.highlights.set(name, new Highlight(...ranges))
}

export function showNoneChosen(): void {
  if ('highlights' in CSS) CSS.highlights.delete(name)
}
