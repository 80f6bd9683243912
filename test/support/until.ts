import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again until there is an answer; the last refusal is shown when time is up. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  withinMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + withinMs
  let last: unknown
  do {
    try {
      const answer = await ask()
      if (answer !== undefined && answer !== false) return answer
    } catch (error) {
      last = error
    }
    await sleep(100)
  } while (Date.now() < deadline)
  throw new Error(`${what}: not within ${withinMs} ms`, { cause: last })
}
