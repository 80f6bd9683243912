import { Assignment } from '#core/deciding/assignment.ts'
import { Decision } from '#core/deciding/decision.ts'
import { GroupMove } from '#core/grouping/group-moves.ts'
import { AlikeOpinions } from '../alike-api.ts'
import {
  GroupDecisionInput,
  GroupDecisionReport,
  GroupMoveInput,
  GroupMoveList,
  OfficeGroupDetail,
  OfficeGroupPage,
} from '../groups-api.ts'
import { DecisionInput, OfficeOpinionPage } from '../office-api.ts'
import { GroupListQuery, GroupPageQuery } from '../office-queries.ts'
import { OpinionListQuery } from '../opinion-filter.ts'
import {
  AssignmentInput,
  AssignmentList,
  JointAnswerInput,
  JointAnswerList,
  JointAnswerShown,
  OfficeOpinionCounts,
} from '../opinion-work-api.ts'
import { OpinionHistory, OpinionRevision, RevisionInput } from '../revision-api.ts'
import type { OfficeOperation } from './office-operation.ts'

/** Opinions read, worked on, grouped, decided. */
export const opinionOperations = {
  'GET /office/api/consultations/:consultationId/opinions': {
    summary: '意见 · Opinions; a contact point reads its own',
    query: OpinionListQuery,
    answer: { OfficeOpinionPage },
  },
  'GET /office/api/consultations/:consultationId/opinion-counts': {
    summary: '意见数 · Counts',
    query: OpinionListQuery,
    answer: { OfficeOpinionCounts },
  },
  'GET /office/api/consultations/:consultationId/alike': {
    summary: '本联系点意思相近的意见 · Same-kind opinions among one’s own',
    answer: { AlikeOpinions },
  },
  'GET /office/api/consultations/:consultationId/opinions/:opinionId/history': {
    summary: '一条意见的历次写法 · Every revision of an opinion (R9)',
    answer: { OpinionHistory },
  },
  'POST /office/api/consultations/:consultationId/opinions/:opinionId/revisions': {
    summary: '写成法言法语，存为新的修订 · What staff make of it, as a new revision (R9)',
    body: { RevisionInput },
    answer: { OpinionRevision },
    status: 201,
  },
  'GET /office/api/consultations/:consultationId/assignments': {
    summary: '承办人 · Who answers which article',
    answer: { AssignmentList },
  },
  'PUT /office/api/consultations/:consultationId/assignments/:article': {
    summary: '定承办人 · Assign an article',
    body: { AssignmentInput },
    answer: { Assignment },
    ifMatch: true,
  },
  'GET /office/api/consultations/:consultationId/joint-answers': {
    summary: '一并答复 · Joint answers',
    answer: { JointAnswerList },
  },
  'POST /office/api/consultations/:consultationId/joint-answers': {
    summary: '一条之下余下的一并答复 · Answer what is left of an article',
    body: { JointAnswerInput },
    answer: { JointAnswerShown },
  },
  'POST /office/api/consultations/:consultationId/joint-answers/:jointAnswerId/undo': {
    summary: '收回一并答复 · Take a joint answer back',
    answer: { JointAnswerShown },
  },
  'PUT /office/api/consultations/:consultationId/decisions/:opinionId': {
    summary: '决定一条意见 · Decide an opinion (R3, R4)',
    body: { DecisionInput },
    answer: { Decision },
    ifMatch: true,
  },
  'GET /office/api/consultations/:consultationId/groups': {
    summary: '同类意见 · Same-kind opinions',
    query: GroupListQuery,
    answer: { OfficeGroupPage },
  },
  'GET /office/api/consultations/:consultationId/groups/:groupId': {
    summary: '一组同类意见 · One group and its members',
    query: GroupPageQuery,
    answer: { OfficeGroupDetail },
  },
  'PUT /office/api/consultations/:consultationId/groups/:groupId/decision': {
    summary: '答复一组 · Answer a group (R16)',
    body: { GroupDecisionInput },
    answer: { GroupDecisionReport },
    ifMatch: true,
  },
  'GET /office/api/consultations/:consultationId/group-moves': {
    summary: '分合的记录 · Moves made by people',
    answer: { GroupMoveList },
  },
  'POST /office/api/consultations/:consultationId/group-moves': {
    summary: '合并、分开、移动 · Merge, split, move',
    body: { GroupMoveInput },
    answer: { GroupMove },
    status: 201,
    ifMatch: true,
  },
} as const satisfies Record<string, OfficeOperation>
