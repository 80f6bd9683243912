import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PublishedFiles } from '#core/ports.ts'

/** Writes the published files under their names into a fresh folder, as the site is built from them. */
export async function writePublishedFolder(
  published: PublishedFiles,
  files: Record<string, string>,
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await Promise.all(
    Object.entries(files).map(async ([name, key]) => {
      const place = path.join(folder, ...name.split('/'))
      await mkdir(path.dirname(place), { recursive: true })
      const isJson = name.endsWith('.json')
      await writeFile(
        place,
        isJson ? JSON.stringify(await published.read(key)) : await published.readBytes(key),
      )
    }),
  )
}
