import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../support/build-site.ts'
import { emptyPortal, examplePortal } from '../support/example-published.ts'

test('two builds at once do not disturb each other, and what a killed one left is swept', async () => {
  const { pid } = spawnSync(process.execPath, ['--eval', ''])
  const left = `site/.astro/build-${pid}`
  mkdirSync(left, { recursive: true })
  const [empty, full] = await Promise.all([buildSite(emptyPortal()), buildSite(examplePortal())])
  expect(existsSync(join(empty.directory, 'bills'))).toBe(false)
  expect(existsSync(join(full.directory, 'bills/waterfront/index.html'))).toBe(true)
  for (const { directory } of [empty, full])
    expect(existsSync(join(directory, 'assets/kaimen.css'))).toBe(true)
  expect(existsSync(left)).toBe(false)
  empty.remove()
  full.remove()
})
