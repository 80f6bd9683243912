import { afterAll, beforeAll } from 'vitest'
import { startPortal, type PortalProcess } from '../support/portal-process.ts'
import { officeJourney } from './office-journey.ts'

/* One real portal for every journey: starting one costs more than most of them. */

let portal: PortalProcess | undefined

beforeAll(async () => {
  portal = await startPortal()
})
afterAll(async () => {
  await portal?.stop()
  await portal?.remove()
})

const opened = () => {
  if (portal === undefined) throw new Error('the portal is not open')
  return portal
}

officeJourney(opened)
