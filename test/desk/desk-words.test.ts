import { describe, expect, test } from 'vitest'
import { outcomes } from '../../functions/core/deciding/outcome.ts'
import { draftProblemCodes } from '../../functions/core/draft/draft-problem.ts'
import { RowProblem } from '../../functions/contract/batch-api.ts'
import { en } from '../../site/src/desk/words/strings.en.ts'
import { zh } from '../../site/src/desk/words/strings.zh.ts'
import { parseDraft } from '../../functions/core/draft/parse-draft.ts'
import { problemFacts } from '../../site/src/desk/rules/problem-facts.ts'
import { rowSentences } from '../../site/src/desk/rules/row-sentence.ts'

describe('the desk’s words', () => {
  for (const [name, words] of [
    ['Chinese', zh],
    ['English', en],
  ] as const) {
    test(`every problem of a draft has a sentence in ${name}`, () => {
      for (const code of draftProblemCodes) expect(words.importing.problems[code]).toMatch(/.{6}/)
    })

    test(`every problem of an uploaded row has a sentence in ${name}`, () => {
      for (const code of RowProblem.shape.code.options) {
        const sentence = words.trouble.row[code]?.({}) ?? ''
        expect(sentence, code).not.toBe('')
        expect(sentence).not.toContain('undefined')
      }
    })

    test(`every outcome has a name in ${name}`, () => {
      expect(Object.keys(words.outcomeNames)).toEqual([...outcomes])
    })
  }

  test('correcting a lineage and naming a cause have words in the audit trail', () => {
    for (const words of [zh, en])
      for (const action of ['lineage.correct', 'cause.name'])
        expect(words.governing.actions[action]).toMatch(/./)
  })

  test('a skipped number is told as people cite articles', () => {
    const { problems } = parseDraft(
      '某市规定\n\n第一条　为了甲，制定本规定。\n第九条　本规定管乙。\n第十一条　本规定管丙。',
    )
    expect(problems.map(({ facts }) => problemFacts(facts, zh))).toEqual([
      '这里是“第九条”，前一个是第一条',
      '这里是“第十一条”，前一个是第九条',
    ])
    expect(problemFacts(problems[0]?.facts ?? {}, en)).toBe(
      'this is “第九条”; before it stands number 1 (条)',
    )
    expect(problemFacts({ label: '第三条', after: 0 }, zh)).toBe('这里是“第三条”，前面还没有')
    expect(problemFacts({ someCode: 'x' }, zh)).toBe('')
  })

  test('a refused choice names the choices there are, unless they are many', () => {
    const refused = (choices: string[]) =>
      rowSentences([{ column: '采纳情况', code: 'unknown-choice', facts: { choices } }], zh)[0]
    expect(refused(['采纳', '未采纳'])).toContain('请重新选：采纳、未采纳。')
    expect(refused(Array.from({ length: 40 }, (_, n) => `第${n}条`))).not.toContain('第3条')
  })

  test('a code nobody knows is named, with its column, instead of being lost', () => {
    expect(rowSentences([{ column: '原话', code: 'brand-new', facts: {} }], zh)).toEqual([
      '“原话”列：这一格没有通过检查（brand-new）。',
    ])
  })

  test('English has words wherever Chinese has them', () => {
    const missing = (a: unknown, b: unknown, path: string): string[] => {
      if (typeof a !== 'object' || a === null) return typeof b === typeof a ? [] : [path]
      return Object.entries(a).flatMap(([key, value]) =>
        missing(value, (b as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
      )
    }
    expect(missing(zh, en, 'words')).toEqual([])
  })
})
