import { openLocalPortal } from './local-portal.ts'
import { readSettings } from './settings.ts'

/** `node infra/local/portal.ts`: the whole portal on one machine, until it is told to stop. */
const stopping = new AbortController()

/** The first signal stops in order; a second one, from somebody who cannot wait, at once: nothing acknowledged is lost by it. */
function stop(): void {
  if (stopping.signal.aborted) process.exit(130)
  stopping.abort()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
// Whoever started us through a channel is gone: nobody could stop us any more.
process.on('disconnect', () => stopping.abort())

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)

try {
  const close = await openLocalPortal(readSettings(process.env), say, stopping.signal)
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
  await close()
  process.exit(0)
} catch (error) {
  if (stopping.signal.aborted) process.exit(0)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
