import type { Browser } from 'playwright-core'
import type { PortalClient } from '../support/portal-client.ts'
import type { PortalProcess } from '../support/portal-process.ts'
import type { ShortConsultation } from './short-consultation.ts'

/** What every misfortune of the collector's app happens on. */
export interface Field {
  portal: PortalProcess
  browser: Browser
  /** A consultation that stays open, with a task for the collector's contact point. */
  asked: ShortConsultation
  contactPointId: string
  client(login: string): Promise<PortalClient>
}
