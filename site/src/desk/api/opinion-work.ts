import type * as contract from '#contract/opinion-work-api.ts'
import type { Assignment } from '#core/deciding/assignment.ts'
import { printFilter, type OpinionFilter } from '../rules/desk-route.ts'
import { call } from './call.ts'
import type { Written } from './written.ts'

const at = (consultationId: string) => `/consultations/${encodeURIComponent(consultationId)}`

/** Counts, assignments and answers to whole articles. Shapes are `functions/contract/opinion-work-api.ts`. */
export const opinionWork = {
  counts: (consultationId: string, filter: Omit<OpinionFilter, 'opinion' | 'q'>) =>
    call<contract.OfficeOpinionCounts>(`${at(consultationId)}/opinion-counts${printFilter(filter)}`),
  assignments: (consultationId: string) => call<contract.AssignmentList>(`${at(consultationId)}/assignments`),
  assign: (consultationId: string, article: string, memberId: string, rev: number) =>
    call<Assignment>(`${at(consultationId)}/assignments/${encodeURIComponent(article)}`, {
      method: 'PUT',
      json: memberId === '' ? {} : { memberId },
      rev,
    }),
  jointAnswers: (consultationId: string) =>
    call<contract.JointAnswerList>(`${at(consultationId)}/joint-answers`),
  answerArticle: (consultationId: string, answer: Written<typeof contract.JointAnswerInput>) =>
    call<contract.JointAnswerShown>(`${at(consultationId)}/joint-answers`, { method: 'POST', json: answer }),
  undoAnswer: (consultationId: string, answerId: string) =>
    call<contract.JointAnswerShown>(
      `${at(consultationId)}/joint-answers/${encodeURIComponent(answerId)}/undo`,
      { method: 'POST' },
    ),
}
