import type { GroupMemory } from '../actions/log/follow-groups.ts'
import { keepUp } from '../actions/log/keep-up.ts'
import { errorFacts } from '../telemetry/telemetry.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const deps = await makeLambdaDeps(process.env, openWithClients)
const memory: GroupMemory = new Map()

/** A call of work and what it writes take seconds; with less than this left none is begun. */
const enoughMs = 60_000

/** The Lambda that keeps facts and groups up with the logs; what it has no time for the next round goes on with. */
export async function handler(
  _event: unknown,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> {
  try {
    const kept = await keepUp(deps, memory, () => context.getRemainingTimeInMillis() < enoughMs)
    if (kept.calls > 0) deps.telemetry.emit('kept-up', { ...kept })
  } catch (error) {
    deps.telemetry.emit('unexpected-error', { app: 'keep-up', ...errorFacts(error) })
    throw error
  }
}
