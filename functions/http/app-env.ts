import type { Context } from 'hono'
import type { Authority } from '#contract/authority.ts'
import type { Clock, PortalSettings, Randomness } from '#core/ports.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'

/** What every request carries through the middleware. */
export interface AppEnv {
  Variables: { requestId: string }
}
export type AppContext = Context<AppEnv>

/** What both apps need before they know anything of law-making. */
export interface BaseDeps {
  settings: PortalSettings
  clock: Clock
  randomness: Randomness
  /** Whose portal this is: every page says it. */
  authority: Authority
  telemetry: Telemetry
}
