import * as z from 'zod'
import { FieldProblemAnswer } from './field-problem.ts'
import { problemKinds, type ProblemCode } from './problem.ts'

/** Stable type URI of a problem: a page of this portal that explains it. */
export function problemType(origin: string, code: ProblemCode): string {
  return `${origin}/problems/${code}`
}

const codes = Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]]

/** The body of every refusal, `application/problem+json` (RFC 9457). `facts` are names, counts and limits. */
export const Problem = z.strictObject({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(codes),
  requestId: z.string(),
  facts: z.record(z.string(), z.unknown()),
  /** One per refused field, with `invalid-fields` and `unknown-provision`. */
  errors: z.array(FieldProblemAnswer).optional(),
})
export type Problem = z.infer<typeof Problem>
