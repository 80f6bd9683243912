import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { startPortal, type PortalProcess } from '../support/portal-process.ts'
import { bulletinJourney } from './bulletin-journey.ts'
import { everyPage } from './every-page.ts'
import { groupsJourney } from './groups-journey.ts'
import { officeJourney } from './office-journey.ts'
import { opinionsJourney } from './opinions-journey.ts'
import { paperJourney } from './paper-journey.ts'
import { releaseJourney } from './release-journey.ts'
import { pointJourney } from './point-journey.ts'
import { residentJourney } from './resident-journey.ts'
import { staffJourney } from './staff-journey.ts'
import { uploadJourney } from './upload-journey.ts'

/* One real portal for every journey: starting one costs more than most of them. */

let portal: PortalProcess | undefined
let browser: Browser | undefined

beforeAll(async () => {
  ;[portal, browser] = await Promise.all([startPortal(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await portal?.stop()
  await portal?.remove()
})

const opened = () => {
  if (portal === undefined) throw new Error('the portal is not open')
  return portal
}

const browsing = () => {
  if (browser === undefined) throw new Error('the browser is not open')
  return browser
}

everyPage(opened, browsing)
residentJourney(opened, browsing)
staffJourney(opened, browsing)
officeJourney(opened)
releaseJourney(opened, browsing)
groupsJourney(opened, browsing)
opinionsJourney(opened, browsing)
paperJourney(opened, browsing)
uploadJourney(opened, browsing)
pointJourney(opened, browsing)
bulletinJourney(opened, browsing)
