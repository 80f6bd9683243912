import type { DraftPreview } from '#contract/office-api.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf } from '#core/draft/provision.ts'
import { readDraftFile } from '../../documents/read-draft-file.ts'

/**
 * The tree that a draft's file would become, with its problems by line of `text` and notes of what was done to the
 * file. Stores nothing. Takes what `readDraftFile` takes, .docx included, and refuses as it does:
 * `not-a-docx` · `legacy-doc` · `password-protected` · `broken-docx` · `unsafe-archive` · `too-large` ·
 * `unreadable-text`.
 */
export async function previewDraft(bytes: Uint8Array, fileName?: string): Promise<DraftPreview> {
  const { text, format, encoding, notes } = await readDraftFile(bytes, fileName)
  const { title, enactmentNotes, provisions, problems } = parseDraft(text)
  return {
    title,
    enactmentNotes: [...enactmentNotes],
    provisions,
    problems: [...problems],
    articles: articlesOf(provisions).length,
    text,
    encoding: encoding ?? 'utf-8',
    format,
    notes,
  }
}
