import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** `open-data/<consultation>..<edition>..<file>`, as `longDataFileName` names it. */
const name = /^(.+?)\.\.(\d+)\.\.(.+)$/

/**
 * Puts the open data of long editions beside the page that explains it. A worker wrote these files, hundreds of
 * megabytes each: they are linked, or copied to another disk, and never pass through the build's memory.
 */
export function longOpenData(publishedFolder: string | undefined): AstroIntegration {
  return {
    name: 'kaimen-long-open-data',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = join(publishedFolder ?? '', 'open-data')
        if (publishedFolder === undefined || !existsSync(folder)) return
        for (const entry of readdirSync(folder)) {
          const [, consultationId, , file] = name.exec(entry) ?? []
          if (consultationId === undefined || file === undefined) continue
          const about = readFileSync(join(publishedFolder, 'consultations', `${consultationId}.json`), 'utf8')
          const { billId } = JSON.parse(about) as { billId: string }
          place(join(folder, entry), join(fileURLToPath(dir), 'bills', billId, 'data', consultationId, file))
        }
      },
    },
  }
}

function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
  } catch {
    cpSync(from, to)
  }
}
