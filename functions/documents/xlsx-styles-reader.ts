import { numberKind, type NumberKind } from './xlsx-dates.ts'
import { attribute, readXml } from './xlsx-xml.ts'

/** `xl/styles.xml` → what kind of number each cell style shows, by style index. */
export async function readNumberKinds(chunks: AsyncIterable<Uint8Array>): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCellStyles = false
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true
      else if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        kinds.push(numberKind(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
    text() {},
  })
  return kinds
}
