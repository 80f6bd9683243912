import { expect, test } from 'vitest'
import type { Proponent } from '#core/opinion.ts'
import { proponentWords } from '#core/collecting/proponent-words.ts'

test.each<[Proponent, string]>([
  [{ kind: 'group', groupName: '河西村村民', headcount: 12 }, '河西村村民 12 人'],
  [{ kind: 'group', category: '商户', area: '东桥街道', headcount: 3 }, '东桥街道商户 3 人'],
  [{ kind: 'group', headcount: 2 }, '群体 2 人'],
  [{ kind: 'person', category: '居民', area: '东桥街道', headcount: 1 }, '居民（东桥街道）'],
  [{ kind: 'person', category: '居民', headcount: 1 }, '居民'],
  [{ kind: 'person', area: '东桥街道', headcount: 1 }, '东桥街道'],
  [{ kind: 'person', headcount: 1 }, ''],
])('%j is 「%s」', (proponent, words) => {
  expect(proponentWords(proponent)).toBe(words)
})
