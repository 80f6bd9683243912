import { commitmentOf } from '#core/log/commitment.ts'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { OpinionContent, OpinionRecord } from '#core/opinion.ts'
import { sha256 } from '#core/sha256.ts'

/** A valid opinion id for any name: tests say `opinionIdFor('a')` and mean the same opinion everywhere. */
export function opinionIdFor(name: string): OpinionId {
  return sha256(`test opinion ${name}`).subarray(0, 16).toString('base64url') as OpinionId
}

/** Content of an opinion; what a test does not care about is filled in. */
export function buildContent(changes: Record<string, unknown> = {}): OpinionContent {
  return OpinionContent.parse({
    consultationId: 'c-waterfront',
    draftId: 'd-1',
    provisionId: 'art-24',
    changeType: 'modify',
    verbatim: '河边遛狗要有个说法，不能一禁了之。',
    proponent: { kind: 'person', category: '居民', headcount: 1 },
    ...changes,
  })
}

/** An inbox record named `name`; `changes` replace fields of the record, `content` those of its content. */
export function buildOpinion(
  name: string,
  changes: Record<string, unknown> = {},
  content: Record<string, unknown> = {},
): OpinionRecord {
  const said = buildContent(content)
  const salt = sha256(`salt ${name}`).subarray(0, 16).toString('base64url')
  return OpinionRecord.parse({
    id: opinionIdFor(name),
    content: said,
    channel: 'web',
    noticeVersion: '2026-1',
    receivedAt: '2026-11-20T08:00:00.000Z',
    flags: [],
    wantsAnswer: false,
    salt,
    commitment: commitmentOf(salt, said),
    contentHash: sha256(JSON.stringify(said)).toString('base64url'),
    ...changes,
  })
}

export const testConsultation = 'c-waterfront' as ConsultationId
