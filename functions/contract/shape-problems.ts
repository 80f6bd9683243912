import type * as z from 'zod'
import type { FieldProblem, FieldProblemCode } from './field-problem.ts'

/** Shapes that say less to a person than the field's own name for what is wrong. */
const codesByField: Readonly<Record<string, FieldProblemCode>> = {
  provisionId: 'unknown-provision',
  receiptCode: 'receipt-code-malformed',
  noticeVersion: 'notice-outdated',
}

/** A name a caller chose is repeated only when it cannot carry a text. */
function nameable(path: readonly PropertyKey[]): string {
  return path.map(String).every((part) => /^\w{1,40}$/.test(part)) ? path.map(String).join('.') : ''
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let held: unknown = body
  for (const part of path) held = (held as Record<PropertyKey, unknown> | null | undefined)?.[part]
  return held
}

function codeOf(issue: z.core.$ZodIssue, held: unknown): FieldProblemCode {
  if (held === undefined) return 'required'
  if (issue.code === 'invalid_type') return 'wrong-type'
  if (issue.code === 'too_big') return issue.origin === 'array' ? 'too-many' : 'too-long'
  if (issue.code === 'too_small' && issue.origin === 'string' && held === '') return 'required'
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'unknown-choice'
  return 'malformed'
}

function problemsOf(issue: z.core.$ZodIssue, body: unknown): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, 20).map((key) => ({
      field: nameable([...issue.path, key]),
      code: 'unknown-field',
    }))
  const field = nameable(issue.path)
  const found = codeOf(issue, valueAt(body, issue.path))
  const own = codesByField[field]
  const code = own !== undefined && found !== 'required' && found !== 'wrong-type' ? own : found
  const limit = issue.code === 'too_big' && code === found ? Number(issue.maximum) : undefined
  return [{ field, code, ...(limit !== undefined && { limit }) }]
}

/** What a schema found wrong, in the portal's own words and without any of the values. */
export function shapeProblems(issues: readonly z.core.$ZodIssue[], body: unknown): FieldProblem[] {
  return issues.slice(0, 50).flatMap((issue) => problemsOf(issue, body))
}
