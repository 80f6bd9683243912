import { describe, expect, it } from 'vitest'
import { createPublicApp } from '../../functions/http/public-app.ts'
import { createTelemetry } from '../../functions/telemetry/telemetry.ts'
import { exampleAuthority as authority } from '../support/example-authority.ts'
import { submission } from '../support/example-consultation.ts'
import { openPortal } from '../support/open-consultation.ts'

describe('the record of a request', () => {
  it('names the route and never the address, the text or the code', async () => {
    const { deps, opinionsPath } = await openPortal()
    const lines: string[] = []
    const app = createPublicApp({
      ...deps,
      authority,
      telemetry: createTelemetry((line) => lines.push(line), deps.clock.now),
    })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(submission({ contact: '13800000000', verbatim: '秘密的话' }))
    const given = await app.request(opinionsPath, { method: 'POST', headers, body })
    const { receiptCode } = (await given.json()) as { receiptCode: string }
    await app.request('/api/receipts', { method: 'POST', headers, body: JSON.stringify({ receiptCode }) })
    await app.request('/api/secret-address?x=1')
    const routes = lines.map((line) => JSON.parse(line) as { event: string; route?: string })
    expect(routes.filter(({ event }) => event === 'request').map(({ route }) => route)).toEqual([
      '/api/consultations/:consultationId/opinions',
      '/api/receipts',
      expect.not.stringContaining('secret-address'),
    ])
    for (const secret of ['秘密的话', '13800000000', receiptCode, 'secret-address', 'x=1'])
      expect(lines.join('\n')).not.toContain(secret)
  })

  it('answers a bug with a request id that the operators find, and nothing else', async () => {
    const { deps } = await openPortal()
    const lines: string[] = []
    const broken = {
      ...deps,
      authority,
      bills: {
        ...deps.bills,
        list: () => Promise.reject(new Error('老人遛狗 secret')),
      },
      telemetry: createTelemetry((line) => lines.push(line), deps.clock.now),
    }
    const answer = await createPublicApp(broken).request('/api/bills')
    expect(answer.status).toBe(500)
    const problem = (await answer.json()) as { code: string; requestId: string }
    expect(problem.code).toBe('unexpected')
    expect(lines.find((line) => line.includes('unexpected-error'))).toContain(problem.requestId)
    expect(JSON.stringify(problem) + lines.join('')).not.toContain('老人遛狗')
  })
})
