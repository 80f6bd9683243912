import { objectKeys } from '#contract/objects.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { TableFormat } from '#core/deciding/export-job.ts'
import type { ConsultationId, MemberId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import { articlesOf } from '#core/draft/provision.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import type { Deps } from '#core/ports.ts'
import { openOpinionTable } from '../../functions/actions/table/open-opinion-table.ts'
import { opinionTableWriters } from '../../functions/documents/opinion-table-writers.ts'
import { makePublishedAnswers } from '../../functions/store/published-answers.ts'
import { askedStatute } from '../support/desk-scene-data.ts'

/*
 * Child of the bench `table`: the public edition of a million rows in one format, from a log and a long edition that are
 * made when they are read, to nowhere. Prints CPU seconds and the largest resident memory, the reading of the edition's
 * answers included.
 */

const format = process.argv[2] as TableFormat
const count = Number(process.argv[3])
const id = 'c-bench' as ConsultationId
const draft = parseDraft(askedStatute)
const articles = articlesOf(draft.provisions)
const shards = 4096

/** The first twelve bits name the shard that answers it; the others are spread as a hash's are. */
function idOf(n: number): OpinionId {
  const bytes = Buffer.alloc(16, 7)
  bytes.writeUInt32BE((((n % shards) << 20) | (Math.imul(n, 0x9e3779b1) >>> 12)) >>> 0)
  bytes.writeUInt32BE(n, 12)
  return bytes.toString('base64url') as OpinionId
}

const sayings = [
  '我家住河边三十年了，早晚都去走一走。一刀切不让钓鱼，老人家想不通，能不能划一段出来。',
  '遛狗不牵绳的太多，孩子都不敢去。建议写清楚哪些时间可以遛、必须牵绳，没人管的话写了也没用。',
  '建议把“应当”改成“可以”，小店门口的几张凳子，街坊坐着聊天，没有必要都收走。',
]
const articleAt = (n: number) => articles[(n * 7) % articles.length]
const verbatimOf = (n: number) => `${sayings[n % sayings.length]}（${n}）`

async function* read() {
  for (let n = 0; n < count; n += 1) {
    const provisionId = articleAt(n)?.id ?? null
    const content = {
      provisionId,
      changeType: 'modify',
      verbatim: verbatimOf(n),
      proponent: { kind: 'person', headcount: 1 },
    }
    yield {
      n,
      entry: { id: idOf(n), provisionId, channel: 'web', receivedAt: '2026-11-05T01:00:00.000Z' },
      text: { content, flags: [] },
    } as unknown as LoggedOpinion
  }
}

/** By article, then by place: as bulletins number them. */
function rowNumbers(): Uint32Array {
  const [numbers, order] = [new Uint32Array(count), articles.map(({ id: article }) => article)]
  let row = 0
  for (const article of order)
    for (let n = 0; n < count; n += 1) if (articleAt(n)?.id === article) numbers[n] = row += 1
  return numbers
}

const numbers = rowNumbers()

function rowAt(n: number): BulletinRow {
  const article = articleAt(n)
  return {
    row: numbers[n] as number,
    provisionId: article?.id ?? null,
    provisionLabel: article?.label ?? '',
    changeType: 'modify',
    verbatim: verbatimOf(n),
    channel: 'web',
    proponent: '居民·西街街道',
    outcome: 'partlyAdopted',
    reason: '已在修改稿中规定由区人民政府划定区域和时段，兼顾安全与居民的习惯。',
    sameCount: (n % 7) + 1,
  }
}

const keys = Array.from({ length: shards }, (_, shard) => objectKeys.bulletinAnswers(id, 1, 'b-1', shard))
const shardOf = new Map(keys.map((key, shard) => [key, shard]))
const objects = {
  find: async (key: string) => {
    const answers: Record<string, BulletinRow> = {}
    for (let n = shardOf.get(key) ?? count; n < count; n += shards) answers[idOf(n)] = rowAt(n)
    return Buffer.from(JSON.stringify(answers))
  },
}
const stored = {
  edition: 1,
  publishedAt: '2026-12-02T00:00:00.000Z',
  bulletinKey: 'b',
  answerKeys: [],
  parts: { writtenBy: 'b-1', shards },
}
const draftMeta = { id: 'd-1', billId: 'b-1', stage: 'consultation', datedOn: '2026-10-01', number: 1 }
const none = async () => []
const deps = {
  drafts: { listOf: async () => [draftMeta], text: async () => draft },
  contactPoints: { list: none },
  groups: { head: async () => undefined, listMoves: none },
  publishedAnswers: makePublishedAnswers({ list: async () => [stored] } as never, objects as never),
  opinionLog: { read },
  settings: { utcOffsetMinutes: 480 },
} as unknown as Deps
const consultation = { id, billId: 'b-1', draftId: 'd-1' } as never

const table = await openOpinionTable(deps, consultation, {
  edition: 'public',
  filter: {},
  askedBy: 'm-1' as MemberId,
})
const meta = {
  consultationId: id,
  title: '云溪市河岸使用条例',
  subtitle: '征求意见稿',
  provisionChoices: [],
  edition: 'public' as const,
}
let bytes = 0
for await (const chunk of opinionTableWriters[format](table.rows(), meta)) bytes += chunk.byteLength
await table.close()
if (table.count !== count) throw new Error(`${table.count} rows of ${count}`)
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({ cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, maxRssMb: maxRSS / 1024, bytes }),
)
