import type { ComparisonPiece } from '#core/lineage/comparison.ts'
import { escapeHtml } from './render-law.ts'

/** A stretch of a side's words, in UTF-16 units of them. */
interface MarkedStretch {
  start: number
  end: number
}

/**
 * One side of a comparison as HTML: a paragraph a line; what only this side has stands in `<del>` or `<ins>`, words that
 * opinions became (`marked`, R5) in `<mark>`. Leaving out the tags gives back that side's words, line for line.
 */
export function sideHtml(
  pieces: readonly ComparisonPiece[],
  side: 'older' | 'newer',
  marked: readonly MarkedStretch[] = [],
): string {
  const [own, tag] = side === 'older' ? ['removed', 'del'] : ['added', 'ins']
  const lines = ['']
  let at = 0
  for (const { kind, text } of pieces) {
    if (kind !== 'same' && kind !== own) continue
    for (const [place, part] of text.split('\n').entries()) {
      if (place > 0) {
        lines.push('')
        at += 1
      }
      if (part === '') continue
      const html = partHtml(part, at, marked)
      at += part.length
      lines.push((lines.pop() ?? '') + (kind === 'same' ? html : `<${tag}>${html}</${tag}>`))
    }
  }
  return lines.map((line) => (line === '' ? '' : `<p>${line}</p>`)).join('')
}

/** A part of a line that begins at `at` in its side. */
function partHtml(part: string, at: number, marked: readonly MarkedStretch[]): string {
  let html = ''
  let done = 0
  for (const { start, end } of marked.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start - at, done)
    const to = Math.min(end - at, part.length)
    if (from >= to) continue
    html += `${escapeHtml(part.slice(done, from))}<mark>${escapeHtml(part.slice(from, to))}</mark>`
    done = to
  }
  return html + escapeHtml(part.slice(done))
}

/** The printed numbers of a side's articles, marked when the number changed; none for words outside articles. */
export function labelHtml(labels: readonly string[], side: 'older' | 'newer', changed: boolean): string {
  const tag = side === 'older' ? 'del' : 'ins'
  return labels
    .filter((label) => label !== '')
    .map((label) => (changed ? `<${tag}>${escapeHtml(label)}</${tag}>` : escapeHtml(label)))
    .join('、')
}
