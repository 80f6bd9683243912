import { kindOfBytes } from './kind-of-bytes.ts'
import { openGuardedZip } from './guarded-zip.ts'
import { readOpinionTableDocx } from './opinion-table-docx-reader.ts'
import { readSpreadsheet, type Sheet } from './spreadsheet-reader.ts'

/** Reads the consolidated table that came back, as a workbook, CSV or Word document; refuses as their readers do. */
export async function readOpinionTable(bytes: Uint8Array): Promise<Sheet> {
  if (kindOfBytes(bytes) !== 'zip') return readSpreadsheet(bytes)
  const zip = await openGuardedZip(bytes)
  return zip.has('word/document.xml') ? readOpinionTableDocx(zip) : readSpreadsheet(bytes)
}
