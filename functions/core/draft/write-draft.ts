import type { AkomaNtosoFacts } from './akoma-ntoso-meta.ts'
import { akomaNtoso } from './akoma-ntoso.ts'
import type { DraftText } from '../bill.ts'
import type { DraftFormat } from './draft-formats.ts'
import { printDraft } from './print-draft.ts'

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
