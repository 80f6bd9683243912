import { sendAnswers, type SendDeps } from '../../functions/actions/send-answers.ts'
import type { AnswerSender } from '#core/mail-ports.ts'
import { errorFacts, type Telemetry } from '../../functions/telemetry/telemetry.ts'

/** How long a letter nobody could begin waits for the next round. */
const roundMs = 60_000

/** Sends what is due inside the portal, as a Lambda of its own does on AWS: when told to, and every minute. */
export interface LocalSender extends AnswerSender {
  /** Resolves when no letter is under way any more. */
  stop(): Promise<void>
}

/** Makes the sender of the local portal; begins with what a stopped or killed portal left. */
export function makeAnswerSender(deps: SendDeps & { telemetry: Telemetry }): LocalSender {
  let isStopped = false
  let round = Promise.resolve()
  const send = async () => {
    if (isStopped) return
    try {
      const sent = await sendAnswers(deps, () => isStopped)
      if (sent.sent + sent.unsure > 0) deps.telemetry.emit('answers-sent', { ...sent })
    } catch (error) {
      deps.telemetry.emit('unexpected-error', { app: 'send-answers', ...errorFacts(error) })
    }
  }
  const start = () => {
    round = round.then(send)
    return Promise.resolve()
  }
  const timer = setInterval(() => void start(), roundMs)
  void start()
  return {
    start,
    stop: () => {
      isStopped = true
      clearInterval(timer)
      return round
    },
  }
}
