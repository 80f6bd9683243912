import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockDataFolder } from '../../infra/local/data-folder.ts'

let place: string

beforeAll(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'kaimen-folder-'))
})
afterAll(() => rm(place, { recursive: true, force: true }))

test('a data folder that is a file is refused in a sentence that names the setting', async () => {
  const file = path.join(place, 'file')
  await writeFile(file, '')
  expect(() => lockDataFolder(file)).toThrow(
    `KAIMEN_DATA must be a folder this account may write to; ${file} is none.`,
  )
})

test('a folder left by a portal that was killed is taken over, and given back', async () => {
  const folder = path.join(place, 'data')
  lockDataFolder(folder)()
  await writeFile(path.join(folder, 'portal.pid'), '999999999')
  const release = lockDataFolder(folder)
  release()
  expect(() => lockDataFolder(folder)()).not.toThrow()
})
