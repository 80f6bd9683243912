import { expect, test } from 'vitest'
import { clausesOf, stepClauses, type ClauseStep, type Stretch } from '../../site/src/desk/rules/clauses.ts'

const words = '岸线应当整洁，应当明亮。\n（一）每日清扫；\n（二）定期检修'
const said = (stretch: Stretch | undefined) => stretch && words.slice(stretch.start, stretch.end)

test('clauses join to all the words, line ends aside', () => {
  expect(clausesOf(words).map(said).join('')).toBe(words.replaceAll('\n', ''))
})

test('somebody without a mouse walks through the clauses, and takes several', () => {
  const walk = (...steps: ClauseStep[]) =>
    said(steps.reduce<Stretch | undefined>((chosen, step) => stepClauses(words, chosen, step), undefined))
  expect(walk('next')).toBe('岸线应当整洁，')
  expect(walk('next', 'next')).toBe('应当明亮。')
  expect(walk('next', 'next', 'previous')).toBe('岸线应当整洁，')
  expect(walk('next', 'next', 'more')).toBe('应当明亮。\n（一）每日清扫；')
  expect(walk('next', 'next', 'more', 'less')).toBe('应当明亮。')
})

test('nothing lies before the first clause, behind the last, or below one', () => {
  const all = clausesOf(words)
  expect(stepClauses(words, all[0], 'previous')).toBeUndefined()
  expect(stepClauses(words, all.at(-1), 'next')).toBeUndefined()
  expect(stepClauses(words, all[0], 'less')).toBeUndefined()
})

test('words chosen otherwise are widened to whole clauses', () => {
  expect(said(stepClauses(words, { start: 3, end: 5 }, 'more'))).toBe('岸线应当整洁，应当明亮。')
})
