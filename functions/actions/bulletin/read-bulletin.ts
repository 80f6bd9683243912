import type { BulletinPreview, OfficeBulletin } from '#contract/bulletin-api.ts'
import { limits } from '#contract/limits.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinDraft } from '#core/bulletin/bulletin-draft.ts'
import type { ConsultationId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Edition } from '#core/bulletin/long-bulletin.ts'
import { PortalError } from '#core/portal-error.ts'
import { requirePermission } from '#core/permissions.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { type BulletinGround, type ReadinessDeps, readBulletinGround } from './bulletin-readiness.ts'
import { readAnswers } from './read-answers.ts'
import { composeBulletin, suggestedWords, toldByRows } from './compose-bulletin.ts'
import { currentCount, isNextLong, toldByStanding } from './long-edition.ts'

/** What reading a bulletin that is being written takes. */
export type BulletinDeps = ReadinessDeps &
  Pick<Deps, 'bulletins' | 'bulletinDrafts' | 'bulletinJobs' | 'contactPoints' | 'groups' | 'members'>

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
  const [editions, members, next] = await Promise.all([
    deps.bulletins.listOf(id),
    deps.members.list(),
    readNext(deps, member, id),
  ])
  const { draft, edition, long, ground } = next
  const told = long ? toldByStanding(ground) : toldByRows((await composeNext(deps, next, now)).bulletin.rows)
  const editedByName = members.find((known) => known.id === draft?.editedBy)?.name ?? ''
  return {
    ...(draft && {
      draft: { ...draftOf(draft), correction: correctionOf(draft, edition), editedByName },
    }),
    suggested: suggestedWords(ground, told, deps.settings.utcOffsetMinutes),
    nextEdition: edition,
    long,
    editions: editions.map(({ edition: each, publishedAt, correction }) => ({
      edition: each,
      publishedAt,
      ...(correction !== undefined && { correction }),
    })),
  }
}

function draftOf({ consultationId: _consultation, ...draft }: BulletinDraft) {
  return draft
}

/**
 * The bulletin as it would be published now, of what is decided; a long one as its newest preview shows it. Refuses
 * `not-permitted`, `not-found`.
 */
export async function previewBulletin(
  deps: BulletinDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<BulletinPreview> {
  requirePermission(member, 'consultation.publish')
  const next = await readNext(deps, member, id)
  const { latest, ground } = next
  const { bulletin, undecided } = next.long
    ? await storedPreview(deps, id)
    : await composedPreview(deps, next, now)
  return { bulletin, undecided, ...(latest && { earlier: latest }), ...textsOf(ground) }
}

async function composedPreview(deps: BulletinDeps, next: Next, now: Instant) {
  const { bulletin } = await composeNext(deps, next, now)
  return { bulletin, undecided: currentCount(next.ground.facts) - bulletin.rows.length }
}

async function storedPreview({ bulletinJobs, bulletins }: BulletinDeps, consultationId: ConsultationId) {
  const job = await bulletinJobs.find({ consultationId, kind: 'preview' })
  if (job?.previewKey === undefined) throw new PortalError('not-found', { kind: 'preview' })
  return bulletins.preview(job.previewKey)
}

function textsOf({ drafts }: BulletinGround) {
  return {
    asked: drafts.askedText,
    later: drafts.laterTexts.flatMap((text) => {
      const meta = drafts.later.find((draft) => draft.id === text.id)
      return meta ? [{ meta, text }] : []
    }),
  }
}

interface Next {
  ground: BulletinGround
  latest: Edition | undefined
  draft: BulletinDraft | undefined
  edition: number
  /** Whether it is a long one. */
  long: boolean
}

async function readNext(deps: BulletinDeps, member: Member, id: ConsultationId): Promise<Next> {
  const [ground, latest, draft] = await Promise.all([
    readBulletinGround(deps, member, id),
    deps.bulletins.latest(id),
    deps.bulletinDrafts.find(id),
  ])
  const long = isNextLong(ground.facts, latest, deps.settings)
  return { ground, latest, draft, edition: (latest?.edition ?? 0) + 1, long }
}

async function composeNext(deps: BulletinDeps, { ground, draft, edition }: Next, now: Instant) {
  const { id } = ground.consultation
  const contactPoints = await deps.contactPoints.list()
  const facts = { edition, publishedAt: now, writing: draft, correction: correctionOf(draft, edition) }
  const material = { ...ground, contactPoints, answers: await readAnswers(deps, id, ground.facts) }
  return composeBulletin(deps, material, facts)
}

/**
 * All rows of the bulletin as it would be published now, for a Word file of them. Refuses `table-too-long` beyond what a
 * word processor opens, before any of them is made.
 */
export async function previewRows(
  deps: BulletinDeps,
  member: Member,
  id: ConsultationId,
  now: Instant,
): Promise<{ bulletin: Bulletin } & Pick<BulletinPreview, 'later'>> {
  requirePermission(member, 'consultation.publish')
  const next = await readNext(deps, member, id)
  const { facts } = next.ground
  const limit = limits.maxBulletinDocumentRows
  if (currentCount(facts) > limit)
    throw new PortalError('table-too-long', { rows: currentCount(facts), limit })
  const { bulletin } = await composeNext(deps, next, now)
  return { bulletin, later: textsOf(next.ground).later }
}
