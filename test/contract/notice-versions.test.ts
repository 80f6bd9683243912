import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { earlierNoticeVersions, noticePath } from '#contract/notice-versions.ts'
import { readStage } from '../../infra/stages.ts'

test('a consultation prepared under an earlier notice leads to the words of that one, any other to the current', () => {
  for (const version of earlierNoticeVersions) expect(noticePath(version)).toBe(`/privacy/${version}/`)
  expect(noticePath(readStage('infra/stages.example.json').authority.noticeVersion)).toBe('/privacy/')
})

test('the words of a notice that people were shown are never edited', () => {
  const words = (name: string) => {
    const text = readFileSync(`site/src/prose/notices/${name}.astro`, 'utf8').split('---')[2] ?? ''
    return createHash('sha256').update(text.replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 16)
  }
  expect({ zh: words('Notice20261101Zh'), en: words('Notice20261101En') }).toEqual({
    zh: 'd67d6cf7bf41265f',
    en: '682aed4cc9091fd1',
  })
})
