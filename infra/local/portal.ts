import { openLocalPortal } from './local-portal.ts'
import { readSettings } from './settings.ts'

/** `node infra/local/portal.ts`: the whole portal on one machine, until it is told to stop. */
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)
const stopping = new AbortController()

function stopOnce(): void {
  if (!stopping.signal.aborted) stopping.abort()
}

process.on('SIGINT', stopOnce)
process.on('SIGTERM', stopOnce)
process.on('SIGHUP', stopOnce)
// Whoever started us through a channel is gone: nobody could stop us any more.
process.on('disconnect', stopOnce)

try {
  const portal = await openLocalPortal(readSettings(process.env), say, stopping.signal)
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
  await portal.close()
  process.exit(0)
} catch (error) {
  if (stopping.signal.aborted) process.exit(0)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
