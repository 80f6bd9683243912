import { parseDraft } from '#core/draft/parse-draft.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import type { LoggedOpinion } from '#core/log/log-entry.ts'
import type { Deps } from '#core/ports.ts'
import { articlesOf } from '#core/draft/provision.ts'
import { sha256 } from '#core/sha256.ts'
import { spoolOpinions } from '../../functions/actions/table/spool-opinions.ts'
import { askedStatute } from './desk-scene-data.ts'

/*
 * Child of a test: sets aside and reads back a log that no memory holds, and prints what was counted and the most
 * memory that was in use at any of its halts, so that nothing else weighs in. What the process keeps from the machine
 * is no measure of it: that swings by 25 MB from run to run with the moments V8 collects. Every opinion is made when
 * it is read; every tenth corrects the one before it, every third says the same.
 */

const rowsBetweenHalts = 5_000
let mostInUse = 0

function halt(n: number): void {
  if (n % rowsBetweenHalts !== 0) return
  if (globalThis.gc === undefined) throw new Error('run this child with --expose-gc')
  globalThis.gc()
  const { heapUsed, external } = process.memoryUsage()
  mostInUse = Math.max(mostInUse, heapUsed + external)
}

const count = Number(process.argv[2])
const { provisions } = parseDraft(askedStatute)
const articles = articlesOf(provisions)
const idOf = (n: number) => sha256(`opinion ${n}`).toString('base64url').slice(0, 22) as OpinionId

function opinion(n: number): LoggedOpinion {
  const provisionId = articles[(n * 7) % articles.length]?.id ?? null
  const verbatim = n % 3 === 0 ? '同意这一条。' : `第 ${n} 条意见：${'河边要有老人坐的地方。'.repeat(30)}`
  const supersedes = n % 10 === 9 ? { supersedes: idOf(n - 1) } : {}
  return {
    n,
    entry: {
      id: idOf(n),
      provisionId,
      channel: 'web',
      receivedAt: '2026-11-05T01:00:00.000Z',
      ...supersedes,
    },
    text: {
      content: { provisionId, verbatim, changeType: 'general', proponent: { kind: 'person', headcount: 1 } },
      flags: [],
    },
  } as unknown as LoggedOpinion
}

async function* read() {
  for (let n = 0; n < count; n += 1) {
    halt(n)
    yield opinion(n)
  }
}

const ungrouped = { head: async () => undefined, listMoves: async () => [] } as unknown as Deps['groups']
const deps = { opinionLog: { read } as unknown as Deps['opinionLog'], groups: ungrouped }
const spooled = await spoolOpinions(deps, 'c-1' as ConsultationId, { provisions }, () => true)
let rows = 0
let isInOrder = true
let last = -1
let said = 0
const order = new Map(articles.map(({ id }, at) => [id as string, at]))
for await (const { opinion: held, sameCount } of spooled.read()) {
  const at = (order.get(held.entry.provisionId ?? '') ?? -1) * count + held.n
  isInOrder &&= at > last
  last = at
  rows += 1
  halt(rows)
  if (held.text.content.verbatim === '同意这一条。') said = Math.max(said, sameCount)
}
await spooled.close()
const mostInUseMb = mostInUse / 2 ** 20
console.log(JSON.stringify({ count: spooled.count, rows, isInOrder, said, mostInUseMb }))
