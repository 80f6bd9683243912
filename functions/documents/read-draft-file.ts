import { limits } from '#contract/limits.ts'
import type { DraftNote } from '#core/draft/draft-note.ts'
import { PortalError } from '#core/portal-error.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { readDraftDocx } from './draft-docx.ts'
import { looksLikeHtml, readHtmlText } from './html-text.ts'
import { kindOfBytes } from './kind-of-bytes.ts'
import { looksLikeMarkdown, readMarkdownText } from './markdown-text.ts'
import { joinWrappedLines } from './wrapped-lines.ts'

/** What a draft came as. */
export type DraftFileFormat = 'docx' | 'text' | 'markdown' | 'html'

/** The plain text of a draft's file. Problems of the parser count lines in this text. */
export interface DraftFileText {
  text: string
  format: DraftFileFormat
  /** `undefined` for a .docx. */
  encoding?: TextEncoding
  notes: DraftNote[]
}

/** Files whose first characters say that they are no text of a law: RTF, web archives, Word's older XML. */
const otherKinds: readonly (readonly [string, RegExp])[] = [
  ['rtf', /^\s*\{\\rtf/],
  ['mht', /^\s*(?:MIME-Version:|From: <Saved by)/i],
  ['word-xml', /^\s*<\?xml[^>]*>\s*(?:<\?mso[^>]*>\s*)?<(?:pkg:package|w:wordDocument|office:document)/i],
]

/**
 * Reads a draft as people have it: .docx or .docm, plain text in any encoding of Chinese offices, text pasted from a
 * PDF, Markdown, a saved web page. The content decides; the name only tells Markdown from text where both fit.
 *
 * @throws PortalError as `readDraftDocx`, and `unreadable-text` · `too-large` with `limit` in bytes
 */
export async function readDraftFile(bytes: Uint8Array, fileName = ''): Promise<DraftFileText> {
  const kind = kindOfBytes(bytes)
  if (kind === 'zip' || kind === 'ole') return { ...(await readDraftDocx(bytes)), format: 'docx' }
  if (kind !== 'html' && kind !== 'unknown' && kind !== 'empty')
    throw new PortalError('not-a-docx', { looksLike: kind })
  if (bytes.byteLength > limits.maxDraftBytes)
    throw new PortalError('too-large', { bytes: bytes.byteLength, limit: limits.maxDraftBytes })
  const { text, encoding } = decodeText(bytes)
  const other = otherKinds.find(([, pattern]) => pattern.test(text.slice(0, 400)))
  if (other) throw new PortalError('not-a-docx', { looksLike: other[0] })
  if (looksLikeHtml(text)) return { ...readHtmlText(text), format: 'html', encoding }
  if (/\.(?:md|markdown)$/i.test(fileName) || looksLikeMarkdown(text))
    return { ...readMarkdownText(text), format: 'markdown', encoding }
  return { ...joinWrappedLines(text), format: 'text', encoding }
}
