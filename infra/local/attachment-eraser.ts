import { type EraseDeps, eraseAttachments } from '../../functions/actions/collecting/erase-attachments.ts'
import type { Clock } from '#core/ports.ts'
import type { Telemetry } from '../../functions/telemetry/telemetry.ts'
import { startRounds, type Rounds } from './rounds.ts'

const everyMs = 3_600_000

/** Deletes photos whose time is over, at the start and then every hour, as a Lambda does every day on AWS. */
export function startAttachmentEraser(deps: EraseDeps & { clock: Clock; telemetry: Telemetry }): Rounds {
  const round = async () => {
    const { attachments } = await eraseAttachments(deps, deps.clock.now())
    if (attachments > 0) deps.telemetry.emit('attachments-erased', { attachments })
  }
  return startRounds(deps.telemetry, { app: 'erase-attachments', everyMs, round })
}
