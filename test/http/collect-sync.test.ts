import { beforeAll, describe, expect, it } from 'vitest'
import { CollectKit } from '#contract/collect-api.ts'
import { consultationId, draftId } from '../support/example-consultation.ts'
import {
  aSession,
  collected,
  idOfCode,
  newCode,
  openCollecting,
  type OpenCollecting,
} from '../support/open-collecting.ts'

let office: OpenCollecting
beforeAll(async () => {
  office = await openCollecting()
})

describe('the kit a collector takes along', () => {
  it('names the member, the contact point with its stations, the tasks and the key to seal for', async () => {
    const { status, body } = await office.ask('collector', 'GET', '/office/api/collect/kit')
    expect(status).toBe(200)
    const kit = CollectKit.parse(body)
    expect(kit.contactPoint).toMatchObject({ id: 'cp-hexi', stations: [{ id: 'st-1' }] })
    expect(kit.member.role).toBe('collector')
    expect(kit.tasks).toMatchObject([{ consultationId, draft: { id: draftId }, status: 'open' }])
    expect(kit.serverTime).toBe(office.deps.clock.now())
  })

  it('of another contact point has none of these tasks', async () => {
    const { body } = await office.ask('otherLiaison', 'GET', '/office/api/collect/kit')
    expect(body['tasks']).toEqual([])
  })
})

describe('a sending', () => {
  it('stores sessions and opinions and answers for each under its own id', async () => {
    const session = aSession({ stationId: 'st-1' as never })
    const opinion = collected({ sessionId: session.id, stationId: 'st-1', drafted: '建议加强夜间照明。' })
    const { status, body } = await office.sync([opinion], { sessions: [session] })
    expect(status).toBe(200)
    expect(body.sessions).toEqual([{ id: session.id, verdict: 'stored', problems: [] }])
    const id = idOfCode(opinion.receiptCode)
    expect(body.opinions).toEqual([
      { id, verdict: 'stored', receivedAt: office.deps.clock.now(), problems: [], flags: [] },
    ])
    expect(await office.deps.inbox.find(id)).toMatchObject({
      contactPointId: 'cp-hexi',
      recordedBy: 'm-collector',
      deviceId: office.device.id,
      sessionId: session.id,
      collectedAt: opinion.collectedAt,
      collectedOn: '2096-11-20',
      content: { verbatim: opinion.verbatim, drafted: '建议加强夜间照明。' },
    })
  })

  it('sent again, in another second, is a repeat with the time of the first', async () => {
    const opinion = collected()
    const first = await office.syncOne(opinion)
    const again = await office.syncOne(opinion, { sentAt: '2096-11-20T01:58:30.000Z' as never })
    expect(again).toEqual({ ...first, verdict: 'repeated' })
  })

  it('with another text under the same receipt code is a conflict, and what stood stays', async () => {
    const receiptCode = newCode()
    await office.syncOne(collected({ receiptCode, verbatim: '第一份' }))
    const answer = await office.syncOne(collected({ receiptCode, verbatim: '第二份' }))
    expect(answer).toMatchObject({ verdict: 'conflict', problems: [{ code: 'receipt-code-taken' }] })
    expect((await office.deps.inbox.find(idOfCode(receiptCode)))?.content.verbatim).toBe('第一份')
  })

  it('of a device nobody enrolled is refused as a whole, with the way out in words', async () => {
    const answer = await office.sync([collected()], { device: '00000000-0000-4000-8000-000000000000' })
    expect([answer.status, (answer.body as never)['code']]).toEqual([409, 'device-not-enrolled'])
  })
})
