import { akomaNtoso } from './akoma-ntoso.ts'
import type { AkomaNtosoFacts } from './akoma-ntoso-meta.ts'
import type { DraftText } from './bill.ts'
import type { DraftId } from './ids.ts'
import { printDraft } from './print-draft.ts'

/** Open formats in which anyone may take a released draft away; the key is the end of the file's name. */
export const draftFormats = {
  txt: { mediaType: 'text/plain; charset=utf-8' },
  json: { mediaType: 'application/json; charset=utf-8' },
  'akn.xml': { mediaType: 'application/xml; charset=utf-8' },
} as const
export type DraftFormat = keyof typeof draftFormats

/** `yunxi-waterfront-2.akn.xml`. */
export function draftFileName(draftId: DraftId, format: DraftFormat): string {
  return `${draftId}.${format}`
}

/** A draft in one of its open formats. The same draft and facts always give the same text. */
export function writeDraft(draft: DraftText, facts: AkomaNtosoFacts, format: DraftFormat): string {
  if (format === 'txt') return draftPlainText(draft)
  if (format === 'json') return draftJson(draft, facts)
  return akomaNtoso(draft, facts)
}

/** As gazettes print it, with the table of contents left out; `parseDraft` reads the same tree from it again. */
export function draftPlainText(draft: Pick<DraftText, 'title' | 'enactmentNotes' | 'provisions'>): string {
  return printDraft(draft)
}

/** The tree as `DraftText`, with the facts that its own file needs to be understood alone. Two blanks of indent. */
export function draftJson(draft: DraftText, facts: AkomaNtosoFacts): string {
  const { billTitle, datedOn, authority } = facts
  return `${JSON.stringify({ billTitle, datedOn, authority, ...draft }, null, 2)}\n`
}
