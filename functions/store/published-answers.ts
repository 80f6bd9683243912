import * as z from 'zod'
import { answerShardOf } from '#core/bulletin/answer-shards.ts'
import { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { PublishedAnswers } from '#core/bulletin/bulletin-ports.ts'
import { type ConsultationId, OpinionId } from '#core/ids.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import { Instant } from '#core/time.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { getJson } from './object-json.ts'

/** One complete edition: where its text is and where, by the first character of an opinion's id, its answers. */
const StoredEdition = z.strictObject({
  edition: z.int(),
  publishedAt: Instant,
  bulletinKey: z.string(),
  /** One key for a small edition, else 64 in the order of `answerShardOf`; none for a long one. */
  answerKeys: z.array(z.string()),
  /** Of a long edition: under which name its parts are, and into how many files its answers went. */
  parts: z.strictObject({ writtenBy: z.string(), shards: z.int() }).optional(),
  /** A byte an entry of the log; missing in editions of old. */
  outcomesKey: z.string().optional(),
})
export type StoredEdition = z.infer<typeof StoredEdition>

const Answers = z.record(z.string(), BulletinRow)

/** Keys of an edition's answers, shard after shard. */
function answerKeysOf(c: ConsultationId, { edition, answerKeys, parts }: StoredEdition): string[] {
  if (parts === undefined) return answerKeys
  const { writtenBy, shards } = parts
  return Array.from({ length: shards }, (_, shard) =>
    objectKeys.bulletinAnswers(c, edition, writtenBy, shard),
  )
}

/** So many shards are read at once where many are asked for. */
const shardsAtOnce = 16

/** Every complete edition of a consultation, oldest first. */
export function editionsOf(desk: Desk, c: ConsultationId): Promise<StoredEdition[]> {
  return desk.list(StoredEdition, deskKeys.bulletins(c))
}

/** The answers of one shard; of a long edition only those that hold any were stored. */
export async function readShard(
  objects: ObjectStore,
  { parts }: StoredEdition,
  key: string,
): Promise<Record<string, BulletinRow>> {
  if (parts === undefined) return Answers.parse(await getJson(objects, key))
  const bytes = await objects.find(key)
  return bytes === undefined ? {} : Answers.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

/** The answers of some shards, opinion by opinion. */
async function* eachAnswer(
  objects: ObjectStore,
  edition: StoredEdition,
  keys: readonly string[],
): AsyncGenerator<readonly [OpinionId, BulletinRow]> {
  for (let at = 0; at < keys.length; at += shardsAtOnce) {
    const some = keys.slice(at, at + shardsAtOnce).map((key) => readShard(objects, edition, key))
    for (const [id, row] of (await Promise.all(some)).flatMap(Object.entries<BulletinRow>))
      yield [OpinionId.parse(id), row] as const
  }
}

/** Answers of the newest edition; apart from the editions, because residents ask for nothing else of them. */
export function makePublishedAnswers(desk: Desk, objects: ObjectStore): PublishedAnswers {
  const newestOf = async (c: ConsultationId) => (await editionsOf(desk, c)).at(-1)
  return {
    find: async (c, id) => {
      const newest = await newestOf(c)
      if (newest === undefined) return undefined
      const keys = answerKeysOf(c, newest)
      const key = keys[answerShardOf(id, keys.length)]
      const row = key === undefined ? undefined : (await readShard(objects, newest, key))[id]
      return row && { edition: newest.edition, publishedAt: newest.publishedAt, row }
    },
    all: async (c) => {
      const newest = await newestOf(c)
      return newest && eachAnswer(objects, newest, answerKeysOf(c, newest))
    },
    answersTo: async (c, wanted) => {
      const newest = await newestOf(c)
      if (newest === undefined) return undefined
      const keys = answerKeysOf(c, newest)
      const asked = new Set([...wanted].map((id) => answerShardOf(id, keys.length)))
      const read = keys.filter((_, shard) => asked.has(shard))
      const rows = new Map<OpinionId, BulletinRow>()
      for await (const [id, row] of eachAnswer(objects, newest, read)) if (wanted.has(id)) rows.set(id, row)
      return { edition: newest.edition, publishedAt: newest.publishedAt, rows }
    },
  }
}
