import { describe, expect, test } from 'vitest'
import { channels, opinionFlags, changeTypes } from '../../functions/core/opinion.ts'
import {
  CollectedOpinion,
  CollectingSession,
  recordProblemCodes,
} from '../../functions/contract/collect-api.ts'
import { problemSentence } from '../../site/src/collect/rules/record-problem.ts'
import { en } from '../../site/src/collect/words/strings.en.ts'
import { zh } from '../../site/src/collect/words/strings.zh.ts'

describe.each([
  ['Chinese', zh],
  ['English', en],
] as const)('the collector’s words in %s', (_, words) => {
  test('every trouble has a sentence of its own that says what to do', () => {
    const sentences = Object.values(words.standing.troubles)
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(sentences.length).toBe(9)
    for (const sentence of sentences) expect(sentence).toMatch(/.{12}[。.]$/)
  })

  test('every channel, flag, stance and field of a record has a name', () => {
    for (const channel of channels) expect(words.tasks.session.kinds[channel]).toMatch(/./)
    for (const flag of opinionFlags) expect(words.records.flags[flag]).toMatch(/./)
    const stances: Record<string, string> = { ...words.opinion.stances, ...words.opinion.more }
    for (const stance of changeTypes) expect(stances[stance]).toMatch(/./)
    const unnamed = new Set(['consultationId', 'supersedes', 'id'])
    const fields = [...Object.keys(CollectedOpinion.shape), ...Object.keys(CollectingSession.shape)]
    for (const field of fields)
      if (!unnamed.has(field)) expect(words.records.fields[field], field).toMatch(/./)
  })

  test('what is wrong is told with its field; a code from a newer server is named, not lost', () => {
    const sentence = problemSentence({ field: 'verbatim', code: 'too-long' }, words)
    expect(sentence).toBe(words.records.fields['verbatim'] + words.colon + words.records.problems['too-long'])
    expect(problemSentence({ field: '', code: 'brand-new' }, words)).toContain('brand-new')
    expect(problemSentence({ field: '', code: 'toString' }, words)).toContain('toString')
  })

  test('every code the server may answer has a sentence', () => {
    for (const code of recordProblemCodes) {
      const sentence = problemSentence({ field: '', code }, words)
      expect(sentence, code).not.toBe(words.records.unknownProblem(code))
      expect(sentence, code).toMatch(/.{3}/)
    }
  })

  test('an answer to a whole request that one record brought about says what to do with that record', () => {
    for (const code of ['too-large', 'not-understood'] as const) {
      const sentence = problemSentence({ field: '', code }, words)
      expect(sentence).toBe(words.records.problems[code])
      expect(sentence).not.toBe(words.standing.troubles[code])
    }
  })

  test('every fill-in says its number', () => {
    expect(words.standing.waiting(3)).toContain('3')
    expect(words.tasks.overdue(2)).toContain('2')
    expect(words.access.leave.askTitle(4)).toContain('4')
  })
})

test('English has words wherever Chinese has them', () => {
  const missing = (a: unknown, b: unknown, path: string): string[] => {
    if (typeof a !== 'object' || a === null) return typeof b === typeof a && b !== '' ? [] : [path]
    return Object.entries(a).flatMap(([key, value]) =>
      missing(value, (b as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
    )
  }
  expect(missing(zh, en, 'words')).toEqual([])
})
