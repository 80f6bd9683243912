import type { Consultation } from '#core/consultation.ts'
import { createPublicApp } from '../../functions/http/public-app.ts'
import { silentTelemetry } from '../../functions/telemetry/telemetry.ts'
import { exampleAuthority } from './example-authority.ts'
import {
  billId,
  consultationId,
  draftId,
  duringWindow,
  exampleBill,
  exampleConsultation,
  exampleDraftMeta,
} from './example-consultation.ts'
import { exampleDraft } from './example-law.ts'
import { makeTestDeps, type TestDeps } from './test-portal.ts'

/** Puts a bill with its draft and consultations into a portal. */
export async function addBill(deps: TestDeps, consultations: readonly Consultation[]): Promise<void> {
  await deps.bills.put(exampleBill, 0)
  await deps.drafts.append(
    exampleDraftMeta,
    exampleDraft(draftId, billId, 'consultation', exampleDraftMeta.title),
  )
  for (const consultation of consultations) await deps.consultations.append(consultation)
}

export type Answer = { status: number; headers: Headers; body: Record<string, unknown>; text: string }

/** A portal with one open consultation and its public app. */
export async function openPortal(changes: Partial<Consultation> = {}) {
  const deps = await makeTestDeps({ now: duringWindow })
  await addBill(deps, [exampleConsultation(changes)])
  const app = createPublicApp({ ...deps, authority: exampleAuthority, telemetry: silentTelemetry })

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await app.request(path, init)
    const text = await response.text()
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    const body = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>
    return { status: response.status, headers: response.headers, body, text }
  }
  const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const postForm = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  const opinionsPath = `/api/consultations/${consultationId}/opinions`
  const submit = (body: unknown, headers?: Record<string, string>) => postJson(opinionsPath, body, headers)
  return { deps, app, ask, postJson, postForm, submit, opinionsPath }
}
export type OpenPortal = Awaited<ReturnType<typeof openPortal>>
