import type { ComparisonPiece } from '#core/comparison.ts'
import { escapeHtml } from './render-law.ts'

/**
 * One side of a comparison as HTML: a paragraph a line; what only this side has stands in `<del>` or `<ins>`.
 * Leaving out the tags gives back that side's words, line for line.
 */
export function sideHtml(pieces: readonly ComparisonPiece[], side: 'older' | 'newer'): string {
  const [own, tag] = side === 'older' ? ['removed', 'del'] : ['added', 'ins']
  const lines = ['']
  for (const { kind, text } of pieces) {
    if (kind !== 'same' && kind !== own) continue
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) lines.push('')
      if (part === '') continue
      const html = escapeHtml(part)
      lines.push((lines.pop() ?? '') + (kind === 'same' ? html : `<${tag}>${html}</${tag}>`))
    }
  }
  return lines.map((line) => (line === '' ? '' : `<p>${line}</p>`)).join('')
}

/** The printed numbers of a side's articles, marked when the number changed; none for words outside articles. */
export function labelHtml(labels: readonly string[], side: 'older' | 'newer', changed: boolean): string {
  const tag = side === 'older' ? 'del' : 'ins'
  return labels
    .filter((label) => label !== '')
    .map((label) => (changed ? `<${tag}>${escapeHtml(label)}</${tag}>` : escapeHtml(label)))
    .join('、')
}
