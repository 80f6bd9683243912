import type { DraftNote } from '#core/draft/draft-note.ts'

const heading = /^ {0,3}#{1,6}[ \t]+/
const fence = /^ {0,3}(?:```|~~~)/
const rule = /^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,}|={3,})$/
const tableRule = /^ *\|?(?: *:?-{3,}:? *\|)+ *(?::?-{3,}:?)? *$/
const bullet = /^\s*[-*+][ \t]+(?=\S)/
const comment = /<!--[^]*?(?:-->|$)/g

/** Whether lines are marked as Markdown marks them; `#` before a chapter alone is enough. */
export function looksLikeMarkdown(text: string): boolean {
  return /^ {0,3}#{1,6}[ \t]+\S/m.test(text) || /^[ \t]*\*\*[^*\n]{1,60}\*\*/m.test(text)
}

/**
 * Takes the marks of Markdown off and leaves every line where it was, so that the numbers of lines stay those of the
 * source: headings, emphasis, quotes, bullets, rules, links, cells of tables, escapes. Printed numbers 1. are words.
 */
export function readMarkdownText(markdown: string): { text: string; notes: DraftNote[] } {
  let inFence = false
  let marked = 0
  const source = markdown.replace(comment, (found) => found.replace(/[^\n]/g, ''))
  const lines = source.split(/\r\n|\n|\r/).map((line) => {
    if (fence.test(line)) {
      inFence = !inFence
      marked += 1
      return ''
    }
    const plain = inFence ? line : plainLine(line)
    if (plain !== line) marked += 1
    return plain
  })
  const notes: DraftNote[] = marked > 0 ? [{ code: 'markup-removed', facts: { format: 'Markdown' } }] : []
  return { text: lines.join('\n'), notes }
}

function plainLine(line: string): string {
  if (rule.test(line.trim()) || tableRule.test(line)) return ''
  const inside = line
    .replace(/^(?: {0,3}>[ \t]?)+/, '')
    .replace(heading, '')
    .replace(bullet, '')
  return withoutEmphasis(inside.trimStart().startsWith('|') ? cells(inside) : inside)
}

/** A row of a table is one line; its cells stand apart. */
function cells(line: string): string {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
    .join('　')
}

function withoutEmphasis(line: string): string {
  return line
    .replace(/!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)/g, '')
    .replace(/\[([^\]\n]{1,200})\]\((?:https?:|\/|#|\.)[^)\n]{0,500}\)/g, '$1')
    .replace(/\*\*(?=\S)([^\n]{1,2000}?)(?<=\S)\*\*/g, '$1')
    .replace(/(?<![*\w])\*(?=[^\s*])([^*\n]{1,500})(?<=\S)\*(?![*\w])/g, '$1')
    .replace(/(?<![\w_])__(?=\S)([^_\n]{1,500})(?<=\S)__(?![\w_])/g, '$1')
    .replace(/~~(?=\S)([^~\n]{1,500})~~/g, '$1')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/<br ?\/?>/gi, ' ')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, '$1')
    .replace(/ {2,}$/, '')
}
