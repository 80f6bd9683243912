import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { longOpenData } from '../../site/long-open-data.ts'

test('open data a worker wrote stands beside its page, whole, and nothing else is put there', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaimen-'))
  const published = path.join(folder, 'published')
  for (const name of ['open-data', 'consultations'])
    mkdirSync(path.join(published, name), { recursive: true })
  writeFileSync(path.join(published, 'consultations', 'c-1.json'), JSON.stringify({ billId: 'river' }))
  writeFileSync(path.join(published, 'open-data', 'c-1..2..opinions.csv.gz'), 'rows')
  writeFileSync(path.join(published, 'open-data', 'c-1..2.xlsx'), 'a short edition has its own')
  const out = path.join(folder, 'out')
  const done = longOpenData(published).hooks['astro:build:done']
  void done?.({ dir: pathToFileURL(`${out}/`) } as never)
  void done?.({ dir: pathToFileURL(`${out}/`) } as never)
  expect(readFileSync(path.join(out, 'bills/river/data/c-1/opinions.csv.gz'), 'utf8')).toBe('rows')
  expect(() => readFileSync(path.join(out, 'bills/river/data/c-1/c-1..2.xlsx'))).toThrow('ENOENT')
  rmSync(folder, { recursive: true })
})
