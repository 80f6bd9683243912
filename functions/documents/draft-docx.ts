import type { DraftNote } from '#core/draft/draft-note.ts'
import { PortalError } from '#core/portal-error.ts'
import { DocxBody } from './docx-body.ts'
import { DocxListCounter } from './docx-list-counter.ts'
import { DocxNumbering } from './docx-numbering.ts'
import { type DocxParts, findDocxParts } from './docx-parts.ts'
import { DocxStyles } from './docx-styles.ts'
import { DocxTally } from './docx-tally.ts'
import { openGuardedZip, type GuardedZip } from './guarded-zip.ts'
import { readXml } from './xlsx-xml.ts'

/** The words of a .docx, one line a paragraph. */
export interface DocxText {
  /** Lines end in `\n`; cells of tables are lines of their own. */
  text: string
  notes: DraftNote[]
}

/** Other Office files name their main part by the same relationship. */
const isSpreadsheet = (main: string) => /^(?:xl|ppt)\//u.test(main)

/**
 * Reads the words of a .docx or .docm as they would be printed with all changes accepted: automatic numbers written
 * out, inserted words kept, deleted ones gone; headers, footers, notes, comments, pictures and the 目录 left out and
 * named in `notes`. Macros are never looked at. Time is linear in the size of the file, memory one paragraph and the
 * answer.
 *
 * @throws PortalError `too-large` · `legacy-doc` · `password-protected` · `not-a-docx` with `looksLike` ·
 *   `broken-docx` · `unsafe-archive` with `reason`
 */
export async function readDraftDocx(bytes: Uint8Array): Promise<DocxText> {
  try {
    const zip = await openGuardedZip(bytes)
    const parts = await findDocxParts(zip)
    if (!zip.has(parts.main) || isSpreadsheet(parts.main))
      throw new PortalError('not-an-xlsx', { looksLike: zip.looksLike })
    const { body, tally } = await readBody(zip, parts, true)
    const read = body.contentsNeverEnd ? await readBody(zip, parts, false) : { body, tally }
    return { text: read.body.lines.join('\n'), notes: read.tally.notes() }
  } catch (problem) {
    throw translate(problem, bytes)
  }
}

async function readBody(
  zip: GuardedZip,
  parts: DocxParts,
  leaveOutContents: boolean,
): Promise<{ body: DocxBody; tally: DocxTally }> {
  const styles = new DocxStyles()
  const numbering = new DocxNumbering()
  const tally = new DocxTally()
  if (zip.has('word/vbaProject.bin')) tally.add('macros-ignored')
  if (zip.has(parts.styles)) await styles.read(zip.stream(parts.styles))
  if (zip.has(parts.numbering)) await numbering.read(zip.stream(parts.numbering))
  const body = new DocxBody(new DocxListCounter(styles, numbering), tally, leaveOutContents)
  await readXml(zip.stream(parts.main), body)
  if (!body.isWhole) throw new PortalError('unsafe-archive', { reason: 'broken-xml' })
  return { body, tally }
}

/** The guard speaks of workbooks; here the same refusals are about a document. */
function translate(problem: unknown, bytes: Uint8Array): unknown {
  if (!(problem instanceof PortalError)) return problem
  const { code, facts } = problem
  if (code === 'legacy-xls')
    return new PortalError(hasEncryptedPackage(bytes) ? 'password-protected' : 'legacy-doc')
  if (code === 'not-an-xlsx') return new PortalError('not-a-docx', facts)
  if (code !== 'unsafe-archive') return problem
  const reason = String(facts['reason'])
  if (reason === 'encrypted') return new PortalError('password-protected')
  return reason.startsWith('broken-') ? new PortalError('broken-docx', { reason }) : problem
}

/** Office wraps a document with a password in the old container, as a stream of this name (MS-OFFCRYPTO §2.3). */
function hasEncryptedPackage(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
}
