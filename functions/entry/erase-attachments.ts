import { eraseAttachments } from '../actions/collecting/erase-attachments.ts'
import { errorFacts } from '../telemetry/telemetry.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const deps = await makeLambdaDeps(process.env, openWithClients)

/** The Lambda of every night: photos of sign-in sheets and recordings whose time is over. */
export async function handler(): Promise<void> {
  try {
    const { attachments } = await eraseAttachments(deps, deps.clock.now())
    if (attachments > 0) deps.telemetry.emit('attachments-erased', { attachments })
  } catch (error) {
    deps.telemetry.emit('unexpected-error', { app: 'erase-attachments', ...errorFacts(error) })
    throw error
  }
}
