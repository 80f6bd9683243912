import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import type { OfficeOpinion } from '#contract/office-api.ts'
import { parseReceiptCode, printReceiptCode, receiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { PortalClient } from './portal-client.ts'

const consultationId = 'c-waterfront'
const newCode = () => printReceiptCode(receiptCode(randomBytes(15)))
const idOf = (code: string) => opinionIdOf(parseReceiptCode(code) ?? receiptCode(new Uint8Array(15)))

/** What a contact point's day leaves behind at a portal with the demo city. */
export interface PointRecords {
  /** Number by which people know the opinion whose two versions passed each other. */
  overtaken: number
  place: string
}

/**
 * A forum with a photo of its sign-in sheet; an opinion the desk worked on while a device corrected it; one from a device
 * that was revoked meanwhile. All of it through the portal's own addresses, as devices and desks send it.
 */
export async function makePointRecords(origin: string): Promise<PointRecords> {
  const collector = await new PortalClient(origin).signIn('collector')
  const liaison = await new PortalClient(origin).signIn('liaison')
  const kit = await collector.read<{
    noticeVersion: string
    tasks: { consultationId: string; draft: { id: string } }[]
  }>('/office/api/collect/kit')
  const draftId = kit.tasks.find((task) => task.consultationId === consultationId)?.draft.id
  const opinion = (code: string, verbatim: string, more: object = {}) => ({
    receiptCode: code,
    consultationId,
    draftId,
    provisionId: null,
    changeType: 'modify',
    verbatim,
    proponent: { kind: 'person', category: '居民', headcount: 1 },
    channel: 'forum',
    collectedAt: new Date().toISOString(),
    noticeVersion: kit.noticeVersion,
    ...more,
  })
  const [kept, revoked] = [await enrol(collector, '书记员的平板'), await enrol(collector, '丢在车上的手机')]
  const send = (deviceId: string, opinions: object[], sessions: object[] = []) =>
    collector.read('/office/api/opinions', {
      json: { deviceId, sentAt: new Date().toISOString(), sessions, opinions },
    })
  const place = '云桥社区老年活动室'
  const session = aSession(place)
  const code = newCode()
  const first = '晚上遛狗的人多，步道窄，老人推着轮椅过不去，能不能分开时间。'
  await send(kept, [opinion(code, first, { sessionId: session.id })], [session])
  await putPhoto(collector, session)
  const taken = await waitFor(liaison, idOf(code))
  await liaison.read(`/office/api/consultations/${consultationId}/opinions/${taken.id}/revisions`, {
    json: { drafted: '建议增加规定：步道按时段划分遛犬和通行。', reason: '方便老人和轮椅通行' },
  })
  const again = '晚上七点到九点遛狗的人多，步道窄，轮椅过不去，能不能错开时间。'
  const later = newCode()
  await send(kept, [opinion(later, again, { supersedes: taken.id, sessionId: session.id })])
  await liaison.read(`/office/api/devices/${revoked}/revoke`, { method: 'POST', json: {} })
  await send(revoked, [opinion(newCode(), '丢手机以前记下的：码头台阶太滑，要铺防滑条。')])
  return { overtaken: (await waitFor(liaison, idOf(later))).n + 1, place }
}

async function enrol(collector: PortalClient, name: string): Promise<string> {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const id = randomUUID()
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  await collector.read('/office/api/devices', { json: { id, name, publicKey: spki } })
  return id
}

function aSession(place: string) {
  const heldOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const attachments = [randomUUID()]
  return { id: randomUUID(), consultationId, channel: 'forum', place, heldOn, headcount: 17, attachments }
}

async function putPhoto(collector: PortalClient, session: ReturnType<typeof aSession>): Promise<void> {
  const query = new URLSearchParams({ of: '1', sessionId: session.id, mediaType: 'image/jpeg' })
  await collector.read(`/office/api/attachments/${session.attachments[0]}/0?${query}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'a photo of a sign-in sheet',
  })
}

/** The opinion once the log has it. */
async function waitFor(liaison: PortalClient, id: string): Promise<OfficeOpinion> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { opinions } = await liaison.read<{ opinions: OfficeOpinion[] }>(
      `/office/api/consultations/${consultationId}/opinions?limit=200`,
    )
    const found = opinions.find((one) => one.id === id)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('the opinion did not reach the log')
}
