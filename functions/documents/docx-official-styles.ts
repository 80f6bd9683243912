const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Latin letters in Times New Roman, Han in the named face; `size` in half points. */
function face(han: string, size?: number): string {
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${han}" w:cs="Times New Roman"/>`
  return size === undefined ? fonts : `${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
}

function paragraph(id: string, name: string, layout: string, look = ''): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:qFormat/><w:pPr>${layout}</w:pPr><w:rPr>${look}</w:rPr></w:style>`
  )
}

function character(id: string, name: string, look: string): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:qFormat/><w:rPr>${look}</w:rPr></w:style>`
}

/** Removed words: struck through and boxed, so that neither colour nor a thin line alone says it. */
const removed = '<w:strike/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
/** Added words: 黑体, bold, underlined. */
const added = `${face('黑体')}<w:b/><w:bCs/><w:u w:val="single"/>`

/** 三号 lines of 29 points, indented by two characters (GB/T 9704-2012 §5.2). */
const reportLines =
  '<w:spacing w:line="580" w:lineRule="exact"/><w:ind w:firstLine="640" w:firstLineChars="200"/><w:jc w:val="both"/>'

/**
 * The styles of an official document: 仿宋 for words, 黑体 for titles and numbers, no colour. Paragraph styles `Title`,
 * `Note`, `Head` (table head), `Chapter`, `Section` (一、of a text over tables), `Words` (indented by two characters), `Plain`, `Footer`; of a report in 三号
 * `Number` (文号), `Headline`, `Addressee`, `Body`, `Part`, `Voice` (what somebody said), `Sign`; character styles
 * `Label`, `Added`, `Removed`.
 */
export const docxStyles =
  `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${face('仿宋', 24)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  paragraph('Title', 'Title', '<w:spacing w:after="120"/><w:jc w:val="center"/>', face('黑体', 36)) +
  paragraph('Note', 'Note', '<w:spacing w:after="200"/><w:jc w:val="center"/>', face('楷体', 24)) +
  paragraph(
    'Head',
    'Table Head',
    '<w:keepNext/><w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/>',
    face('黑体'),
  ) +
  paragraph(
    'Chapter',
    'Chapter',
    '<w:keepNext/><w:spacing w:before="60" w:after="60"/><w:jc w:val="center"/>',
    face('黑体'),
  ) +
  paragraph(
    'Section',
    'Section',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:ind w:firstLine="480" w:firstLineChars="200"/>',
    face('黑体'),
  ) +
  paragraph('Words', 'Words', '<w:ind w:firstLine="480" w:firstLineChars="200"/><w:jc w:val="both"/>') +
  paragraph('Plain', 'Plain', '<w:jc w:val="left"/>') +
  paragraph('Footer', 'footer', '<w:jc w:val="center"/>', face('宋体', 28)) +
  paragraph(
    'Number',
    'Document Number',
    '<w:spacing w:after="240"/><w:jc w:val="center"/>',
    face('仿宋', 32),
  ) +
  paragraph(
    'Headline',
    'Headline',
    '<w:spacing w:before="240" w:after="360" w:line="660" w:lineRule="exact"/><w:jc w:val="center"/>',
    face('黑体', 44),
  ) +
  paragraph('Addressee', 'Addressee', '<w:spacing w:line="580" w:lineRule="exact"/>', face('仿宋', 32)) +
  paragraph('Body', 'Report Body', reportLines, face('仿宋', 32)) +
  paragraph('Part', 'Report Part', `<w:keepNext/>${reportLines}`, face('黑体', 32)) +
  paragraph('Voice', 'Report Voice', reportLines, face('楷体', 32)) +
  paragraph(
    'Sign',
    'Signature',
    '<w:keepLines/><w:spacing w:line="580" w:lineRule="exact"/><w:ind w:right="640"/><w:jc w:val="right"/>',
    face('仿宋', 32),
  ) +
  character('Label', 'Label', face('黑体')) +
  character('Key', 'Row Key', '<w:vanish/>') +
  character('Added', 'Added', added) +
  character('Removed', 'Removed', removed) +
  '</w:styles>'
