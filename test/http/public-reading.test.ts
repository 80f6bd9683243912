import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { ConsultationDetail, ConsultationList, PublicBill, PublicBillList } from '#contract/public-api.ts'
import { publicRoutes } from '#contract/public-routes.ts'
import { version } from '#contract/version.ts'
import type { ConsultationId } from '#core/ids.ts'
import {
  billId,
  closesAt,
  consultationId,
  duringWindow,
  exampleConsultation,
  submission,
} from '../support/example-consultation.ts'
import { openPortal, type OpenPortal } from '../support/open-consultation.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
  const other = (id: string, status: 'prepared' | 'withdrawn') =>
    portal.deps.consultations.append(exampleConsultation({ id: id as ConsultationId, status }))
  await Promise.all([other('c-prepared', 'prepared'), other('c-withdrawn', 'withdrawn')])
})

describe('reading', () => {
  it('says that it is up, and which version', async () => {
    const { version: packaged } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(version).toBe(packaged)
    expect((await portal.ask('/api/health')).body).toEqual({ status: 'ok', version })
  })

  it('lists public consultations only, with their state at this instant', async () => {
    const listed = ConsultationList.parse((await portal.ask('/api/consultations')).body).consultations
    expect(listed.map(({ id, state }) => [id, state])).toEqual([[consultationId, 'open']])
    portal.deps.clock.set(closesAt)
    const later = ConsultationList.parse((await portal.ask('/api/consultations')).body).consultations
    portal.deps.clock.set(duringWindow)
    expect(later[0]?.state).toBe('closed')
  })

  it('shows one with its provisions, its notice and the counts of the log', async () => {
    const own = await openPortal()
    await own.submit(submission())
    await own.submit(submission({ provisionId: null }))
    await own.deps.sequence()
    const read = ConsultationDetail.parse((await own.ask(`/api/consultations/${consultationId}`)).body)
    expect(read.noticeVersion).toBe('2026-1')
    expect(read.draft.provisions.length).toBeGreaterThan(3)
    expect(read.tallies).toMatchObject({ received: 2, byArticle: { 'art-24': 1, '': 1 } })
  })

  it('hides prepared and withdrawn consultations', async () => {
    for (const id of ['c-prepared', 'c-withdrawn', 'c-none', 'NOT%20AN%20ID'])
      expect((await portal.ask(`/api/consultations/${id}`)).status).toBe(404)
  })

  it('shows a bill with its public drafts and consultations, and hides one with nothing public', async () => {
    const bill = PublicBill.parse((await portal.ask(`/api/bills/${billId}`)).body)
    expect(bill.consultations.map(({ id }) => id)).toEqual([consultationId])
    expect(bill.drafts).toHaveLength(1)
    const { bills } = PublicBillList.parse((await portal.ask('/api/bills')).body)
    expect(bills).toEqual([bill])
    expect((await portal.ask('/api/bills/none')).status).toBe(404)
  })

  it('lists nothing once the only consultation is withdrawn', async () => {
    const own = await openPortal()
    const held = await own.deps.consultations.get(consultationId)
    await own.deps.consultations.transition('withdraw', { ...held, status: 'withdrawn' }, duringWindow)
    expect((await own.ask('/api/consultations')).body).toEqual({ consultations: [] })
  })
})

describe('every answer', () => {
  it('carries a request id and the headers that keep a browser safe', async () => {
    const { headers } = await portal.ask('/api/health')
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{12}$/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toContain('max-age=')
  })

  it('that refuses is a problem in the language of the reader', async () => {
    const zh = await portal.ask('/api/nothing')
    expect(zh.status).toBe(404)
    expect(zh.headers.get('content-type')).toContain('application/problem+json')
    expect(zh.body).toMatchObject({ code: 'not-found', title: '没有找到', status: 404 })
    expect(zh.body['type']).toBe('https://test.kaimen.example/problems/not-found')
    const en = await portal.ask('/api/nothing', { headers: { 'accept-language': 'en-GB,zh;q=0.5' } })
    expect(en.body['title']).toBe('Not found')
    const both = await portal.ask('/api/nothing', {
      headers: { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' },
    })
    expect(both.body['title']).toBe('没有找到')
  })

  it('to a wrong method names the right ones', async () => {
    const answer = await portal.ask('/api/receipts', { method: 'DELETE' })
    expect([answer.status, answer.body['code'], answer.headers.get('allow')]).toEqual([
      405,
      'method-not-allowed',
      'POST',
    ])
  })

  it('to a browser is a page, and each problem has one that explains it', async () => {
    const page = await portal.ask('/say/none/whole', { headers: { accept: 'text/html' } })
    expect(page.status).toBe(404)
    expect(page.text).toContain('<h1>没有找到</h1>')
    const explained = await portal.ask('/problems/receipt-code-taken')
    expect(explained.text).toContain('这个回执码已经记着另一条意见')
    expect((await portal.ask('/problems/constructor')).status).toBe(404)
  })
})

describe('the OpenAPI document', () => {
  interface OpenApi {
    openapi: string
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    components: { schemas: Record<string, unknown> }
  }
  it('is 3.1, and every reference in it resolves', async () => {
    const { body, text } = await portal.ask('/api/openapi.json')
    const document = body as unknown as OpenApi
    expect(document.openapi).toMatch(/^3\.1\./)
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(refs.length).toBeGreaterThan(10)
    for (const name of refs) expect(document.components.schemas).toHaveProperty(String(name))
    expect(text).not.toContain('"$ref":"#/$defs')
  })

  it('names exactly the routes of the API', () => {
    const registered = portal.app.routes
      .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
      .map(({ path, method }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const described = publicRoutes.map(({ method, path }) => `${method} ${path}`)
    // Behind the address in a letter's header stands a mail program, not a script.
    const others = [
      'get /api/openapi.json',
      'get /api/answer-mail/one-click',
      'post /api/answer-mail/one-click',
    ]
    expect(new Set(registered)).toEqual(new Set([...described, ...others]))
  })
})
