import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

const shell = '/collect/'
const worker = new URL('collect-worker.js', import.meta.url)
const always = [shell, '/collect/manifest.webmanifest', '/collect/icon-192.png', '/favicon.svg']

const fileAt = (outDir: string, path: string) => join(outDir, path.endsWith('/') ? `${path}index.html` : path)

/** Every file the collector's page may ask for: what its HTML links to, and every chunk those name, lazy ones too. */
function filesOfApp(outDir: string): string[] {
  const chunks = readdirSync(join(outDir, '_astro'))
  const found = new Set(always)
  const html = readFileSync(fileAt(outDir, shell), 'utf8')
  for (const [, path = ''] of html.matchAll(/(?:src|href)="(\/(?:_astro|assets)\/[^"]+)"/g)) found.add(path)
  for (const path of found) {
    if (!/^\/_astro\/.*\.(js|css)$/.test(path)) continue
    const text = readFileSync(fileAt(outDir, path), 'utf8')
    for (const chunk of chunks) if (text.includes(chunk)) found.add(`/_astro/${chunk}`)
  }
  return [...found].filter((path) => existsSync(fileAt(outDir, path))).sort()
}

/**
 * Emits `/collect/worker.js`: the service worker with the app's own files and a version that changes with any of them.
 * Its name never changes and it is served `no-cache`, so that a browser finds a new version (OFFLINE row 21).
 */
export function collectApp(): AstroIntegration {
  return {
    name: 'kaimen-collect-app',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const outDir = fileURLToPath(dir)
        const files = filesOfApp(outDir)
        const source = readFileSync(worker, 'utf8')
        const hash = createHash('sha256').update(source)
        for (const path of files) hash.update(path).update(readFileSync(fileAt(outDir, path)))
        const version = hash.digest('base64url').slice(0, 16)
        const text = source
          .replace('FILES\n', () => `${JSON.stringify(files)}\n`)
          .replace("'VERSION'", `'${version}'`)
        writeFileSync(join(outDir, 'collect/worker.js'), text)
      },
    },
  }
}
