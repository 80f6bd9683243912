import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from './settings.ts'

export interface SiteBuild {
  /** Folder of published files, named as in the manifest. */
  publishedFolder: string
  /** Where the pages go; made anew. */
  outFolder: string
  /** The instant the pages speak of. */
  now: string
  origin: string
}

/**
 * Builds the site in a process of its own, so that answering people never waits for it. Throws with the end
 * of the build's own output when it fails.
 */
export async function buildSite(build: SiteBuild, signal: AbortSignal): Promise<void> {
  await rm(build.outFolder, { recursive: true, force: true })
  await mkdir(build.outFolder, { recursive: true })
  const astro = path.join(projectFolder, 'node_modules', 'astro', 'bin', 'astro.mjs')
  const child = spawn(process.execPath, [astro, 'build', '--root', 'site'], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      KAIMEN_PUBLISHED: build.publishedFolder,
      KAIMEN_SITE_OUT: build.outFolder,
      KAIMEN_NOW: build.now,
      KAIMEN_ORIGIN: build.origin,
    },
  })
  let tail = ''
  const keepTail = (piece: Buffer) => (tail = (tail + piece.toString('utf8')).slice(-4000))
  child.stdout.on('data', keepTail)
  child.stderr.on('data', keepTail)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Error(`the site build ended with ${code}:\n${tail}`)
}
