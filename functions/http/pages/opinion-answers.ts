import { answerNames, type AnswerName } from '#contract/answer-names.ts'
import { OpinionSubmission } from '#contract/public-api.ts'
import type { FieldProblem } from '#contract/field-problem.ts'
import {
  checkSubmission,
  type CheckedSubmission,
  type SubmissionGround,
} from '../../actions/intake/check-submission.ts'
import { shapeProblems } from '#contract/shape-problems.ts'
import type { FormFields } from '../read-form.ts'

/** What travels with the answers from page to page without being seen. */
export const hiddenNames = ['provisionId', 'quote', 'noticeVersion', 'channel', 'lang'] as const

export type FormCheck =
  | { ok: true; submission: OpinionSubmission; checked: CheckedSubmission }
  | { ok: false; problems: FieldProblem[] }

function submissionOf(fields: FormFields): unknown {
  const { provisionId, category, area, verbatim } = fields
  const pick = (name: string) => (fields[name] === undefined ? {} : { [name]: fields[name] })
  return {
    provisionId: provisionId === undefined || provisionId === 'whole' ? null : provisionId,
    verbatim: verbatim ?? '',
    ...pick('quote'),
    ...pick('changeType'),
    ...pick('proposedText'),
    ...pick('reason'),
    ...pick('contact'),
    ...pick('noticeVersion'),
    ...pick('receiptCode'),
    ...pick('channel'),
    ...((category ?? area) !== undefined && {
      proponent: { ...(category !== undefined && { category }), ...(area !== undefined && { area }) },
    }),
  }
}

/** Checks a form by the very rules of the JSON API, and names each problem by the form's own field. */
export function checkForm(fields: FormFields, ground: SubmissionGround): FormCheck {
  const candidate = submissionOf(fields)
  const shape = OpinionSubmission.safeParse(candidate)
  const misshapen = shape.success ? [] : shapeProblems(shape.error.issues, candidate)
  // Missing choices and bad texts are told together: the texts are checked with a stand-in for what has no shape.
  const readable = OpinionSubmission.safeParse({
    ...(candidate as object),
    changeType: 'general',
    noticeVersion: fields['noticeVersion'] ?? ground.consultation.noticeVersion,
    proponent: undefined,
    receiptCode: undefined,
    channel: undefined,
  })
  const check = shape.success
    ? checkSubmission(shape.data, ground)
    : readable.success
      ? checkSubmission(readable.data, ground)
      : undefined
  if (shape.success && check?.ok) return { ok: true, submission: shape.data, checked: check.checked }
  const textProblems = check === undefined || check.ok ? [] : check.problems
  const problems = [...misshapen, ...textProblems].map((problem) => ({
    ...problem,
    field: problem.field.replace('proponent.', ''),
  }))
  return { ok: false, problems: inPageOrder(problems) }
}

function inPageOrder(problems: FieldProblem[]): FieldProblem[] {
  const place = ({ field }: FieldProblem) => {
    const at = answerNames.indexOf(field as AnswerName)
    return at < 0 ? answerNames.length : at
  }
  const first = problems.filter(
    ({ field }, at) => problems.findIndex((other) => other.field === field) === at,
  )
  return first.sort((a, b) => place(a) - place(b))
}
