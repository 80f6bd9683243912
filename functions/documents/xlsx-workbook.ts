import { zipStream, type ZipPart } from './ooxml-stream.ts'
import { columnName, escapeXml, textCell } from './xlsx-cells.ts'
import { look, stylesXml, type LookName } from './xlsx-styles.ts'

/** One sheet to write; `chunks` is its whole worksheet part. */
export interface WorkbookSheet {
  name: string
  state?: 'veryHidden'
  /** Columns and row repeated on every printed page: `$A:$B,$1:$1`. */
  printedAgain?: string
  chunks: ZipPart['chunks']
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * Streams a workbook. Sheets come first, as they are made; the list of them is written at the end, so a table may
 * need one more sheet without knowing it beforehand.
 */
export function workbookStream(
  title: string,
  sheets: Iterable<WorkbookSheet> | AsyncIterable<WorkbookSheet>,
): AsyncGenerator<Uint8Array> {
  return zipStream(workbookParts(title, sheets))
}

async function* workbookParts(
  title: string,
  sheets: Iterable<WorkbookSheet> | AsyncIterable<WorkbookSheet>,
): AsyncGenerator<ZipPart> {
  // File-type sniffers want to meet this one first.
  yield part('_rels/.rels', rootRelations)
  yield part('docProps/core.xml', coreProperties(title))
  yield part('xl/styles.xml', stylesXml())
  const written: WorkbookSheet[] = []
  for await (const sheet of sheets) {
    written.push(sheet)
    yield { name: `xl/worksheets/sheet${written.length}.xml`, chunks: sheet.chunks }
  }
  yield part('xl/workbook.xml', workbookXml(written))
  yield part('xl/_rels/workbook.xml.rels', workbookRelations(written))
  yield part('[Content_Types].xml', contentTypesXml(written))
}

function part(name: string, xml: string): ZipPart {
  return { name, chunks: [xml] }
}

const rootRelations =
  `${declaration}<Relationships xmlns="${packageRelations}">` +
  `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>` +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' +
  '</Relationships>'

function coreProperties(title: string): string {
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`
  )
}

function workbookXml(sheets: readonly WorkbookSheet[]): string {
  const list = sheets.map(({ name, state }, at) => {
    const hidden = state ? ` state="${state}"` : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`
  })
  const printTitles = sheets.flatMap(({ name, printedAgain }, at) =>
    printedAgain ? [printTitlesXml(name, at, printedAgain)] : [],
  )
  return (
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets>` +
    `${printTitles.length > 0 ? `<definedNames>${printTitles.join('')}</definedNames>` : ''}</workbook>`
  )
}

/** Each half of the reference names its sheet: `'表'!$A:$B,'表'!$1:$1`. */
function printTitlesXml(sheet: string, at: number, printedAgain: string): string {
  const references = printedAgain.split(',').map((range) => `${sheetReference(sheet)}!${range}`)
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escapeXml(references.join(','))}</definedName>`
}

function workbookRelations(sheets: readonly WorkbookSheet[]): string {
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  return (
    `${declaration}<Relationships xmlns="${packageRelations}">${relations.join('')}` +
    `<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`
  )
}

function contentTypesXml(sheets: readonly WorkbookSheet[]): string {
  const overrides = sheets.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${contentTypes}.worksheet+xml"/>`,
  )
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${contentTypes}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${contentTypes}.styles+xml"/>${overrides.join('')}` +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    '</Types>'
  )
}

/** A sheet's name as formulas spell it. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

/** A small sheet of texts, for lists, notes and properties. */
export function plainSheet(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  looks: { first: LookName; rest: LookName } = { first: 'default', rest: 'default' },
): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const lines = rows.map((cells, at) => {
    const index = look(at === 0 ? looks.first : looks.rest)
    const style = { plain: index, quoted: index }
    const written = cells.map((text, column) => textCell(`${columnName(column)}${at + 1}`, text, style))
    const height = looks.first === 'title' && at === 0 ? ' ht="32" customHeight="1"' : ''
    return `<row r="${at + 1}"${height}>${written.join('')}</row>`
  })
  return (
    `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="20"/>' +
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>` +
    '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>'
  )
}

/** The very hidden sheet that lets a file say what it is when it comes back. */
export function propertySheet(properties: Readonly<Record<string, string>>): WorkbookSheet {
  return { name: 'kaimen', state: 'veryHidden', chunks: [plainSheet(Object.entries(properties), [20, 60])] }
}
