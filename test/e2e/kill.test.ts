import { randomBytes } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { receiptCode } from '#core/collecting/receipt.ts'
import { PortalClient } from '../support/portal-client.ts'
import { startPortal, type PortalProcess } from '../support/portal-process.ts'
import { until } from '../support/until.ts'
import { openShortConsultation } from './short-consultation.ts'

let portal: PortalProcess | undefined

afterAll(async () => {
  await portal?.stop()
  await portal?.remove()
})

interface Receipt {
  state: string
  proof?: { index: number; size: number }
}

const askReceipt = (client: PortalClient, code: string) =>
  client.read<Receipt>('/api/receipts', { json: { receiptCode: code } })

/** Sends opinions as fast as the portal takes them until it is gone; answers the codes it acknowledged. */
async function sendUntilGone(client: PortalClient, consultationId: string, noticeVersion: string) {
  const acknowledged: string[] = []
  const sent: string[] = []
  let gone = false
  const sender = async () => {
    while (!gone) {
      const code = receiptCode(randomBytes(15))
      sent.push(code)
      const json = {
        receiptCode: code,
        provisionId: 'art-4',
        changeType: 'modify',
        verbatim: `第${sent.length}条意见`,
        noticeVersion,
      }
      const answer = await client
        .send(`/api/consultations/${consultationId}/opinions`, { json })
        .then(async (response) => ({ status: response.status, body: await response.text() }))
        .catch(() => undefined)
      if (answer === undefined) gone = true
      else if (answer.status === 201) acknowledged.push(code)
      else throw new Error(`an opinion was answered ${answer.status}: ${answer.body}`)
    }
  }
  const all = Promise.all(Array.from({ length: 8 }, sender))
  return { acknowledged, sent, all }
}

test('kill -9 in the middle of a storm loses no acknowledged opinion and logs each once', async () => {
  portal = await startPortal({ demo: false })
  const client = new PortalClient(portal.origin)
  const legislator = await new PortalClient(portal.origin).signIn('legislator')
  const { id } = await openShortConsultation(legislator, { openMs: 600_000, name: 'storm' })
  const { noticeVersion } = await client.read<{ noticeVersion: string }>(`/api/consultations/${id}`)

  let acknowledged: string[] = []
  let sent: string[] = []
  for (const waitFor of [150, 120]) {
    const storm = await sendUntilGone(client, id, noticeVersion)
    await until('a storm of opinions', async () => storm.acknowledged.length >= waitFor, 60_000)
    await portal.kill9()
    await storm.all
    acknowledged = [...acknowledged, ...storm.acknowledged]
    sent = [...sent, ...storm.sent]
    portal = await portal.restart()
  }

  const places = new Set<number>()
  for (const code of acknowledged) {
    const { proof } = await until(`the place of ${acknowledged.indexOf(code)}`, async () => {
      const receipt = await askReceipt(client, code)
      return receipt.proof && receipt
    })
    places.add(proof?.index ?? -1)
  }
  expect(places.size).toBe(acknowledged.length)

  // Some were written without the answer getting out: they count too, but nothing else does.
  const { tallies } = await client.read<{ tallies: { received: number; entries: number } }>(
    `/api/consultations/${id}`,
  )
  expect(tallies.entries).toBe(tallies.received)
  expect(tallies.received).toBeGreaterThanOrEqual(acknowledged.length)
  expect(tallies.received).toBeLessThanOrEqual(sent.length)
})

test('a session and a place in the log survive a clean stop and a new start', async () => {
  if (portal === undefined) throw new Error('no portal')
  const legislator = await new PortalClient(portal.origin).signIn('legislator')
  const before = await legislator.read('/office/api/bills')
  expect(await portal.stop()).toBe(0)
  portal = await portal.restart()
  expect(await legislator.read('/office/api/bills')).toEqual(before)
})
