/** Marks [`start`, `end`) of an element's text in place and returns the marks, one a text node. */
export function markWords(element: HTMLElement, start: number, end: number): HTMLElement[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; at: number }[] = []
  let at = 0
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    nodes.push({ node, at })
    at += node.data.length
  }
  return nodes.flatMap(({ node, at }) => {
    const from = Math.max(start - at, 0)
    const to = Math.min(end - at, node.data.length)
    if (from >= to) return []
    const found = node.splitText(from)
    found.splitText(to - from)
    const mark = document.createElement('mark')
    mark.dataset['found'] = ''
    found.replaceWith(mark)
    mark.append(found)
    return [mark]
  })
}

/** Takes marks away again; the text is left as it was, in one piece. */
export function unmark(marks: readonly HTMLElement[]): void {
  for (const mark of marks) {
    const parent = mark.parentNode
    mark.replaceWith(...mark.childNodes)
    parent?.normalize()
  }
}
