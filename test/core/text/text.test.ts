import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, countChars } from '#core/text/text.ts'

describe('cleanText', () => {
  it.each([
    ['line ends become \\n', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['outer blank goes', ' \u3000 好\n\n', '好'],
    ['rare Han stay', '𠮷野家 㐱 〇', '𠮷野家 㐱 〇'],
    ['full-width digits stay', '１２３ ㎡', '１２３ ㎡'],
    [
      'families and flags stay',
      '👨‍👩‍👧❤️🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '👨‍👩‍👧❤️🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    ['variants of Han stay', '葛\u{e0100}城', '葛\u{e0100}城'],
    ['accents are composed', 'e\u0301', 'é'],
    ['tabs and blank lines inside stay', '甲\t乙\n\n丙', '甲\t乙\n\n丙'],
    ['a byte order mark at the start goes', '\ufeff好', '好'],
  ])('%s', (_, raw, text) => {
    expect(cleanText(raw)).toEqual({ ok: true, text, flags: [] })
  })

  it.each([
    ['zero-width space', '禁\u200b止', '禁止'],
    ['direction override', '\u202e好\u202c', '好'],
    ['isolates', '\u2066好\u2069', '好'],
    ['joiner between Han', '禁\u200d止', '禁止'],
    ['selector behind a letter', 'a\ufe0fb', 'ab'],
    ['hidden tags', '好\u{e0041}\u{e0042}', '好'],
    ['a mark inside the words', '好\ufeff的', '好的'],
  ])('%s is removed and said so', (_, raw, text) => {
    expect(cleanText(raw)).toEqual({ ok: true, text, flags: ['invisible-removed'] })
  })

  it.each([
    ['NUL', '好\0'],
    ['escape', '\u001b[31m'],
    ['backspace', 'a\b'],
    ['DEL', '\u007f'],
    ['lone high surrogate', '\ud842'],
    ['lone low surrogate', 'a\udfb7'],
  ])('%s is refused', (_, raw) => {
    expect(cleanText(raw)).toEqual({ ok: false, code: 'bad-characters' })
  })

  it.each([
    '锟斤拷锟斤拷',
    '意\ufffd见',
    '我的????意见',
    'æˆ‘ä»¬è®¤ä¸º',
    Buffer.from('我们认为', 'utf8').toString('latin1'),
  ])('%j looks wrongly decoded', (raw) => {
    expect(cleanText(raw)).toMatchObject({ ok: true, flags: ['mojibake'] })
  })

  it.each(['真的吗??我不信', 'Müller été', '什么？？？', 'café naïve'])('%j does not', (raw) => {
    expect(cleanText(raw)).toMatchObject({ ok: true, flags: [] })
  })

  it('cleaning twice is cleaning once, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const once = cleanText(raw)
        if (!once.ok) return
        expect(cleanText(once.text)).toMatchObject({ ok: true, text: once.text })
      }),
      { numRuns: 1000 },
    )
  })
})

it('characters are counted as people count them', () => {
  expect(['', '𠮷', '好人', '👍a'].map(countChars)).toEqual([0, 1, 2, 2])
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => countChars(text) === [...text].length))
})
