import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { walkProvisions } from '#core/draft/provision.ts'
import { addNoise } from '../../support/noise.ts'
import { statuteText } from '../../support/statute-text.ts'

describe('any text', () => {
  const piece = fc.constantFrom(
    '第',
    '一',
    '二',
    '十',
    '条',
    '章',
    '编',
    '之',
    '（',
    '）',
    '(',
    ')',
    '1',
    '.',
    '、',
    '：',
    '。',
    '\n',
    '\n',
    '　',
    ' ',
    '附',
    '件',
    '则',
    '目',
    '录',
    '甲',
    '\u200b',
    '\ud800',
    '规定',
  )

  it('never throws and loses no character of the body', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const draft = parseDraft(text)
          expect(draft.problems.filter(({ code }) => code === 'lost-characters')).toEqual([])
          const ids = [...walkProvisions(draft.provisions)].map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('a generated statute reads as printed, with and without noise', () => {
    fc.assert(
      fc.property(statuteText(), (draft) => {
        const printed = printDraft(draft)
        const read = parseDraft(printed)
        expect(read.problems).toEqual([])
        expect({ ...read, problems: [] }).toEqual({ ...draft, problems: [] })
        expect(parseDraft(addNoise(printed))).toEqual(read)
      }),
      { numRuns: 200 },
    )
  })

  it('hostile repetition is read in linear time', () => {
    // CPU of this thread: a busy machine makes nothing slower.
    const started = process.threadCpuUsage()
    for (const unit of [
      '第',
      '第一',
      '（',
      '一、',
      ' ',
      '第一条 ',
      '附件',
      '1.',
      '（一）',
      '\n（一）\n甲',
      '\n第一条 甲\n乙\n（二）丙',
    ])
      parseDraft(unit.repeat(40_000))
    expect(process.threadCpuUsage(started).user / 1000).toBeLessThan(15_000)
  })
})
