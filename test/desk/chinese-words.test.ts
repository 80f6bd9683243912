import { expect, test } from 'vitest'
import { chineseWords } from '../../site/src/parts/chinese-words.ts'

test.each(['云溪市公园夜间开放若干规定', '第二条（7）', '12345 热线', ['第四条', ' '], '公开版 A'])(
  '%s is read aloud as Chinese',
  (words) => {
    expect(chineseWords(words)).toBe('zh-CN')
  },
)

test.each(['Good day, 林静', 'All articles', '2026-11-22', '', 7, undefined, null])(
  '%s is left in the language of the screen',
  (words) => {
    expect(chineseWords(words)).toBeUndefined()
  },
)
