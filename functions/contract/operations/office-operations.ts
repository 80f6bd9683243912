import * as z from 'zod'
import { Member } from '#core/member.ts'
import type { OfficeRouteKey } from '../office-routes.ts'
import { AuditList, Me, MemberInput, MemberList } from '../office-api.ts'
import { billOperations } from './bill-operations.ts'
import { collectingOperations } from './collecting-operations.ts'
import { consultationOperations } from './consultation-operations.ts'
import { contactPointOperations } from './contact-point-operations.ts'
import type { OfficeOperation } from './office-operation.ts'
import { opinionOperations } from './opinion-operations.ts'

const OpenApi = z.record(z.string(), z.unknown())

/** What every route of the office API takes and answers; a route without its line does not compile. */
export const officeOperations: Record<OfficeRouteKey, OfficeOperation> = {
  'GET /office/api/openapi.json': {
    summary: '这份接口说明 · This description (OpenAPI 3.1)',
    answer: { OpenApi },
  },
  'GET /office/api/me': { summary: '我是谁，能做什么 · Who I am and what I may do', answer: { Me } },
  ...billOperations,
  ...consultationOperations,
  ...opinionOperations,
  ...contactPointOperations,
  ...collectingOperations,
  'GET /office/api/members': { summary: '工作人员 · Members', answer: { MemberList } },
  'PUT /office/api/members/:memberId': {
    summary: '登记工作人员 · Enter a member',
    body: { MemberInput },
    answer: { Member },
    ifMatch: true,
  },
  'GET /office/api/audit': { summary: '操作记录 · Who did what', answer: { AuditList } },
}
