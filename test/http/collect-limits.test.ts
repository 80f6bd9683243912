import { beforeAll, describe, expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import { PortalError } from '#core/portal-error.ts'
import { createOfficeApp } from '../../functions/http/office-app.ts'
import { makePace } from '../../functions/http/pace.ts'
import { signIn } from '../../functions/actions/people/sign-in.ts'
import { silentTelemetry } from '../../functions/telemetry/telemetry.ts'
import { exampleAuthority } from '../support/example-authority.ts'
import { testClock } from '../support/test-portal.ts'
import { duringWindow } from '../support/example-consultation.ts'
import { collected, newCode, openCollecting, type OpenCollecting } from '../support/open-collecting.ts'

let office: OpenCollecting
beforeAll(async () => {
  office = await openCollecting()
})

describe('a sending that is too much', () => {
  it('names the limit: a hundred records, two megabytes', async () => {
    const many = await office.sync(Array.from({ length: limits.maxSyncRecords + 1 }, () => 1))
    expect(many.status).toBe(422)
    const large = await office.sync([collected({ verbatim: '长'.repeat(1_000_000) })])
    expect(large.status).toBe(413)
    expect((large.body as never)['facts']).toEqual({ maxBytes: limits.maxSyncBytes })
  })

  it('a device that sends in a loop is told when to come back', () => {
    const clock = testClock(duringWindow)
    const pace = makePace(clock, 3)
    for (let n = 0; n < 3; n += 1) pace('m-1')
    pace('m-2')
    clock.set('2096-11-20T02:00:20.000Z' as never)
    expect(() => pace('m-1')).toThrow(
      expect.objectContaining({ code: 'too-many-requests', facts: { retryAfterSeconds: 40 } }),
    )
    clock.set('2096-11-20T02:01:00.000Z' as never)
    pace('m-1')
  })
})

describe('a store that fails', () => {
  /** The same portal, whose inbox refuses to work now and then. */
  async function withInbox(fails: () => boolean, error: () => Error) {
    const inbox = {
      ...office.deps.inbox,
      append: async (record: never) => {
        if (fails()) throw error()
        return office.deps.inbox.append(record)
      },
    }
    const app = createOfficeApp({
      ...office.deps,
      inbox,
      authority: exampleAuthority,
      oidc: { issuer: '', clientId: '', clientSecret: '' },
      telemetry: silentTelemetry,
    })
    const { cookie } = await signIn(office.deps, 'collector', office.deps.clock.now())
    return (opinions: unknown[]) =>
      app.request('/office/api/opinions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `__Host-kaimen_session=${cookie}` },
        body: JSON.stringify({ deviceId: office.device.id, sentAt: duringWindow, sessions: [], opinions }),
      })
  }
  const busy = () => new PortalError('busy', { store: 'dynamodb' })

  it('for one record answers that one to be sent again, and stores the others', async () => {
    let n = 0
    const send = await withInbox(() => (n += 1) === 2, busy)
    const opinions = [collected(), collected(), collected()]
    const { opinions: answers } = (await (await send(opinions)).json()) as {
      opinions: { verdict: string; problems: { code: string }[] }[]
    }
    expect(answers.filter(({ verdict }) => verdict === 'stored')).toHaveLength(2)
    expect(answers.find(({ verdict }) => verdict === 'refused')?.problems).toMatchObject([
      { code: 'store-failed' },
    ])
    const again = (await (await send(opinions)).json()) as { opinions: { verdict: string }[] }
    expect(again.opinions.map(({ verdict }) => verdict).sort()).toEqual(['repeated', 'repeated', 'stored'])
  })

  it.each<[string, () => Error, number, string]>([
    ['is busy', busy, 503, 'busy'],
    ['is gone', () => new Error('connect ECONNREFUSED'), 500, 'unexpected'],
  ])(
    'for all of them because it %s stops the sender, with a time to come back',
    async (_what, error, status, code) => {
      const send = await withInbox(() => true, error)
      const response = await send([collected(), collected()])
      expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code])
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    },
  )
})

describe('a receipt looked up at the desk', () => {
  it('is answered as the public one is, and the trail does not say which', async () => {
    const receiptCode = newCode()
    await office.syncOne(collected({ receiptCode }))
    const json = { receiptCode: receiptCode.toLowerCase() }
    const { status, body, headers } = await office.ask('liaison', 'POST', '/office/api/opinions/lookup', {
      json,
    })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    const publicly = await office.portal.postJson('/api/receipts', json)
    expect(body).toEqual(publicly.body)
    const events = await office.deps.audit.list(10)
    const event = events.find(({ action }) => action === 'receipt.lookup')
    expect(event).toMatchObject({ action: 'receipt.lookup', subject: 'c-waterfront', memberId: 'm-liaison' })
    expect(JSON.stringify(event)).not.toContain(receiptCode.replaceAll(' ', ''))
    const unknown = await office.ask('liaison', 'POST', '/office/api/opinions/lookup', {
      json: { receiptCode: newCode() },
    })
    expect(unknown.status).toBe(404)
  })
})
