import type * as z from 'zod'
import {
  ConsultationDetail,
  ConsultationList,
  ConsultationTallies,
  Health,
  OpinionSubmission,
  PublicBill,
  PublicBillList,
  ReceiptQuestion,
  ReceiptStatus,
  SubmissionAnswer,
} from './public-api.ts'
import { MailAsked, MailCodeQuestion, MailConfirmed, MailLeft, MailRequest } from './mail-api.ts'
import type { ProblemCode } from './problem.ts'

/** A route of the public API. */
export interface PublicRoute {
  method: 'get' | 'post'
  /** OpenAPI path template. */
  path: string
  operationId: string
  summary: string
  body?: { name: string; schema: z.ZodType; form: boolean }
  answers: Readonly<Record<number, { description: string; name: string; schema: z.ZodType }>>
  /** Refusals worth handling by name; every route may answer `unexpected`. */
  refusals: readonly ProblemCode[]
}

const bodyRefusals = [
  'malformed-body',
  'unsupported-media-type',
  'too-large',
  'invalid-fields',
  'cross-site-request',
] as const satisfies readonly ProblemCode[]

function reading(path: string, operationId: string, summary: string, name: string, schema: z.ZodType) {
  const refusals: ProblemCode[] = path.includes('{') ? ['not-found'] : []
  const answers = { 200: { description: 'OK', name, schema } }
  return { method: 'get', path, operationId, summary, answers, refusals } as const
}

/** The public API, once: the OpenAPI document is made from it, and a test holds the app to it. */
export const publicRoutes: readonly PublicRoute[] = [
  reading('/api/health', 'health', '服务是否正常 · Is the portal up', 'Health', Health),
  reading('/api/bills', 'listBills', '公开的法规案 · Bills', 'PublicBillList', PublicBillList),
  reading('/api/bills/{billId}', 'readBill', '一件法规案 · One bill', 'PublicBill', PublicBill),
  reading(
    '/api/consultations',
    'listConsultations',
    '公开征求意见 · Consultations',
    'ConsultationList',
    ConsultationList,
  ),
  reading(
    '/api/consultations/{consultationId}',
    'readConsultation',
    '一次征求意见：条文与数字 · One consultation: its draft and counts',
    'ConsultationDetail',
    ConsultationDetail,
  ),
  reading(
    '/api/consultations/{consultationId}/tallies',
    'readTallies',
    '一次征求意见：只要数字 · One consultation: counts only',
    'ConsultationTallies',
    ConsultationTallies,
  ),
  {
    method: 'post',
    path: '/api/consultations/{consultationId}/opinions',
    operationId: 'submitOpinion',
    summary: '提一条意见 · Submit an opinion',
    body: { name: 'OpinionSubmission', schema: OpinionSubmission, form: true },
    answers: {
      201: { description: '收到 · Stored', name: 'SubmissionAnswer', schema: SubmissionAnswer },
      200: {
        description: '早已收到，同一张回执 · Already held: the same receipt',
        name: 'SubmissionAnswer',
        schema: SubmissionAnswer,
      },
    },
    refusals: [
      ...bodyRefusals,
      'not-found',
      'unknown-provision',
      'window-not-open-yet',
      'window-closed',
      'receipt-code-taken',
    ],
  },
  {
    method: 'post',
    path: '/api/receipts',
    operationId: 'readReceipt',
    summary: '凭回执码查结果 · What became of an opinion',
    body: { name: 'ReceiptQuestion', schema: ReceiptQuestion, form: true },
    answers: { 200: { description: 'OK', name: 'ReceiptStatus', schema: ReceiptStatus } },
    refusals: [...bodyRefusals, 'not-found'],
  },
  {
    method: 'post',
    path: '/api/answer-mail',
    operationId: 'askForMail',
    summary: '有答复时发邮件 · Ask for a letter when an opinion is answered',
    body: { name: 'MailRequest', schema: MailRequest, form: true },
    answers: {
      202: { description: '确认信已发 · Confirm by the letter', name: 'MailAsked', schema: MailAsked },
    },
    refusals: [
      ...bodyRefusals,
      'not-found',
      'answered-already',
      'transition-refused',
      'too-many-requests',
      'busy',
    ],
  },
  {
    method: 'post',
    path: '/api/answer-mail/confirm',
    operationId: 'confirmMail',
    summary: '确认收信 · Confirm with the code of a letter',
    body: { name: 'MailCodeQuestion', schema: MailCodeQuestion, form: true },
    answers: { 200: { description: 'OK', name: 'MailConfirmed', schema: MailConfirmed } },
    refusals: [...bodyRefusals, 'mail-code-not-valid'],
  },
  {
    method: 'post',
    path: '/api/answer-mail/leave',
    operationId: 'leaveMail',
    summary: '退订 · End all letters with the code of one',
    body: { name: 'MailCodeQuestion', schema: MailCodeQuestion, form: true },
    answers: { 200: { description: 'OK', name: 'MailLeft', schema: MailLeft } },
    refusals: [...bodyRefusals, 'mail-code-not-valid'],
  },
]
