import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SequencerMemory } from '../../functions/actions/log/open-log.ts'
import { sequenceOpinions, type SequencerDeps } from '../../functions/actions/log/sequence-opinions.ts'
import { documentClient } from '../../functions/store/document-client.ts'
import { readRecords, scanInbox, type ReadRecords } from '../../functions/store/inbox-scan.ts'
import { openOpinionStream, type OpinionStream } from './opinion-stream.ts'

/** Between two looks at the stream; an opinion is in the log about this much after it was acknowledged. */
const pollMs = 150
/** Between two looks for new shards. */
const shardsMs = 5000
/** After an error of the engine. */
const pauseMs = 1000

/** Does on one machine what Lambda's event source does on AWS. */
export interface StreamPoller {
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

/** What the poller works on. `say` hears what a person running the portal should know. */
export interface PollerOptions {
  dynamo: DynamoDBClient
  opinionsTable: string
  deps: SequencerDeps
  say: (sentence: string) => void
}

/** Moves what was read into the log; throws when the log could not take all of it, so that it is read again. */
function makeIntake({ deps, say }: PollerOptions): (read: ReadRecords) => Promise<void> {
  const memory: SequencerMemory = new Map()
  return async ({ records, unreadable }) => {
    if (unreadable > 0) say(`${unreadable} opinions in the inbox could not be read; this is a bug.`)
    if (records.length === 0) return
    const { failures } = await sequenceOpinions(deps, records, memory)
    if (failures[0] !== undefined) throw failures[0].error
  }
}

/** Takes what every shard has to give; a shard whose records could not be logged keeps its place. */
async function readShards(
  stream: OpinionStream,
  places: Map<string, string | undefined>,
  take: (read: ReadRecords) => Promise<void>,
): Promise<void> {
  for (const [shard, iterator] of places) {
    if (iterator === undefined) continue
    try {
      const { items, next } = await stream.read(iterator)
      await take(readRecords(items))
      places.set(shard, next)
    } catch (error) {
      // an iterator is good for 15 minutes, a record for 24 hours: begin the shard again, repeats are known
      if (!['ExpiredIteratorException', 'TrimmedDataAccessException'].includes((error as Error).name))
        throw error
      places.set(shard, await stream.iteratorAt(shard, 'TRIM_HORIZON'))
    }
  }
}

/** Reads the whole inbox into the log. */
async function catchUp(options: PollerOptions, take: (read: ReadRecords) => Promise<void>): Promise<void> {
  const client = documentClient(options.dynamo)
  for await (const page of scanInbox(client, options.opinionsTable)) await take(page)
}

/** Repeats `turn` until stopped; says the first error of a row of them and gives the engine time. */
async function repeat(
  turn: () => Promise<void>,
  stopped: AbortSignal,
  say: PollerOptions['say'],
): Promise<void> {
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopped }).catch(() => undefined)
  for (let failed = false; !stopped.aborted;) {
    try {
      await turn()
      failed = false
      await pause(pollMs)
    } catch (error) {
      if (!failed && !stopped.aborted)
        say(`The log is waiting (${(error as Error).name}); it goes on by itself.`)
      failed = true
      await pause(pauseMs)
    }
  }
}

/**
 * Starts moving opinions from the inbox into the log. First it opens the stream at its end, then reads the
 * whole inbox, so that nothing put before, in between or while the portal was down is missed, even if the
 * stream no longer has it; then it follows the stream. Resolves when the inbox as found is in the log.
 */
export async function startStreamPoller(options: PollerOptions): Promise<StreamPoller> {
  const stream = await openOpinionStream(options.dynamo, options.opinionsTable)
  const take = makeIntake(options)
  /** Shard → where to read on; `undefined`: read to its end. */
  const places = new Map<string, string | undefined>()
  for (const shard of await stream.shards()) places.set(shard, await stream.iteratorAt(shard, 'LATEST'))

  let isCaughtUp = false
  let shardsSeenAt = Date.now()
  const turn = async () => {
    if (!isCaughtUp) await catchUp(options, take)
    isCaughtUp = true
    if (Date.now() - shardsSeenAt > shardsMs) {
      for (const shard of await stream.shards())
        if (!places.has(shard)) places.set(shard, await stream.iteratorAt(shard, 'TRIM_HORIZON'))
      shardsSeenAt = Date.now()
    }
    await readShards(stream, places, take)
  }
  const stopped = new AbortController()
  await turn().catch(() => options.say('The log could not catch up yet; it tries again by itself.'))
  const following = repeat(turn, stopped.signal, options.say)
  return {
    stop: async () => {
      stopped.abort()
      await following
      stream.close()
    },
  }
}
