import { type EraseDeps, eraseAttachments } from '../../functions/actions/erase-attachments.ts'
import type { Clock } from '#core/ports.ts'
import { errorFacts, type Telemetry } from '../../functions/telemetry/telemetry.ts'

const hourMs = 3_600_000

/** Deletes photos whose time is over, at the start and then every hour, as a Lambda does every day on AWS. */
export function startAttachmentEraser(deps: EraseDeps & { clock: Clock; log: Telemetry }): {
  stop(): Promise<void>
} {
  let working = Promise.resolve()
  const erase = () => {
    working = eraseAttachments(deps, deps.clock.now()).then(
      ({ attachments }) => {
        if (attachments > 0) deps.log.emit('attachments-erased', { attachments })
      },
      (error: unknown) =>
        deps.log.emit('unexpected-error', { app: 'erase-attachments', ...errorFacts(error) }),
    )
  }
  erase()
  const timer = setInterval(erase, hourMs)
  return {
    stop: () => {
      clearInterval(timer)
      return working
    },
  }
}
