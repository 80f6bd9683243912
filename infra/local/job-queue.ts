/** Jobs done one after the other inside the portal, as a Lambda of their own does on AWS. */
export interface JobQueue<Name> {
  start(name: Name): Promise<void>
  /** Resolves when nothing is done any more; what is under way is left to the next start. */
  stop(): Promise<void>
}

/** `run` is told whether it must stop; what it throws goes to `onError`, and the next one begins. */
export function makeJobQueue<Name>(
  run: (name: Name, isStopping: () => boolean) => Promise<void>,
  onError: (error: unknown) => void,
): JobQueue<Name> {
  const waiting: Name[] = []
  const stopping = new AbortController()
  const { signal } = stopping
  let isBusy = false
  let working = Promise.resolve()
  const work = async () => {
    isBusy = true
    for (let name = waiting.shift(); name !== undefined && !signal.aborted; name = waiting.shift())
      await run(name, () => signal.aborted).catch(onError)
    isBusy = false
  }
  return {
    start: async (name) => {
      waiting.push(name)
      if (!isBusy) working = work()
    },
    stop: () => {
      stopping.abort()
      return working
    },
  }
}
