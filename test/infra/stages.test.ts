import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readStage } from '../../infra/stages.ts'

const exampleFile = fileURLToPath(new URL('../../infra/stages.example.json', import.meta.url))
const example = JSON.parse(readFileSync(exampleFile, 'utf8')) as Record<string, unknown>
const written = (changes: Record<string, unknown>) => {
  const file = join(mkdtempSync(join(tmpdir(), 'kaimen-stage-')), 'stage.json')
  writeFileSync(file, JSON.stringify({ ...example, ...changes }))
  return file
}

it('the example city can be read', () => {
  expect(readStage(exampleFile)).toEqual(example)
})

it('every blank is named at once, footer fields of a government site included', () => {
  const authority = { ...(example['authority'] as object), icp: ' ', siteCode: '' }
  const read = () => readStage(written({ authority, alarmEmail: '', certificate: '' }))
  for (const field of ['authority.icp', 'authority.siteCode', 'alarmEmail', 'certificate'])
    expect(read).toThrow(field)
})

it.each([
  ['a slash at the end of the origin', { origin: 'https://lifa.yunxi.example/' }, 'origin'],
  ['an origin without TLS', { origin: 'http://lifa.yunxi.example' }, 'origin'],
  ['a field nobody knows', { orgin: 'x' }, 'orgin'],
  ['a sender of mail that is none', { mailFrom: 'lifa' }, 'mailFrom'],
  ['a sender of mail in China, where SES does not exist', { region: 'cn-north-1' }, 'mailFrom'],
])('%s is refused', (_, changes, field) => {
  expect(() => readStage(written(changes))).toThrow(field)
})
