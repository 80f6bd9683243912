import type { stubbedAws } from './support-stubbed-aws.ts'

interface Rounds {
  /** Requests that are given before anything is counted: the code is compiled by then. */
  warmUp: readonly string[]
  rounds: readonly (readonly string[])[]
  /** How many opinions one round takes in. */
  opinions: number
  give: (body: string) => Promise<unknown>
}

/** What taking in one opinion costs: milliseconds of CPU in the best round; writes, their units and bytes on average. */
export async function costOfOne(
  { counts }: Pick<ReturnType<typeof stubbedAws>, 'counts'>,
  { warmUp, rounds, opinions, give }: Rounds,
) {
  for (const body of warmUp) await give(body)
  const before = { ...counts }
  const times: number[] = []
  for (const round of rounds) {
    const began = process.cpuUsage()
    for (const body of round) await give(body)
    const { user, system } = process.cpuUsage(began)
    times.push((user + system) / 1000 / opinions)
  }
  const given = rounds.length * opinions
  return {
    cpuMsPerOpinion: Math.min(...times),
    writesPerOpinion: (counts.writes - before.writes) / given,
    writeUnitsPerOpinion: (counts.writeUnits - before.writeUnits) / given,
    itemBytes: (counts.itemBytes - before.itemBytes) / given,
  }
}
