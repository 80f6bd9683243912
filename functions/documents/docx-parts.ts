import { posix } from 'node:path'
import type { GuardedZip } from './guarded-zip.ts'
import { attribute, readXml } from './xlsx-xml.ts'

/** Where the parts of a document stand in its archive. */
export interface DocxParts {
  main: string
  styles: string
  numbering: string
}

/** Where Word puts them, and where they are looked for when nothing says otherwise. */
const usual: DocxParts = {
  main: 'word/document.xml',
  styles: 'word/styles.xml',
  numbering: 'word/numbering.xml',
}

/**
 * Finds the parts by their relationships (ISO/IEC 29500-2 §9.3): writers may call the main part what they like. A
 * relationship to a part that is not there counts for nothing.
 */
export async function findDocxParts(zip: GuardedZip): Promise<DocxParts> {
  const main = (await relationsOf(zip, '')).get('officeDocument') ?? usual.main
  const related = await relationsOf(zip, main)
  return {
    main,
    styles: related.get('styles') ?? usual.styles,
    numbering: related.get('numbering') ?? usual.numbering,
  }
}

/** By the last word of their type, the same in the transitional and the strict format; `''`: of the package. */
async function relationsOf(zip: GuardedZip, part: string): Promise<Map<string, string>> {
  const { dir, base } = posix.parse(part)
  const name = posix.join(dir, '_rels', `${base}.rels`)
  const found = new Map<string, string>()
  if (!zip.has(name)) return found
  await readXml(zip.stream(name), {
    open(element, attributes) {
      if (element !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      // An absolute target begins at the package's root.
      const target = posix.resolve('/', dir, attribute(attributes, 'Target') ?? '').slice(1)
      if (zip.has(target) && !found.has(type)) found.set(type, target)
    },
    close() {},
    text() {},
  })
  return found
}
