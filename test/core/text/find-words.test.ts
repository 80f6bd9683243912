import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords } from '#core/text/find-words.ts'

describe('words sought in a provision', () => {
  test.each([
    ['在河岸垂钓应当在划定的区域内进行。', '划定的区域', '划定的区域'],
    ['第一款\n夜间照明应当\n满足需要。', '照明应当满足', '照明应当\n满足'],
    ['每日５时至20时', '每日5时至２０时', '每日５时至20时'],
    ['𠮷野家〇号', '𠮷野家〇', '𠮷野家〇'],
    ['  首尾有空格  ', '有空格', '有空格'],
  ])('of %j, %j is found as %j', (text, sought, found) => {
    expect(findWords(text, sought)).toBe(found)
  })

  test.each([
    ['禁止垂钓', '禁止钓鱼'],
    ['禁止垂钓', ''],
    ['禁止垂钓', ' \n　'],
  ])('in %j, %j is not there', (text, sought) => {
    expect(findWords(text, sought)).toBeUndefined()
  })

  test('are a piece of the text itself, whatever spaces were added to what is sought', () => {
    const text = fc.stringMatching(/^[一二三四五ａ𠮷 \n，]{1,30}$/u).filter((value) => value.trim() !== '')
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (held, from, length) => {
        const characters = Array.from(held)
        const start = from % characters.length
        const piece = characters.slice(start, start + 1 + (length % characters.length)).join('')
        const found = findWords(held, Array.from(piece).join(' '))
        if (piece.trim() === '') expect(found).toBeUndefined()
        else expect(held).toContain(found)
      }),
    )
  })
})
