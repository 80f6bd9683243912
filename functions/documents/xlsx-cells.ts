/** Excel refuses a file with a longer cell. */
export const maxCellChars = 32_767
const cutMark = '…（原文过长，此处截断，全文见系统）'

/** Characters XML 1.0 cannot hold, lone surrogates included, and `_x0041_` lookalikes, which Excel would decode. */
const needsCare =
  // oxlint-disable-next-line no-control-regex
  /[&<>"\r\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_x[0-9A-Fa-f]{4}_/
const everyCare = new RegExp(needsCare.source, 'g')
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in a part of a workbook, in elements and double-quoted attributes alike. */
export function escapeXml(text: string): string {
  if (!needsCare.test(text)) return text
  return text.replace(everyCare, (found) => {
    if (found.startsWith('_x')) return `_x005F${found}`
    const code = found.charCodeAt(0)
    // U+FFFE, U+FFFF and half characters say nothing in any script; controls are kept in Excel's own spelling.
    return (
      entities[found] ?? (code > 0x1f ? '\uFFFD' : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`)
    )
  })
}

/** `0` → A, `26` → AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** What makes a spreadsheet program take a text for a formula, once it is typed or saved again. */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/u

/** A style and its twin with `quotePrefix`. */
export interface TextStyle {
  plain: number
  quoted: number
}

/**
 * A text cell. It is an inline string, so nothing in it can run; a formula lead-in also gets Excel's own apostrophe
 * (`quotePrefix`), which keeps it text after editing and is no part of the value: the text comes back unchanged.
 */
export function textCell(reference: string, text: string, style: TextStyle): string {
  const index = formulaStart.test(text) ? style.quoted : style.plain
  if (text === '') return `<c r="${reference}" s="${index}"/>`
  const escaped = escapeXml(cut(text))
  return `<c r="${reference}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`
}

/** A number cell; `digits` is a whole number as text. */
export function numberCell(reference: string, digits: string, style: number): string {
  return `<c r="${reference}" s="${style}"><v>${digits}</v></c>`
}

/** Excel counts UTF-16 units; a character outside the plane is never halved. */
function cut(text: string): string {
  if (text.length <= maxCellChars) return text
  let end = maxCellChars - cutMark.length
  if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end) + cutMark
}
