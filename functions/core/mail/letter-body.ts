import { xmlText } from '../text/xml.ts'

/** One paragraph of a letter: words, or words that lead somewhere. */
export type LetterPart = string | { words: string; href: string }

/** A letter as plain text: an address stands on a line of its own, so that every program makes it a link. */
export function letterText(parts: readonly LetterPart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : `${part.words}\n${part.href}`))
    .join('\n\n')
    .concat('\n')
}

const bodyStyle =
  'margin:0 auto;padding:24px;max-width:36em;color:#1c1b19;background:#fff;font:16px/1.75 sans-serif'
const linkStyle = 'color:#0f4c81'

/** The same as simple HTML: no picture, no script, nothing loaded from anywhere. */
export function letterHtml(parts: readonly LetterPart[], subject: string, lang: string): string {
  const paragraphs = parts.map((part) =>
    typeof part === 'string'
      ? `<p>${xmlText(part)}</p>`
      : `<p><a href="${xmlText(part.href)}" style="${linkStyle}">${xmlText(part.words)}</a></p>`,
  )
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${xmlText(subject)}</title></head>
<body style="${bodyStyle}">
${paragraphs.join('\n')}
</body>
</html>
`
}
