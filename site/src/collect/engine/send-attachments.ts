import type { AttachmentAnswer } from '#contract/collect-api.ts'
import type { AttachmentOnDevice } from './on-device.ts'
import { ask, isSystemic } from './portal-line.ts'
import type { Shelf } from './shelf.ts'
import type { RunContext, RunEnd } from './sync-run.ts'
import { openPiece } from './vault.ts'

/** Sends what is missing of every attachment, a piece a request; a break loses one piece at most (OFFLINE row 26). */
export async function sendAttachments(run: RunContext, shelf: Shelf): Promise<RunEnd> {
  for (const { id, of } of run.records.list<AttachmentOnDevice>('attachment')) {
    for (let at = 0; at < of && !run.isOver(); at += 1) {
      const end = await sendPiece(run, shelf, id, at)
      if (end !== 'on') return end
    }
  }
  return {}
}

async function sendPiece(run: RunContext, shelf: Shelf, id: string, at: number): Promise<RunEnd | 'on'> {
  const attachment = run.records.find<AttachmentOnDevice>(id)
  if (attachment === undefined || attachment.refused !== undefined || attachment.sent.includes(at))
    return 'on'
  const piece = await shelf.get('pieces', [id, at])
  if (piece === undefined) return 'on'
  const { of, sessionId, mediaType } = attachment
  const query = new URLSearchParams({ of: String(of), sessionId, mediaType })
  const body = await openPiece(run.records.vault, id, at, piece)
  const headers = { 'content-type': 'application/octet-stream' }
  const path = `/office/api/attachments/${id}/${at}?${query}`
  const isOurs = (answer: unknown): answer is AttachmentAnswer =>
    (answer as Partial<AttachmentAnswer> | null)?.id === id &&
    Array.isArray((answer as AttachmentAnswer).have)
  const heard = await ask(run.world, path, { method: 'PUT', headers, body }, isOurs)
  if (!heard.ok && isSystemic(heard.trouble)) {
    const { trouble, retryAfterMs } = heard
    return { trouble, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
  await run.records.change<AttachmentOnDevice>(id, (now) =>
    heard.ok ? { ...now, sent: heard.body.have } : { ...now, refused: heard.refusal ?? heard.trouble },
  )
  return 'on'
}
