import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

/** Which build readers see, kept in the data folder so that a restart shows it at once. */
export const ShownBuild = z.strictObject({
  /** Name of the folder under `site/`. */
  folder: z.string(),
  /** What it was made of: publication, sources, and the instant until which it is right. */
  publication: z.int(),
  sources: z.string(),
  rightUntil: z.string(),
  origin: z.string(),
})
export type ShownBuild = z.infer<typeof ShownBuild>

/** The build shown last, if its folder is still there. */
export function readShownBuild(siteFolder: string): ShownBuild | undefined {
  const file = path.join(siteFolder, 'shown.json')
  if (!existsSync(file)) return undefined
  const read = ShownBuild.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!read.success || !existsSync(path.join(siteFolder, read.data.folder))) return undefined
  return read.data
}

/** Swaps what is shown in one rename. */
export function writeShownBuild(siteFolder: string, build: ShownBuild): void {
  const file = path.join(siteFolder, 'shown.json')
  writeFileSync(`${file}.new`, JSON.stringify(build))
  renameSync(`${file}.new`, file)
}

/** Removes builds that nobody sees any more, half-made ones of a killed portal among them. */
export function removeOtherBuilds(siteFolder: string, keep: readonly (string | undefined)[]): void {
  for (const name of readdirSync(siteFolder))
    if (name.startsWith('build-') && !keep.includes(name))
      rmSync(path.join(siteFolder, name), { recursive: true, force: true })
}
