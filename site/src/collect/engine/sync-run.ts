import type { OpinionAnswer, SessionAnswer, SyncAnswer, SyncRequest } from '#contract/collect-api.ts'
import type { Delivery, StoredOpinion, Trouble } from './collector.ts'
import {
  instantOf,
  sendable,
  withAttachments,
  type AttachmentOnDevice,
  type SessionOnDevice,
} from './on-device.ts'
import { ask, isSystemic, type Heard, type WholeRequestTrouble } from './portal-line.ts'
import type { Records } from './records.ts'
import type { World } from './world.ts'

/** Polite to slow networks: a request never grows beyond this many characters of JSON. */
const maxRequestChars = 150_000
export const usualBatch = 20

export interface RunContext {
  world: World
  deviceId: string
  records: Records
  /** Locked or closed meanwhile: the run ends before its next request. */
  isOver(): boolean
  /** Opinions and sessions in one request; shrinks when requests time out. */
  batch: { size: number }
  onHeard(answer: { receivedAt: string; sentAtMs: number; heardAtMs: number }): void
  onProgress(done: number): void
}

export type RunEnd = { trouble?: Trouble; retryAfterMs?: number }

function isSyncAnswer(body: unknown): body is SyncAnswer {
  const read = body as Partial<SyncAnswer> | null | undefined
  return typeof read?.receivedAt === 'string' && Array.isArray(read.opinions) && Array.isArray(read.sessions)
}

function post(run: RunContext, part: Pick<SyncRequest, 'sessions' | 'opinions'>): Promise<Heard<SyncAnswer>> {
  const { world, deviceId } = run
  const request = { deviceId, sentAt: instantOf(world.nowMs()), ...part }
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(request) }
  return ask(world, '/office/api/opinions', init, isSyncAnswer)
}

/** What one kind of record needs so that the same loop can send it. */
interface Kind<T> {
  waiting(): T[]
  idOf(record: T): string
  part(records: T[]): Pick<SyncRequest, 'sessions' | 'opinions'>
  answers(answer: SyncAnswer): readonly (OpinionAnswer | SessionAnswer)[]
  mark(record: T, delivery: Delivery): Promise<void>
  triesOf(record: T): number
}

/**
 * Sends everything that waits of one kind, batch by batch. A record leaves the queue only by an answer that names it
 * (rows 2, 3). A batch the portal cannot take is parted until the record at fault stands alone (row 8); a trouble that
 * would meet every record ends the run (row 7).
 */
async function sendKind<T>(run: RunContext, kind: Kind<T>): Promise<RunEnd> {
  const tried = new Set<string>()
  const faulty: { record: T; trouble: WholeRequestTrouble }[] = []
  let gotThrough = false
  for (let done = 0; !run.isOver(); run.onProgress(done)) {
    const batch = nextBatch(kind, tried, run.batch.size)
    if (batch.length === 0) break
    const heard = await post(run, kind.part(batch))
    if (run.isOver()) return {}
    if (!heard.ok) {
      const { trouble } = heard
      if (isSystemic(trouble)) return stopAt(run, kind, batch, heard)
      if (batch.length > 1) run.batch.size = Math.ceil(batch.length / 2)
      else {
        tried.add(kind.idOf(batch[0] as T))
        faulty.push({ record: batch[0] as T, trouble })
      }
      continue
    }
    run.onHeard({ receivedAt: heard.body.receivedAt, ...heard })
    const named = await settle(kind, batch, heard.body)
    if (named === 0) return stopAt(run, kind, batch, { ok: false, trouble: 'captive-portal' })
    for (const record of batch) tried.add(kind.idOf(record))
    gotThrough = true
    done += batch.length
    const isQuick = heard.heardAtMs - heard.sentAtMs < run.world.patienceMs / 4
    if (isQuick) run.batch.size = Math.min(usualBatch, run.batch.size * 2)
  }
  return settleFaulty(kind, faulty, gotThrough)
}

/** Records that failed alone are set aside when others got through or they are too large; else the fault may be the portal's. */
async function settleFaulty<T>(
  kind: Kind<T>,
  faulty: { record: T; trouble: WholeRequestTrouble }[],
  gotThrough: boolean,
): Promise<RunEnd> {
  let end: RunEnd = {}
  for (const { record, trouble } of faulty) {
    const isItsOwn = gotThrough || trouble === 'too-large'
    const problems = [{ field: '', code: trouble, facts: {} }]
    if (isItsOwn) await kind.mark(record, { state: 'setAside', problems, conflict: false })
    else {
      await kind.mark(record, { state: 'queued', trouble, tries: kind.triesOf(record) + 1 })
      end = { trouble }
    }
  }
  return end
}

