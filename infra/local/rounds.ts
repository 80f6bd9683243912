import { errorFacts, type Telemetry } from '../../functions/telemetry/telemetry.ts'

/** Work that comes again and again inside the portal, as a schedule has it done on AWS. */
export interface Rounds {
  /** Asks for a round now; asked during one, another follows it. */
  start(): void
  /** Resolves when none is under way any more. */
  stop(): Promise<void>
}

/** Begins a round at once and then every `everyMs`, never two at a time. One that fails is an event; the next tries again. */
export function startRounds(
  telemetry: Telemetry,
  {
    app,
    everyMs,
    round,
  }: { app: string; everyMs: number; round: (isStopping: () => boolean) => Promise<void> },
): Rounds {
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted
  let isWanted = false
  let isBusy = false
  let working = Promise.resolve()
  const work = async () => {
    isBusy = true
    while (isWanted && !isStopping()) {
      isWanted = false
      await round(isStopping).catch((error: unknown) =>
        telemetry.emit('unexpected-error', { app, ...errorFacts(error) }),
      )
    }
    isBusy = false
  }
  const start = () => {
    isWanted = true
    if (!isBusy) working = work()
  }
  const timer = setInterval(start, everyMs)
  start()
  return {
    start,
    stop: () => {
      stopping.abort()
      clearInterval(timer)
      return working
    },
  }
}
