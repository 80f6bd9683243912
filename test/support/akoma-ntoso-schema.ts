import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { memoryPages, validateXML } from 'xmllint-wasm'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Folder of the OASIS schema, read in place; never copied into the project. */
const folder = resolve(root, process.env['KAIMEN_AKN'] ?? '../shared/akn')

/** Whether the schema is there; tests that need it skip themselves otherwise, and say so. */
export const hasSchema = existsSync(resolve(folder, 'akomantoso30.xsd'))

if (!hasSchema)
  process.stderr.write(
    `no Akoma Ntoso schema at ${folder}: validation of exports is skipped (set KAIMEN_AKN)\n`,
  )

const memory = { initialMemoryPages: 64 * memoryPages.MiB, maxMemoryPages: 512 * memoryPages.MiB }

const read = (fileName: string) => ({ fileName, contents: readFileSync(resolve(folder, fileName), 'utf8') })

/** What libxml2 finds wrong with documents, by file name, against the schema: nothing when all are valid. */
export async function schemaFaults(documents: Record<string, string>): Promise<string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml: Object.entries(documents).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [read('akomantoso30.xsd')],
    preload: [read('xml.xsd')],
    ...memory,
  })
  if (valid) return []
  return errors.length > 0 ? errors.map(({ rawMessage }) => rawMessage) : [rawOutput]
}

/** The document as libxml2 writes it back in canonical form: the second reader of what we wrote. */
export async function canonical(xml: string): Promise<string> {
  const { valid, normalized, rawOutput } = await validateXML({
    xml: [{ fileName: 'draft.xml', contents: xml }],
    normalization: 'c14n',
    ...memory,
  })
  if (!valid) throw new Error(rawOutput)
  return normalized
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#xD;': '\r' }

/** Character data of every element of these names in canonical XML, in document order. */
export function wordsIn(canonicalXml: string, names: readonly string[]): string[] {
  const pattern = new RegExp(`<(${names.join('|')})(?: [^>]*)?>([^<]*)</\\1>`, 'gu')
  return [...canonicalXml.matchAll(pattern)].map(([, , text = '']) =>
    text.replace(/&(?:amp|lt|gt|#xD);/g, (reference) => entities[reference] ?? reference),
  )
}
