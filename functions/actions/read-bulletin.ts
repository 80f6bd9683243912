import type { BulletinPreview, OfficeBulletin } from '#contract/bulletin-api.ts'
import type { BulletinDraft } from '#core/bulletin-draft.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type ReadinessDeps, readBulletinGround } from './bulletin-readiness.ts'
import { readAnswers } from './read-answers.ts'
import { composeBulletin, suggestedWords } from './compose-bulletin.ts'

/** What reading a bulletin that is being written takes. */
export type BulletinDeps = ReadinessDeps &
  Pick<Deps, 'bulletins' | 'bulletinDrafts' | 'contactPoints' | 'groups' | 'members'>

/** What is said of a correction belongs to one edition; the rest of a draft is carried on to the next. */
export function correctionOf(draft: BulletinDraft | undefined, edition: number): string {
  return draft?.edition === edition ? draft.correction.trim() : ''
}

/** The bulletin as it is being written. Refuses `not-permitted`, `not-found`. */
export async function readBulletin(
  deps: BulletinDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<OfficeBulletin> {
  requirePermission(member, 'consultation.publish')
  const [editions, members, composed] = await Promise.all([
    deps.bulletins.listOf(id),
    deps.members.list(),
    composeNext(deps, member, id, now),
  ])
  const { draft, material, bulletin } = composed
  const editedByName = members.find((known) => known.id === draft?.editedBy)?.name ?? ''
  return {
    ...(draft && {
      draft: { ...draftOf(draft), correction: correctionOf(draft, bulletin.edition), editedByName },
    }),
    suggested: suggestedWords(material, bulletin.rows, deps.settings.utcOffsetMinutes),
    nextEdition: bulletin.edition,
    editions: editions.map(({ edition, publishedAt, correction }) => ({
      edition,
      publishedAt,
      ...(correction !== undefined && { correction }),
    })),
  }
}

function draftOf({ consultationId: _consultation, ...draft }: BulletinDraft) {
  return draft
}

/** The bulletin as it would be published now, of what is decided. Refuses `not-permitted`, `not-found`. */
export async function previewBulletin(
  deps: BulletinDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<BulletinPreview> {
  requirePermission(member, 'consultation.publish')
  const { bulletin, material, latest } = await composeNext(deps, member, id, now)
  const { facts, drafts } = material
  const current = facts.size - facts.superseded().reduce((sum, mark) => sum + mark, 0)
  return {
    bulletin,
    undecided: current - bulletin.rows.length,
    ...(latest && { earlier: latest }),
    asked: drafts.askedText,
    later: drafts.laterTexts.flatMap((text) => {
      const meta = drafts.later.find((draft) => draft.id === text.id)
      return meta ? [{ meta, text }] : []
    }),
  }
}

async function composeNext(deps: BulletinDeps, member: Member, id: ConsultationId, now: Instant) {
  const [ground, contactPoints, latest, draft] = await Promise.all([
    readBulletinGround(deps, member, id),
    deps.contactPoints.list(),
    deps.bulletins.latest(id),
    deps.bulletinDrafts.find(id),
  ])
  const edition = (latest?.edition ?? 0) + 1
  const facts = { edition, publishedAt: now, writing: draft, correction: correctionOf(draft, edition) }
  const material = { ...ground, contactPoints, answers: await readAnswers(deps, id, ground.facts) }
  const { bulletin } = await composeBulletin(deps, material, facts)
  return { draft, material, bulletin, latest }
}
