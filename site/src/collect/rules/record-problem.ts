import type { RecordProblemCode } from '#contract/collect-api.ts'
import { fieldProblemCodes, fieldProblemMessage, type FieldProblemCode } from '#contract/field-problem.ts'
import type { WholeRequestTrouble } from '../engine/portal-line.ts'
import type { Strings } from '../words/strings.zh.ts'

/**
 * Codes with a sentence for somebody in a village: all that only a collected record can have, or the words do not
 * compile, the answers to a whole request that one record alone brought about, and the field's own that are met. Other field codes speak with the sentence every form has.
 */
export type KnownProblem =
  | Exclude<RecordProblemCode, FieldProblemCode>
  | WholeRequestTrouble
  | Extract<
      FieldProblemCode,
      | 'required'
      | 'too-long'
      | 'too-many'
      | 'bad-characters'
      | 'wrong-type'
      | 'malformed'
      | 'unknown-field'
      | 'unknown-choice'
      | 'unknown-provision'
      | 'notice-outdated'
      | 'receipt-code-malformed'
      | 'repeated'
    >

/** 「原话：太长了，分成几条记。」 A code from a newer server is named instead of being lost. */
export function problemSentence(problem: { field: string; code: string }, words: Strings): string {
  const { records, colon } = words
  const sentence = sentenceOf(problem, words)
  if (problem.field === '') return sentence
  return `${records.fields[problem.field] ?? problem.field}${colon}${sentence}`
}

function sentenceOf({ field, code }: { field: string; code: string }, { records, locale }: Strings): string {
  if (Object.hasOwn(records.problems, code)) return records.problems[code as KnownProblem]
  const general = fieldProblemCodes.find((known) => known === code)
  return general === undefined
    ? records.unknownProblem(code)
    : fieldProblemMessage({ field, code: general }, locale === 'en' ? 'en' : 'zh')
}
