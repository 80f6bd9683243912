import type { GroupMemory } from '../../functions/actions/log/follow-groups.ts'
import { keepUp, type KeepUpDeps } from '../../functions/actions/log/keep-up.ts'
import type { Telemetry } from '../../functions/telemetry/telemetry.ts'
import { startRounds, type Rounds } from './rounds.ts'

const everyMs = 20_000

/** Keeps facts and groups up with the logs inside the portal, as a Lambda of its own does on AWS. */
export function startLogFollower(deps: KeepUpDeps & { telemetry: Telemetry }): Rounds {
  const memory: GroupMemory = new Map()
  const round = async (isStopping: () => boolean) => {
    const kept = await keepUp(deps, memory, isStopping)
    if (kept.calls > 0) deps.telemetry.emit('kept-up', { ...kept })
  }
  return startRounds(deps.telemetry, { app: 'keep-up', everyMs, round })
}
