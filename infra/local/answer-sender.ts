import { sendAnswers, type SendDeps } from '../../functions/actions/mail/send-answers.ts'
import type { AnswerSender } from '#core/mail/mail-ports.ts'
import type { Telemetry } from '../../functions/telemetry/telemetry.ts'
import { startRounds } from './rounds.ts'

/** How long a letter nobody could begin waits for the next round. */
const everyMs = 60_000

/** Sends what is due inside the portal, as a Lambda of its own does on AWS: when told to, and every minute. */
export interface LocalSender extends AnswerSender {
  /** Resolves when no letter is under way any more. */
  stop(): Promise<void>
}

/** The sender of the local portal; begins with what a stopped or killed portal left. */
export function startAnswerSender(deps: SendDeps & { telemetry: Telemetry }): LocalSender {
  const round = async (isStopping: () => boolean) => {
    const sent = await sendAnswers(deps, isStopping)
    if (sent.sent + sent.unsure > 0) deps.telemetry.emit('answers-sent', { ...sent })
  }
  const { start, stop } = startRounds(deps.telemetry, { app: 'send-answers', everyMs, round })
  return { start: async () => start(), stop }
}
