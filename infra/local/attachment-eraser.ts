import { type EraseDeps, eraseAttachments } from '../../functions/actions/erase-attachments.ts'
import type { Clock } from '#core/ports.ts'
import { errorFacts, type Telemetry } from '../../functions/telemetry/telemetry.ts'

const hourMs = 3_600_000

/** Deletes photos whose time is over, at the start and then every hour, as a Lambda does every day on AWS. */
export function startAttachmentEraser(deps: EraseDeps & { clock: Clock; telemetry: Telemetry }): {
  stop(): Promise<void>
} {
  const erase = async () => {
    try {
      const { attachments } = await eraseAttachments(deps, deps.clock.now())
      if (attachments > 0) deps.telemetry.emit('attachments-erased', { attachments })
    } catch (error) {
      deps.telemetry.emit('unexpected-error', { app: 'erase-attachments', ...errorFacts(error) })
    }
  }
  let working = erase()
  const timer = setInterval(() => void (working = erase()), hourMs)
  return {
    stop: () => {
      clearInterval(timer)
      return working
    },
  }
}
