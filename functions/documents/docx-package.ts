import { docxStyles } from './docx-official-styles.ts'
import { docxText } from './docx-runs.ts'
import { type ZipPart, zipStream } from './ooxml-stream.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/**
 * A4 in twentieths of a point: `landscape` for tables with margins of 2 cm, `letter` upright with the margins of an
 * official document (GB/T 9704-2012 §5.1: 37 mm above, 28 mm on the left, 156 × 225 mm of text).
 */
const pages = {
  landscape:
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' +
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>',
  letter:
    '<w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1134" w:gutter="0"/>',
} as const

/** What is between the margins of `docxStream`'s page, in twentieths of a point. */
export const docxPageWidth = 14_570

/**
 * Writes a Word document (ISO/IEC 29500) on A4, landscape unless said otherwise, in the official look while its body is still being made.
 * `body` gives paragraphs and tables as XML and must end with a paragraph; the last page element is added here. The same
 * body always makes the same bytes. `note` stands at the foot of every page, above its number.
 */
export function docxStream(
  title: string,
  body: Iterable<string> | AsyncIterable<string>,
  page: keyof typeof pages = 'landscape',
  note = '',
): AsyncGenerator<Uint8Array> {
  async function* chunks(): AsyncGenerator<string> {
    yield `${xml}<w:document xmlns:w="${main}" xmlns:r="${officeRelation}"><w:body>`
    yield* body
    yield `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>${pages[page]}</w:sectPr></w:body></w:document>`
  }
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', chunks: [contentTypes] },
    { name: '_rels/.rels', chunks: [packageRelations] },
    { name: 'word/_rels/document.xml.rels', chunks: [documentRelations] },
    { name: 'docProps/core.xml', chunks: [properties(title)] },
    { name: 'word/styles.xml', chunks: [`${xml}${docxStyles}`] },
    { name: 'word/footer1.xml', chunks: [footer(note)] },
    { name: 'word/document.xml', chunks: chunks() },
  ]
  return zipStream(parts)
}

const contentTypes =
  `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/>` +
  `<Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'

const packageRelations =
  `${xml}<Relationships xmlns="${packageRelation}">` +
  `<Relationship Id="rId1" Type="${officeRelation}/officeDocument" Target="word/document.xml"/>` +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'

const documentRelations =
  `${xml}<Relationships xmlns="${packageRelation}">` +
  `<Relationship Id="rId1" Type="${officeRelation}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${officeRelation}/footer" Target="footer1.xml"/></Relationships>`

/** — 1 —, as GB/T 9704-2012 §7.5 prints page numbers. */
function footer(note: string): string {
  const start = '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">'
  const said = note === '' ? '' : `${start}${docxText(note)}</w:t></w:r></w:p>`
  return (
    `${xml}<w:ftr xmlns:w="${main}">${said}${start}— </w:t></w:r>` +
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>' +
    '<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
  )
}

function properties(title: string): string {
  return (
    `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${docxText(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`
  )
}
