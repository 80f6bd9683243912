import type { FieldProblemCode } from '#contract/field-problem.ts'
import type { CollectedRefusal } from '#core/collected-intake.ts'
import type { Strings } from '../words/strings.zh.ts'

/** Codes a record can be set aside with; each has a sentence, or the words do not compile. */
export type KnownProblem =
  | Exclude<
      FieldProblemCode,
      | 'closes-before-opening'
      | 'in-the-past'
      | 'not-later'
      | 'due-after-close'
      | 'due-before-opening'
      | 'own-membership'
      | 'not-a-later-draft'
      | 'words-not-in-provision'
      | 'not-removable'
    >
  | CollectedRefusal
  | 'unknown-consultation'
  | 'unknown-draft'
  | 'unknown-session'
  | 'unknown-station'
  | 'device-revoked'
  | 'not-your-task'
  | 'receipt-taken'

/** 「原话：太长了，分成几条记。」 A code from a newer server is named instead of being lost. */
export function problemSentence(problem: { field: string; code: string }, words: Strings): string {
  const { records, colon } = words
  const known = Object.hasOwn(records.problems, problem.code)
  const sentence = known
    ? records.problems[problem.code as KnownProblem]
    : records.unknownProblem(problem.code)
  if (problem.field === '') return sentence
  return `${records.fields[problem.field] ?? problem.field}${colon}${sentence}`
}
