import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { PortalClient } from '../support/portal-client.ts'
import { startPortal, type PortalProcess } from '../support/portal-process.ts'
import { collectingAtRest } from './collecting-at-rest.ts'
import { collectingCorrections } from './collecting-corrections.ts'
import { collectingFaults } from './collecting-faults.ts'
import { collectingKilled } from './collecting-killed.ts'
import { collectingScanning } from './collecting-scanning.ts'
import { collectingStanding } from './collecting-standing.ts'
import { collectingAcrossTheClose, collectingTimes } from './collecting-times.ts'
import { collectingTrust } from './collecting-trust.ts'
import type { Field } from './collecting-field.ts'
import { openShortConsultation } from './short-consultation.ts'

/* The collector's app on a real portal in a real browser, each time under another misfortune (OFFLINE.md). */

let portal: PortalProcess | undefined
let field: Field | undefined

beforeAll(async () => {
  const [opened, browser] = await Promise.all([startPortal(), openBrowser()])
  portal = opened
  const client = (login: string) => new PortalClient(opened.origin).signIn(login)
  const liaison = await client('liaison')
  const { contactPoint } = await liaison.read<{ contactPoint: { id: string } }>('/office/api/me')
  const asked = await openShortConsultation(await client('legislator'), {
    name: 'field',
    openMs: 3_600_000,
    contactPointIds: [contactPoint.id],
  })
  field = { portal: opened, browser, asked, contactPointId: contactPoint.id, client }
})
afterAll(async () => {
  await field?.browser.close()
  await portal?.stop()
  await portal?.remove()
})

const opened = (): Field => {
  if (field === undefined) throw new Error('the portal is not open')
  return field
}

const acrossTheClose = collectingAcrossTheClose(opened)
acrossTheClose.written()
collectingFaults(opened)
collectingStanding(opened)
collectingKilled(opened)
collectingAtRest(opened)
collectingTimes(opened)
collectingTrust(opened)
collectingCorrections(opened)
collectingScanning(opened)
acrossTheClose.sent()
