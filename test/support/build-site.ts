import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exampleNow, writePublished } from './example-published.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface BuiltSite {
  /** Folder of the finished pages. */
  directory: string
  output: string
  /** User and system time of the build's own process, in seconds. */
  cpuSeconds: number
  remove(): void
}

/** Builds the site from the given published files in a process of its own; throws with the build's output when it fails. */
export async function buildSite(files: Record<string, unknown>): Promise<BuiltSite> {
  const work = mkdtempSync(join(tmpdir(), 'kaimen-site-'))
  const published = join(work, 'published')
  const directory = join(work, 'dist')
  writePublished(published, files)
  const { code, output } = await runAstro({
    KAIMEN_PUBLISHED: published,
    KAIMEN_SITE_OUT: directory,
    KAIMEN_NOW: exampleNow,
  })
  const remove = (): void => rmSync(work, { recursive: true, force: true })
  if (code !== 0) {
    remove()
    throw new Error(`the site build ended with ${code}:\n${output}`)
  }
  return { directory, output, cpuSeconds: cpuIn(output), remove }
}

/** The child reports its own CPU time as its last line: it alone knows it exactly. */
const reporter = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\ncpu '+(u.userCPUTime+u.systemCPUTime)/1e6+'\\n')})`

function cpuIn(output: string): number {
  return Number(/\ncpu ([\d.]+)\s*$/.exec(output)?.[1] ?? Number.NaN)
}

function runAstro(variables: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs')
  const child = spawn(process.execPath, ['--import', reporter, astro, 'build', '--root', 'site'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  })
  let output = ''
  const keep = (piece: Buffer): void => void (output += piece.toString('utf8'))
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
