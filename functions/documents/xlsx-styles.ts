import type { TextStyle } from './xlsx-cells.ts'

/*
 * The looks of our workbooks: 宋体, thin lines, pale tints on what people fill in, and nothing by colour alone
 * (tinted columns say so in their header too). Indexes below point into `cellXfs`.
 */
const looks = [
  { name: 'default' },
  { name: 'header', font: 1, fill: 2, border: 1, wrap: true, center: true },
  { name: 'headerEdited', font: 1, fill: 3, border: 1, wrap: true, center: true },
  { name: 'headerFaint', font: 2, fill: 2, border: 1, wrap: true, center: true },
  { name: 'text', border: 1, wrap: true },
  { name: 'textQuoted', border: 1, wrap: true, quoted: true },
  { name: 'edited', fill: 4, border: 1, wrap: true, format: 49 },
  { name: 'editedQuoted', fill: 4, border: 1, wrap: true, format: 49, quoted: true },
  { name: 'faint', font: 2, border: 1, format: 49 },
  { name: 'faintQuoted', font: 2, border: 1, format: 49, quoted: true },
  { name: 'number', border: 1, center: true },
  { name: 'faintNumber', font: 2, border: 1, center: true },
  { name: 'editedNumber', fill: 4, border: 1, center: true },
  { name: 'editedDate', fill: 4, border: 1, center: true, format: 164 },
  { name: 'title', font: 3 },
  { name: 'note', wrap: true },
] as const satisfies readonly Look[]

interface Look {
  name: string
  font?: number
  fill?: number
  border?: number
  /** Number format: 49 is text, so that what people type stays as typed; 164 is yyyy-mm-dd. */
  format?: number
  wrap?: boolean
  center?: boolean
  quoted?: boolean
}
export type LookName = (typeof looks)[number]['name']

/** Index of a look in `cellXfs`. */
export function look(name: LookName): number {
  return looks.findIndex((candidate) => candidate.name === name)
}

/** The looks of text cells, each with its quoted twin. */
export const textStyles = {
  text: { plain: look('text'), quoted: look('textQuoted') },
  edited: { plain: look('edited'), quoted: look('editedQuoted') },
  faint: { plain: look('faint'), quoted: look('faintQuoted') },
} as const satisfies Record<string, TextStyle>

const font = (size: number, color: string, bold = false) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${color}"/><name val="宋体"/><charset val="134"/></font>`
const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFC5CC"/></${name}>`

/** `xl/styles.xml` of every workbook we write. */
export function stylesXml(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
    `<fonts count="4">${font(11, '1F2328')}${font(11, '1F2328', true)}${font(9, '7A828A')}${font(16, '1F2328', true)}</fonts>`,
    '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    `${fill('E6EBEF')}${fill('F8E3B0')}${fill('FFFAEB')}</fills>`,
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${looks.length}">${looks.map(formatXml).join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}

function formatXml(look: Look): string {
  const horizontal = look.center ? ' horizontal="center"' : ''
  return (
    `<xf numFmtId="${look.format ?? 0}" fontId="${look.font ?? 0}" fillId="${look.fill ?? 0}" ` +
    `borderId="${look.border ?? 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" ` +
    `applyAlignment="1"${look.quoted ? ' quotePrefix="1"' : ''}>` +
    `<alignment vertical="top"${horizontal}${look.wrap ? ' wrapText="1"' : ''}/></xf>`
  )
}
