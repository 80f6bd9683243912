import { PortalError } from '#core/portal-error.ts'

/** A step of the seed that a crash may have left done: doing it again is no fault. */
export async function unlessDone(step: Promise<unknown>): Promise<void> {
  try {
    await step
  } catch (error) {
    const done = error instanceof PortalError && ['already-exists', 'changed-meanwhile'].includes(error.code)
    if (!done) throw error
  }
}
