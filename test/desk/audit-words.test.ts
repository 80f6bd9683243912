import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '../../site/src/desk/words/strings.en.ts'
import { zh } from '../../site/src/desk/words/strings.zh.ts'

const folder = new URL('../../functions/actions/', import.meta.url)
const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/action: '([a-zA-Z]+\.[a-zA-Z]+)'/g)].map(
      ([, action]) => action ?? '',
    ),
  )

test.each([...new Set(written)])('the trail says %s in words people know', (action) => {
  for (const words of [zh, en]) expect(words.governing.actions[action]).toMatch(/./)
})
