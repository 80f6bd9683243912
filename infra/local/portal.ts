import { openLocalPortal } from './local-portal.ts'
import { readSettings } from './settings.ts'

/** `node infra/local/portal.ts`: the whole portal on one machine, until it is told to stop. */
const stopping = new AbortController()

/** Ctrl-C in a terminal reaches every process of it, and each passes it on: that is one wish, not several. */
const sameWishMs = 2000
let askedAt = 0

/** Stops in order; asked again later, by somebody who cannot wait, at once. Nothing acknowledged is lost by it. */
function stop(): void {
  if (stopping.signal.aborted && Date.now() - askedAt > sameWishMs) process.exit(130)
  if (!stopping.signal.aborted) askedAt = Date.now()
  stopping.abort()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
// Whoever started us through a channel is gone: nobody could stop us any more.
process.on('disconnect', stop)

/** A refusal speaks for itself; anything else is a bug, and whoever mends it needs the place. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.constructor === Error ? error.message : (error.stack ?? error.message)
}

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)

try {
  const close = await openLocalPortal(readSettings(process.env), say, stopping.signal)
  if (!stopping.signal.aborted)
    await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve, { once: true }))
  await close()
  process.exit(0)
} catch (error) {
  if (stopping.signal.aborted) process.exit(0)
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
}
