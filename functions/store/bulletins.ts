import * as z from 'zod'
import { Bulletin, BulletinRow } from '#core/bulletin.ts'
import { codeOf } from '#core/decision-standing.ts'
import { type ConsultationId, OpinionId } from '#core/ids.ts'
import type { ObjectStore } from '#core/log-ports.ts'
import type { AnsweredPlaces, Bulletins, PublishedAnswer } from '#core/bulletin-ports.ts'
import { sha256 } from '#core/sha256.ts'
import { Instant } from '#core/time.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { getJson, jsonBytes } from './object-json.ts'

/** One complete edition: where its text is and where, by the first character of an opinion's id, its answers. */
const StoredEdition = z.strictObject({
  edition: z.number().int(),
  publishedAt: Instant,
  bulletinKey: z.string(),
  /** One key for a small edition, else 64 in the order of `idCharacters`. */
  answerKeys: z.array(z.string()),
  /** A byte an entry of the log; missing in editions of old. */
  outcomesKey: z.string().optional(),
})
type StoredEdition = z.infer<typeof StoredEdition>

const Answers = z.record(z.string(), BulletinRow)

const idCharacters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A receipt page reads one shard; beyond this many answers one file would be too much for it. */
const answersPerShard = 1000

function shardOf(id: OpinionId, shards: number): number {
  return shards === 1 ? 0 : idCharacters.indexOf(id.charAt(0))
}

/** Opinion id → its row, in one or 64 shards, one after the other: only one of them is ever in memory. */
function* shardsOf({ rows }: Bulletin, answered: AnsweredPlaces): Generator<Record<string, BulletinRow>> {
  const places = Uint32Array.from(answered.rows.keys()).filter((place) => answered.rows[place] !== 0)
  const count = places.length <= answersPerShard ? 1 : idCharacters.length
  for (let shard = 0; shard < count; shard += 1) {
    const held: Record<string, BulletinRow> = {}
    for (const place of places) {
      // the first character of an id is its first six bits
      if (count > 1 && answered.ids.firstByte(place) >> 2 !== shard) continue
      const row = rows[(answered.rows[place] as number) - 1]
      if (row === undefined) throw new RangeError(`the bulletin has no row ${answered.rows[place]}`)
      held[answered.ids.at(place)] = row
    }
    yield held
  }
}

/** A byte an entry of the log: how it was answered. */
function outcomeBytes({ rows }: Bulletin, answered: AnsweredPlaces): Uint8Array {
  return Uint8Array.from(answered.rows, (row) => (row === 0 ? 0 : codeOf(rows[row - 1]?.outcome)))
}

/** Published bulletins 采纳情况通报: objects first, then the one item that makes the edition exist. */
export function makeBulletins(desk: Desk, objects: ObjectStore): Bulletins {
  const editions = (c: ConsultationId) => desk.list(StoredEdition, deskKeys.bulletins(c))
  const textOf = async (edition: StoredEdition) => Bulletin.parse(await getJson(objects, edition.bulletinKey))
  const store = async (c: ConsultationId, edition: number, value: unknown) => {
    const bytes = jsonBytes(value)
    const key = objectKeys.bulletin(c, edition, sha256(bytes).toString('hex'))
    await objects.put(key, bytes)
    return key
  }
  return {
    latest: async (c) => {
      const newest = (await editions(c)).at(-1)
      return newest === undefined ? undefined : textOf(newest)
    },
    listOf: async (c) => Promise.all((await editions(c)).map(textOf)),
    append: async (bulletin, answered) => {
      const { consultationId: c, edition, publishedAt } = bulletin
      const bulletinKey = await store(c, edition, bulletin)
      const answerKeys: string[] = []
      for (const shard of shardsOf(bulletin, answered)) answerKeys.push(await store(c, edition, shard))
      const outcomes = outcomeBytes(bulletin, answered)
      const outcomesKey = objectKeys.bulletinOutcomes(c, edition, sha256(outcomes).toString('hex'))
      await objects.put(outcomesKey, outcomes)
      const stored: StoredEdition = { edition, publishedAt, bulletinKey, answerKeys, outcomesKey }
      await desk.append(deskKeys.bulletin(c, edition), stored)
    },
    find: async (c, id): Promise<PublishedAnswer | undefined> => {
      const newest = (await editions(c)).at(-1)
      const key = newest?.answerKeys[shardOf(id, newest.answerKeys.length)]
      if (newest === undefined || key === undefined) return undefined
      const row = Answers.parse(await getJson(objects, key))[id]
      return row && { edition: newest.edition, publishedAt: newest.publishedAt, row }
    },
    answers: async (c, wanted) => {
      const newest = (await editions(c)).at(-1)
      if (newest === undefined) return undefined
      const rows = new Map<OpinionId, BulletinRow>()
      const { answerKeys } = newest
      const asked = wanted && new Set([...wanted].map((id) => shardOf(id, answerKeys.length)))
      for (const [shard, key] of answerKeys.entries()) {
        if (asked?.has(shard) === false) continue
        for (const [id, row] of Object.entries(Answers.parse(await getJson(objects, key))))
          if (wanted?.has(id as OpinionId) !== false) rows.set(OpinionId.parse(id), row)
      }
      return { edition: newest.edition, publishedAt: newest.publishedAt, rows }
    },
    outcomesOf: async (c, ids) => {
      const newest = (await editions(c)).at(-1)
      if (newest === undefined) return undefined
      if (newest.outcomesKey !== undefined) return objects.find(newest.outcomesKey)
      const found = new Map<OpinionId, number>()
      for (const key of newest.answerKeys)
        for (const [id, { outcome }] of Object.entries(Answers.parse(await getJson(objects, key))))
          found.set(OpinionId.parse(id), codeOf(outcome))
      const byPlace = new Uint8Array(ids.length)
      for (const [id, place] of ids.placesOf(found.keys())) byPlace[place] = found.get(id) ?? 0
      return byPlace
    },
  }
}