function nextBatch<T>(kind: Kind<T>, tried: ReadonlySet<string>, size: number): T[] {
  const batch: T[] = []
  let chars = 0
  for (const record of kind.waiting()) {
    if (tried.has(kind.idOf(record))) continue
    chars += JSON.stringify(record).length
    if (batch.length >= size || (batch.length > 0 && chars > maxRequestChars)) break
    batch.push(record)
  }
  return batch
}

async function stopAt<T>(
  run: RunContext,
  kind: Kind<T>,
  batch: T[],
  { trouble, retryAfterMs }: Extract<Heard<never>, { ok: false }>,
): Promise<RunEnd> {
  if (trouble === 'timeout') run.batch.size = Math.max(1, Math.floor(run.batch.size / 2))
  const mark = (record: T) => kind.mark(record, { state: 'queued', trouble, tries: kind.triesOf(record) + 1 })
  await Promise.all(batch.map(mark))
  return { trouble, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

/** Writes each answer to its record; how many of ours were named. An answer that names none of ours changes nothing. */
async function settle<T>(kind: Kind<T>, batch: T[], answer: SyncAnswer): Promise<number> {
  const byId = new Map(kind.answers(answer).map((one) => [one.id as string, one]))
  const work = batch.map(async (record) => {
    const own = byId.get(kind.idOf(record))
    if (own === undefined) {
      if (byId.size > 0)
        await kind.mark(record, {
          state: 'queued',
          trouble: 'not-understood',
          tries: kind.triesOf(record) + 1,
        })
      return 0
    }
    await kind.mark(record, deliveryOf(own, answer.receivedAt, kind.triesOf(record)))
    return 1
  })
  const named = await Promise.all(work)
  return named.reduce<number>((sum, one) => sum + one, 0)
}

function deliveryOf(answer: OpinionAnswer | SessionAnswer, heardAt: string, tries: number): Delivery {
  const { verdict, problems } = answer
  if (verdict === 'conflict') return { state: 'setAside', problems, conflict: true }
  if (verdict === 'refused') {
    // The store's own failure: nothing is wrong with the record.
    if (problems.some(({ code }) => code === 'store-failed'))
      return { state: 'queued', trouble: 'server-error', tries: tries + 1 }
    return { state: 'setAside', problems, conflict: false }
  }
  if (verdict !== 'stored' && verdict !== 'repeated' && verdict !== 'revised' && verdict !== 'quarantined')
    return { state: 'queued', trouble: 'not-understood', tries: tries + 1 }
  const at = ('receivedAt' in answer && answer.receivedAt) || heardAt
  const flags = 'flags' in answer ? answer.flags : []
  const kept = verdict === 'revised' ? 'stored' : verdict
  return {
    state: 'delivered',
    at: at as Extract<Delivery, { state: 'delivered' }>['at'],
    verdict: kept,
    flags,
  }
}

const triesIn = (delivery: Delivery) => (delivery.state === 'queued' ? delivery.tries : 0)

/** Sessions first, because opinions name them; then opinions. */
export async function sendRecords(run: RunContext): Promise<RunEnd> {
  const { records } = run
  const sessions: Kind<SessionOnDevice> = {
    waiting: () =>
      records.list<SessionOnDevice>('session').filter(({ delivery }) => delivery.state === 'queued'),
    idOf: ({ session }) => session.id,
    part: (batch) => {
      const attachments = records.list<AttachmentOnDevice>('attachment')
      return { sessions: batch.map(({ session }) => withAttachments(session, attachments)), opinions: [] }
    },
    answers: (answer) => answer.sessions,
    triesOf: ({ delivery }) => triesIn(delivery),
    mark: async (sent, delivery) => {
      await records.change<SessionOnDevice>(sent.session.id, (now) =>
        // Changed on the device while it was on its way: what stands there now has yet to be sent.
        now.savedAt === sent.savedAt && now.delivery.state === 'queued' ? { ...now, delivery } : undefined,
      )
    },
  }
  const opinions: Kind<StoredOpinion> = {
    waiting: () =>
      records.list<StoredOpinion>('opinion').filter(({ delivery }) => delivery.state === 'queued'),
    idOf: ({ id }) => id,
    part: (batch) => ({ sessions: [], opinions: batch.map(sendable) }),
    answers: (answer) => answer.opinions,
    triesOf: ({ delivery }) => triesIn(delivery),
    mark: async ({ id }, delivery) => {
      await records.change<StoredOpinion>(id, (now) =>
        now.delivery.state === 'queued' ? { ...now, delivery } : undefined,
      )
    },
  }
  const end = await sendKind(run, sessions)
  return end.trouble !== undefined && isSystemic(end.trouble)
    ? end
    : { ...end, ...(await sendKind(run, opinions)) }
}
