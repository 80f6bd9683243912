import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import type { CollectedOpinion, CollectingSession, OpinionAnswer, SyncAnswer } from '#contract/collect-api.ts'
import type { ConsultationId, ContactPointId, MemberId } from '#core/ids.ts'
import { printReceiptCode, receiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { parseReceiptCode } from '#core/collecting/receipt.ts'
import type { CalendarDate, Instant } from '#core/time.ts'
import { consultationId, draftId, duringWindow } from './example-consultation.ts'
import { openOffice, type MemberName, type OfficeCall } from './open-office.ts'

export interface TestDevice {
  id: string
  publicKey: string
  privateKey: ReturnType<typeof generateKeyPairSync>['privateKey']
}

export function aDevice(): TestDevice {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return { id: randomUUID(), publicKey: spki.toString('base64'), privateKey }
}

export const newCode = () => printReceiptCode(receiptCode(randomBytes(15)))
export const idOfCode = (code: string) => opinionIdOf(parseReceiptCode(code)!)

export function collected(changes: Partial<Record<keyof CollectedOpinion, unknown>> = {}): CollectedOpinion {
  return {
    receiptCode: newCode(),
    consultationId,
    draftId,
    provisionId: 'art-24',
    changeType: 'modify',
    verbatim: '晚上九点以后江边的灯太暗，老人走着不放心。',
    proponent: { kind: 'person', category: '居民', headcount: 1 },
    channel: 'visit',
    collectedAt: duringWindow,
    noticeVersion: '2026-1',
    ...changes,
  } as CollectedOpinion
}

export function aSession(changes: Partial<CollectingSession> = {}): CollectingSession {
  return {
    id: randomUUID() as CollectingSession['id'],
    consultationId,
    channel: 'forum',
    place: '江滨社区活动室',
    heldOn: '2096-11-19' as CalendarDate,
    headcount: 23,
    attachments: [],
    ...changes,
  }
}

/** An office whose contact point `cp-hexi` has a task, a station and one enrolled device. */
export async function openCollecting() {
  const office = await openOffice()
  const { deps, ask } = office
  const point = await deps.contactPoints.get('cp-hexi' as ContactPointId)
  const stations = [{ id: 'st-1', name: '江滨社区', area: '江滨' }] as typeof point.stations
  await deps.contactPoints.put({ ...point, stations }, point.rev)
  await deps.tasks.put(
    {
      consultationId: consultationId as ConsultationId,
      contactPointId: 'cp-hexi' as ContactPointId,
      dueOn: '2096-11-30' as CalendarDate,
      note: '请多问问晚上去江边的人。',
      givenBy: 'm-legislator' as MemberId,
      givenAt: duringWindow,
      rev: 0,
    },
    0,
  )
  async function enrol(who: MemberName, device = aDevice(), code?: string) {
    const json = { id: device.id, name: '联系点平板', publicKey: device.publicKey, ...(code && { code }) }
    return { device, answer: await ask(who, 'POST', '/office/api/devices', { json }) }
  }
  const { device } = await enrol('collector')

  /** Sends as the collector's device does; `call` and the rest change one thing. */
  async function sync(
    opinions: unknown[],
    more: {
      who?: MemberName
      device?: string
      sentAt?: Instant
      sessions?: unknown[]
      call?: OfficeCall
    } = {},
  ) {
    const { who = 'collector', sentAt = deps.clock.now(), sessions = [] } = more
    const json = { deviceId: more.device ?? device.id, sentAt, sessions, opinions }
    const answer = await ask(who, 'POST', '/office/api/opinions', { json, ...more.call })
    return { ...answer, body: answer.body as unknown as SyncAnswer }
  }
  async function syncOne(opinion: unknown, more?: Parameters<typeof sync>[1]): Promise<OpinionAnswer> {
    const { body, status, text } = await sync([opinion], more)
    if (status !== 200) throw new Error(`sync answered ${status} ${text}`)
    return body.opinions[0]!
  }
  /** How often an opinion stands in the inbox: once or not at all. */
  const held = (code: string) => deps.inbox.find(idOfCode(code))
  return { ...office, device, enrol, sync, syncOne, held }
}
export type OpenCollecting = Awaited<ReturnType<typeof openCollecting>>
