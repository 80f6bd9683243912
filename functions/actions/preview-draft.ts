import type { DraftPreview } from '#contract/office-api.ts'
import { parseDraft } from '#core/parse-draft.ts'
import { articlesOf } from '#core/provision.ts'
import { decodeText } from '../documents/decode-text.ts'

/**
 * The tree a plain-text statute would become, with its problems by line. Pure: stores nothing.
 * Bytes in UTF-8, GB18030 or UTF-16LE; refuses `unreadable-text`.
 */
export function previewDraft(bytes: Uint8Array): DraftPreview {
  const { text, encoding } = decodeText(bytes)
  const { title, enactmentNotes, provisions, problems } = parseDraft(text)
  return {
    title,
    enactmentNotes: [...enactmentNotes],
    provisions,
    problems: [...problems],
    articles: articlesOf(provisions).length,
    text,
    encoding,
  }
}
