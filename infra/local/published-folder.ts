import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PublishedFiles } from '#core/ports.ts'

/** Writes the published files under their names into a fresh folder, as the site is built from them. */
export async function writePublishedFolder(
  published: Pick<PublishedFiles, 'read' | 'readBytes'>,
  files: Record<string, string>,
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const entries = Object.entries(files)
  const place = async (name: string) => {
    const at = path.join(folder, ...name.split('/'))
    await mkdir(path.dirname(at), { recursive: true })
    return at
  }
  const isOpenData = ([name]: readonly [string, string]) => name.startsWith('open-data/')
  await Promise.all(
    entries
      .filter((entry) => !isOpenData(entry))
      .map(async ([name, key]) => {
        const isJson = name.endsWith('.json')
        const bytes = isJson ? JSON.stringify(await published.read(key)) : await published.readBytes(key)
        await writeFile(await place(name), bytes)
      }),
  )
  // Hundreds of megabytes each, where an edition is long: never two of them in memory.
  for (const [name, key] of entries.filter(isOpenData))
    await writeFile(await place(name), await published.readBytes(key))
}
