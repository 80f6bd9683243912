import { followStream } from './follow-stream.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

/** The Lambda behind the inbox's stream: one at a time, new opinions only. */
export const handler = followStream(await makeLambdaDeps(process.env, openWithClients))
