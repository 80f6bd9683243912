import type { GuardedZip } from './guarded-zip.ts'
import type { NumberKind } from './xlsx-dates.ts'
import { readSharedStrings } from './xlsx-strings-reader.ts'
import { readNumberKinds } from './xlsx-styles-reader.ts'
import { attribute, readXml } from './xlsx-xml.ts'

/** One sheet as the workbook lists it. */
export interface SheetEntry {
  name: string
  visible: boolean
  /** Its part in the archive: `xl/worksheets/sheet1.xml`. */
  part: string
}

/** What every sheet of a workbook needs to be read. */
export interface Workbook {
  sheets: SheetEntry[]
  strings: string[]
  numberKinds: NumberKind[]
  epoch1904: boolean
}

/** Reads the parts the sheets share: list of sheets, shared strings, number formats. */
export async function readWorkbook(zip: GuardedZip): Promise<Workbook> {
  const parts = await readRelations(zip)
  const workbook: Workbook = { sheets: [], strings: [], numberKinds: [], epoch1904: false }
  await readXml(zip.stream('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.epoch1904 = isTrue(attribute(attributes, 'date1904'))
      if (name !== 'sheet') return
      const part = parts.get(attribute(attributes, 'id') ?? '')
      const state = attribute(attributes, 'state') ?? 'visible'
      const sheetName = attribute(attributes, 'name') ?? ''
      if (part !== undefined) workbook.sheets.push({ name: sheetName, visible: state === 'visible', part })
    },
    close() {},
    text() {},
  })
  if (zip.has('xl/sharedStrings.xml'))
    workbook.strings = await readSharedStrings(zip.stream('xl/sharedStrings.xml'))
  if (zip.has('xl/styles.xml')) workbook.numberKinds = await readNumberKinds(zip.stream('xl/styles.xml'))
  return workbook
}

/** Relation ids → parts; a target is relative to `xl/` or, with a leading slash, to the archive. */
async function readRelations(zip: GuardedZip): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  const relations = 'xl/_rels/workbook.xml.rels'
  if (!zip.has(relations)) return parts
  await readXml(zip.stream(relations), {
    open(name, attributes) {
      const target = attribute(attributes, 'Target')
      if (name !== 'Relationship' || target === undefined) return
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
      if (zip.has(part)) parts.set(attribute(attributes, 'Id') ?? '', part)
    },
    close() {},
    text() {},
  })
  return parts
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
