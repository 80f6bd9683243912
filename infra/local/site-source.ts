import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { projectFolder } from './settings.ts'

const sources = [
  'site/src',
  'site/public',
  'site/astro.config.ts',
  'site/stable-assets.ts',
  'functions/core',
  'functions/contract',
]

/** A fingerprint of what pages are made from besides the data, so that a restart after an update rebuilds. */
export function siteSourceFingerprint(): string {
  const fingerprint = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(path.join(projectFolder, source))) {
      const { mtimeMs, size } = statSync(file)
      fingerprint.update(`${file}\0${mtimeMs}\0${size}\0`)
    }
  }
  return fingerprint.digest('base64url').slice(0, 16)
}

function filesUnder(place: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [place]
  const entries = readdirSync(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
