import { zipOf } from './workbook-builder.ts'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ')

/** What a .docx of the tests is made of: raw insides of the parts, as Word or WPS may have written them. */
export interface DocxParts {
  body: string
  numbering?: string
  styles?: string
  others?: Readonly<Record<string, string>>
}

/** A .docx from the insides of its parts. */
export function docxOf({ body, numbering, styles, others }: DocxParts): Promise<Buffer> {
  const part = (root: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${namespaces}>${inside}</w:${root}>`
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', numbering) }),
    ...(styles === undefined ? {} : { 'word/styles.xml': part('styles', styles) }),
    ...others,
  })
}

/** A run of text. */
export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of text, with the inside of its w:pPr. */
export const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`

/** w:numPr of a list and level. */
export const inList = (numId: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

/** One w:lvl. */
export const listLevel = (level: number, format: string, pattern: string, more = '', start = 1) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`

/** A w:abstractNum and the w:num of the same number. */
export const list = (id: number, ...levels: string[]) => abstractList(id, ...levels) + num(id, id)
export const abstractList = (id: number, ...inside: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${inside.join('')}</w:abstractNum>`
export const num = (id: number, abstract: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`
