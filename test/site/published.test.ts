import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBuildSettings } from '../../site/src/published/build-settings.ts'
import { readPublished } from '../../site/src/published/read-published.ts'
import { buildSite } from '../support/build-site.ts'
import { emptyPortal, examplePortal, writePublished } from '../support/example-published.ts'

function folderOf(files: Record<string, unknown>): string {
  const directory = mkdtempSync(join(tmpdir(), 'kaimen-published-'))
  writePublished(directory, files)
  return directory
}

describe('published files', () => {
  test('are read whole', () => {
    const published = readPublished(folderOf(examplePortal()))
    expect(published.bills).toHaveLength(8)
    expect(published.drafts.get('waterfront-1')?.provisions).toHaveLength(6)
  })

  test('a malformed one stops the build with its name and the field at fault', async () => {
    const files = { ...examplePortal(), 'bills/closed.json': { id: 'closed', title: 7 } }
    expect(() => readPublished(folderOf(files))).toThrow(
      /bills\/closed\.json is not what the site expects[\s\S]*title/,
    )
    await expect(buildSite(files)).rejects.toThrow(/bills\/closed\.json is not what the site expects/)
  })

  test('one that is no JSON is named', () => {
    const directory = folderOf(emptyPortal())
    writeFileSync(join(directory, 'site.json'), '{"authority":')
    expect(() => readPublished(directory)).toThrow(/site\.json cannot be read/)
  })

  test('a missing draft or consultation is named, rather than leaving a dead end', () => {
    for (const name of ['drafts/waterfront-1.json', 'consultations/c-waterfront.json']) {
      const files = examplePortal()
      delete files[name]
      expect(() => readPublished(folderOf(files)), name).toThrow(`${name} is missing`)
    }
  })

  test('a bulletin whose totals do not add up is never shown (R3)', async () => {
    const files = examplePortal()
    const bulletin = structuredClone(files['bulletins/c-answered.json']) as {
      editions: { reconciliation: { received: number } }[]
    }
    const last = bulletin.editions.at(-1)
    if (last) last.reconciliation.received += 1
    await expect(buildSite({ ...files, 'bulletins/c-answered.json': bulletin })).rejects.toThrow(
      /add up to 16/,
    )
  })
})

describe('settings of a build', () => {
  test('name what is missing or malformed', () => {
    expect(() => readBuildSettings({})).toThrow(/KAIMEN_PUBLISHED/)
    expect(() => readBuildSettings({ KAIMEN_PUBLISHED: 'x', KAIMEN_NOW: 'yesterday' })).toThrow(/KAIMEN_NOW/)
  })
})
