import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Where Astro builds, and the integration that hands the pages over when they are whole. */
export interface OwnOutDir {
  outDir: string
  handOver: AstroIntegration[]
}

function move(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch {
    // another disk: rename(2) answers EXDEV
    cpSync(from, to, { recursive: true })
    rmSync(from, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (refused) {
    return (refused as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Builds that were killed leave their folder behind; nobody else would ever take it away. */
function sweepLeftovers(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const pid = Number(/^build-(\d+)$/.exec(name)?.[1])
    if (pid > 0 && !isRunning(pid)) rmSync(`${folder}/${name}`, { recursive: true, force: true })
  }
}

/**
 * A folder of its own for every build. When the wanted folder lies outside the working directory, Astro 7 puts its
 * half-made server files into one shared `.astro/` (core/build/common.js, getOutDirWithinCwd), where two builds at
 * once delete each other's; so it builds inside, under its process id, and the finished pages move out.
 */
export function ownOutDir(wanted: string | undefined): OwnOutDir {
  if (wanted === undefined) return { outDir: './dist', handOver: [] }
  const target = resolve(wanted)
  if (target.startsWith(process.cwd() + sep)) return { outDir: target, handOver: [] }
  const folder = fileURLToPath(new URL('.astro', import.meta.url))
  sweepLeftovers(folder)
  const outDir = `${folder}/build-${process.pid}`
  const hooks = { 'astro:build:done': () => move(outDir, target) }
  return { outDir, handOver: [{ name: 'kaimen-hand-over', hooks }] }
}
