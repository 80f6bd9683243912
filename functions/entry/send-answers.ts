import type { Context } from 'aws-lambda'
import { sendAnswers } from '../actions/mail/send-answers.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const deps = await makeLambdaDeps(process.env, openWithClients)
/** A letter under way takes a few seconds at most. */
const reserveMs = 20_000

/** The Lambda that sends letters about answers: after each publication, and every few minutes whatever is still due. */
export async function handler(
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  const { mail } = deps
  if (mail === undefined) throw new Error('this function needs a sender of mail')
  const isStopping = () => context.getRemainingTimeInMillis() < reserveMs
  const sent = await sendAnswers({ ...deps, mail }, isStopping)
  deps.telemetry.emit('answers-sent', { ...sent })
  if (sent.unsure > 0) throw new Error('letters were handed over without an answer')
}
