import * as z from 'zod'
import { answerShards } from '#core/bulletin/answer-shards.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { codeOf } from '#core/deciding/decision-standing.ts'
import { type ConsultationId, OpinionId } from '#core/ids.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import { type AnsweredPlaces, type Bulletins, rowsPerPart } from '#core/bulletin/bulletin-ports.ts'
import { Edition, LongBulletin } from '#core/bulletin/long-bulletin.ts'
import { sha256 } from '#core/sha256.ts'
import { objectKeys } from '#contract/objects.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { getJson, jsonBytes } from './object-json.ts'
import { editionsOf, readShard, type StoredEdition } from './published-answers.ts'

const LongPreviewShape = z.strictObject({ bulletin: LongBulletin, undecided: z.int() })

/** Opinion id → its row, in one or 64 shards, one after the other: only one of them is ever in memory. */
function* shardsOf({ rows }: Bulletin, answered: AnsweredPlaces): Generator<Record<string, BulletinRow>> {
  const places = Uint32Array.from(answered.rows.keys()).filter((place) => answered.rows[place] !== 0)
  // One object holds its rows, so 64 files of answers are enough.
  const count = Math.min(64, answerShards(places.length))
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
  const textOf = async (edition: StoredEdition) => Edition.parse(await getJson(objects, edition.bulletinKey))
  const store = async (c: ConsultationId, edition: number, value: unknown) => {
    const bytes = jsonBytes(value)
    const key = objectKeys.bulletin(c, edition, sha256(bytes).toString('hex'))
    await objects.put(key, bytes)
    return key
  }
  const storeOutcomes = async (c: ConsultationId, edition: number, outcomes: Uint8Array) => {
    const key = objectKeys.bulletinOutcomes(c, edition, sha256(outcomes).toString('hex'))
    await objects.put(key, outcomes)
    return key
  }
  return {
    latest: async (c) => {
      const newest = (await editionsOf(desk, c)).at(-1)
      return newest === undefined ? undefined : textOf(newest)
    },
    listOf: async (c) => Promise.all((await editionsOf(desk, c)).map(textOf)),
    append: async (bulletin, answered) => {
      const { consultationId: c, edition, publishedAt } = bulletin
      const bulletinKey = await store(c, edition, bulletin)
      const answerKeys: string[] = []
      for (const shard of shardsOf(bulletin, answered)) answerKeys.push(await store(c, edition, shard))
      const outcomesKey = await storeOutcomes(c, edition, outcomeBytes(bulletin, answered))
      const stored: StoredEdition = { edition, publishedAt, bulletinKey, answerKeys, outcomesKey }
      await desk.append(deskKeys.bulletin(c, edition), stored)
    },
    ...longEditions(objects),
    appendLong: async (bulletin, outcomes) => {
      const { consultationId: c, edition, publishedAt, writtenBy } = bulletin
      const bulletinKey = await store(c, edition, bulletin)
      const outcomesKey = await storeOutcomes(c, edition, outcomes)
      const parts = { writtenBy, shards: answerShards(bulletin.reconciliation.received) }
      const stored: StoredEdition = { edition, publishedAt, bulletinKey, answerKeys: [], parts, outcomesKey }
      await desk.append(deskKeys.bulletin(c, edition), stored)
    },
    outcomesOf: async (c, ids) => {
      const newest = (await editionsOf(desk, c)).at(-1)
      if (newest === undefined) return undefined
      if (newest.outcomesKey !== undefined) return objects.find(newest.outcomesKey)
      const found = new Map<OpinionId, number>()
      for (const key of newest.answerKeys)
        for (const [id, { outcome }] of Object.entries(await readShard(objects, newest, key)))
          found.set(OpinionId.parse(id), codeOf(outcome))
      const byPlace = new Uint8Array(ids.length)
      for (const [id, place] of ids.placesOf(found.keys())) byPlace[place] = found.get(id) ?? 0
      return byPlace
    },
  }
}

/** The parts of a long edition, before and after it exists. */
function longEditions(
  objects: ObjectStore,
): Pick<Bulletins, 'putRows' | 'putAnswers' | 'rowsOf' | 'putPreview' | 'preview'> {
  return {
    putRows: ({ consultationId, edition, writtenBy }, part, rows) =>
      objects.put(objectKeys.bulletinRows(consultationId, edition, writtenBy, part), jsonBytes(rows)),
    putAnswers: ({ consultationId, edition, writtenBy }, shard, answers) =>
      objects.put(objectKeys.bulletinAnswers(consultationId, edition, writtenBy, shard), jsonBytes(answers)),
    putPreview: async (preview) => {
      const bytes = jsonBytes(preview)
      const { consultationId } = preview.bulletin
      const key = objectKeys.bulletinPreview(consultationId, sha256(bytes).toString('hex'))
      await objects.put(key, bytes)
      return key
    },
    preview: async (key) => LongPreviewShape.parse(await getJson(objects, key)),
    rowsOf: async function* ({ consultationId, edition, writtenBy, count }) {
      for (let part = 0; part * rowsPerPart < count; part += 1) {
        const key = objectKeys.bulletinRows(consultationId, edition, writtenBy, part)
        // Written by this portal a thousand at a time; the shape of each was checked when its edition was made.
        yield* (await getJson(objects, key)) as BulletinRow[]
      }
    },
  }
}
