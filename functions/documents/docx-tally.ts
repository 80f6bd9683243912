import type { DraftNote, DraftNoteCode } from '#core/draft/draft-note.ts'

/** Elements whose mere presence is worth a word. */
const noteOf: Record<string, DraftNoteCode> = {
  ins: 'changes-accepted',
  del: 'changes-accepted',
  moveFrom: 'changes-accepted',
  tbl: 'tables',
  txbxContent: 'text-boxes',
  headerReference: 'headers-left-out',
  footerReference: 'headers-left-out',
  footnoteReference: 'footnotes-left-out',
  endnoteReference: 'footnotes-left-out',
  commentReference: 'comments-left-out',
  blip: 'pictures-left-out',
  imagedata: 'pictures-left-out',
}

/** Counts what a reader should know of a document beside its words. */
export class DocxTally {
  readonly #counts = new Map<DraftNoteCode, number>()

  see(element: string): void {
    const code = noteOf[element]
    if (code !== undefined) this.add(code)
  }

  add(code: DraftNoteCode): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1)
  }

  /** In the order in which things were first met. */
  notes(): DraftNote[] {
    return [...this.#counts].map(([code, count]) => ({ code, facts: { count } }))
  }
}
