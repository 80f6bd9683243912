import {
  parseReceiptCode,
  printReceiptCode,
  receiptCode,
  receiptCodeBytes,
} from '#core/collecting/receipt.ts'
import type { Collector, StoredOpinion } from './collector.ts'
import { EngineError } from './engine-error.ts'
import { instantOf } from './on-device.ts'
import { checkOpinion, type FieldTrouble } from './opinion-check.ts'
import { opinionIdAsync } from './receipt-id-async.ts'
import type { Records } from './records.ts'
import { sameContent } from './same-content.ts'
import type { World } from './world.ts'

type Content = StoredOpinion['content']
type Start = Parameters<Collector['newOpinion']>[0]

/** A new record under a code of its own or one printed on a slip; on the device before it is shown (R2). */
export async function beginOpinion(
  world: World,
  records: Records,
  noticeVersion: string,
  start: Start,
  slip?: string,
): Promise<StoredOpinion> {
  const drawn = () => receiptCode(world.crypto.getRandomValues(new Uint8Array(receiptCodeBytes)))
  const code = slip === undefined ? drawn() : parseReceiptCode(slip)
  if (code === undefined) throw new EngineError('not-a-code')
  const at = instantOf(world.nowMs())
  const content: Content = {
    provisionId: null,
    changeType: 'general',
    verbatim: '',
    proponent: { kind: 'person', headcount: 1 },
    channel: 'visit',
    noticeVersion: noticeVersion as Content['noticeVersion'],
    collectedAt: at,
    ...(start as Partial<Content> & Pick<Content, 'consultationId' | 'draftId'>),
  }
  const id = await opinionIdAsync(world.crypto, code)
  const opinion: StoredOpinion = {
    id,
    receiptCode: printReceiptCode(code),
    content,
    delivery: { state: 'writing' },
    savedAt: at,
  }
  await records.add('opinion', id, opinion)
  return opinion
}

/**
 * Keeps what is being written; a finished record is a fact and is corrected, not edited (R1). `before` is what the form
 * was filled from: what another window wrote since then is not overwritten unseen.
 */
export async function keepWriting(
  world: World,
  records: Records,
  id: string,
  { content, before }: { content: Content; before: Content | undefined },
): Promise<void> {
  await records.change<StoredOpinion>(id, (now) => {
    if (now.delivery.state !== 'writing') throw new EngineError('finished')
    if (before !== undefined && !sameContent(now.content, before)) throw new EngineError('changed-elsewhere')
    return { ...now, content, savedAt: instantOf(world.nowMs()) }
  })
}

/** Into the queue when nothing is wrong with it; again is harmless. */
export async function finish(world: World, records: Records, id: string): Promise<FieldTrouble[]> {
  let problems: FieldTrouble[] = []
  await records.change<StoredOpinion>(id, (now) => {
    problems = now.delivery.state === 'writing' ? checkOpinion(now.content) : []
    if (now.delivery.state !== 'writing' || problems.length > 0) return undefined
    return { ...now, delivery: { state: 'queued', tries: 0 }, savedAt: instantOf(world.nowMs()) }
  })
  return problems
}

export async function discard(records: Records, id: string): Promise<void> {
  const state = records.find<StoredOpinion>(id)?.delivery.state
  if (state === undefined) return
  if (state !== 'writing' && state !== 'setAside') throw new EngineError('finished')
  await records.remove(id)
}

export async function reopen(records: Records, id: string): Promise<void> {
  await records.change<StoredOpinion>(id, (now) => {
    if (now.delivery.state === 'writing') return undefined
    if (now.delivery.state !== 'setAside') throw new EngineError('finished')
    return { ...now, delivery: { state: 'writing' } }
  })
}

/** Everything of one record for people to read, with its receipt code: it is theirs (row 8). */
export function printOpinion({ receiptCode: code, content, delivery, savedAt }: StoredOpinion): Blob {
  const { proponent, ...rest } = content
  const lines = [
    ['回执码 Receipt code', code],
    ['状态 State', delivery.state],
    ...(delivery.state === 'setAside'
      ? delivery.problems.map(({ field, code }) => ['原因 Reason', `${field} ${code}`.trim()])
      : []),
    ['记下 Saved at', savedAt],
    ['征求意见 Consultation', rest.consultationId],
    ['稿 Draft', rest.draftId],
    ['条款 Provision', rest.provisionId ?? '整部草案 the whole draft'],
    ['所指文字 Quote', rest.quote],
    ['态度 Change type', rest.changeType],
    ['原话 Verbatim', rest.verbatim],
    ['法言法语 Drafted', rest.drafted],
    ['拟改文字 Proposed text', rest.proposedText],
    ['理由 Reason', rest.reason],
    ['提出人 Proponent', Object.values(proponent).join(' ')],
    ['渠道 Channel', rest.channel],
    ['收集时间 Collected at', rest.collectedAt],
    ['告知书 Notice', rest.noticeVersion],
    ['更正 Corrects', rest.supersedes],
  ]
  const text = lines.filter(([, value]) => value !== undefined && value !== '').map((line) => line.join('：'))
  return new Blob([`\ufeff${text.join('\r\n')}\r\n`], { type: 'text/plain;charset=utf-8' })
}
