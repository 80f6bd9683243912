import { readXml } from './xlsx-xml.ts'

/**
 * Collects the text of a string item: plain `<t>`, rich runs `<r><t>`, without the phonetic reading `<rPh>`.
 * Feed it the events inside `<si>` or `<is>`.
 */
export function createStringCollector() {
  let text = ''
  let inText = false
  let inPhonetic = false
  return {
    open(name: string) {
      if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = true
    },
    close(name: string) {
      if (name === 'rPh') inPhonetic = false
      else if (name === 't') inText = false
    },
    text(part: string) {
      if (inText && !inPhonetic) text += part
    },
    take(): string {
      const taken = unescapeCell(text)
      text = ''
      inText = false
      inPhonetic = false
      return taken
    },
  }
}

/** `_x000D_` → CR and so on (ECMA-376 part 1, §22.9.2.19), then line ends as `\n`. */
export function unescapeCell(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
}

/** `xl/sharedStrings.xml` → its strings by index. */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<string[]> {
  const strings: string[] = []
  const collector = createStringCollector()
  await readXml(chunks, {
    open: (name) => collector.open(name),
    close(name) {
      if (name === 'si') strings.push(collector.take())
      else collector.close(name)
    },
    text: (part) => collector.text(part),
  })
  return strings
}
