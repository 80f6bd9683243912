import type { Me } from '#contract/office-api.ts'
import { instant, type Instant } from '#core/time.ts'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Who is at the desk, and what the deployment fixes. */
export interface Session {
  me: Me
  /** Shortest window without a recorded reason, in days (R13). */
  minimumDays: number
  /** The legislature's time zone, minutes east of UTC. */
  offset: number
}

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === undefined) throw new Error('no session: this screen is shown to signed-in people only')
  return session
}

/** The clock of the desk: the only place in it that reads the computer's. */
export function nowInstant(): Instant {
  return instant(Date.now())
}
