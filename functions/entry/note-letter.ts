import { noteLetter } from '../actions/draft/note-letter.ts'
import { letterEvent } from '../store/ses-event.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const deps = await makeLambdaDeps(process.env, openWithClients)

/** The Lambda that hears from SES what became of letters. */
export async function handler(event: unknown): Promise<void> {
  const told = letterEvent(event)
  if (told !== undefined) await noteLetter(deps, told.key, told.fate, deps.clock.now())
}
