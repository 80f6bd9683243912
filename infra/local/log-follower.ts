import type { GroupMemory } from '../../functions/actions/follow-groups.ts'
import { keepUp, type KeepUpDeps } from '../../functions/actions/keep-up.ts'
import { errorFacts, type Telemetry } from '../../functions/telemetry/telemetry.ts'

const roundMs = 20_000

/** Keeps facts and groups up with the logs inside the portal, as a Lambda of its own does on AWS. */
export function startLogFollower(deps: KeepUpDeps & { telemetry: Telemetry }): { stop(): Promise<void> } {
  const memory: GroupMemory = new Map()
  let isStopping = false
  let isBusy = false
  let working: Promise<void> = Promise.resolve()
  const round = async () => {
    isBusy = true
    try {
      const kept = await keepUp(deps, memory, () => isStopping)
      if (kept.calls > 0) deps.telemetry.emit('kept-up', { ...kept })
    } catch (error) {
      deps.telemetry.emit('unexpected-error', { app: 'keep-up', ...errorFacts(error) })
    } finally {
      isBusy = false
    }
  }
  const timer = setInterval(() => {
    if (!isBusy) working = round()
  }, roundMs)
  working = round()
  return {
    stop: () => {
      isStopping = true
      clearInterval(timer)
      return working
    },
  }
}
