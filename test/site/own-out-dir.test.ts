import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildSite } from '../support/build-site.ts'
import { emptyPortal, examplePortal } from '../support/example-published.ts'

test('two builds at once do not disturb each other', async () => {
  const [empty, full] = await Promise.all([buildSite(emptyPortal()), buildSite(examplePortal())])
  expect(existsSync(join(empty.directory, 'bills'))).toBe(false)
  expect(existsSync(join(full.directory, 'bills/waterfront/index.html'))).toBe(true)
  for (const { directory } of [empty, full])
    expect(existsSync(join(directory, 'assets/kaimen.css'))).toBe(true)
  empty.remove()
  full.remove()
})
