import { beforeEach, describe, expect, test } from 'vitest'
import type { BillId, ContactPointId, DraftId, MemberId } from '#core/ids.ts'
import type { CalendarDate, Instant } from '#core/time.ts'
import { createBill } from '../../../functions/actions/draft/create-bill.ts'
import { importDraft } from '../../../functions/actions/draft/import-draft.ts'
import { putContactPoint } from '../../../functions/actions/people/manage-contact-points.ts'
import { listMembers, putMember } from '../../../functions/actions/people/manage-members.ts'
import {
  announceConsultation,
  extendConsultation,
  withdrawConsultation,
} from '../../../functions/actions/draft/move-consultation.ts'
import { prepareConsultation } from '../../../functions/actions/draft/prepare-consultation.ts'
import { previewDraft } from '../../../functions/actions/draft/preview-draft.ts'
import { releaseDraft } from '../../../functions/actions/draft/release-draft.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import {
  admin,
  aMember,
  askedStatute,
  auditor,
  eastPoint,
  laterStatute,
  legislator,
  liaison,
  newConsultation,
  sceneTimes,
} from '../../support/desk-scene-data.ts'

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})
const { before, during, opens, closes, lastMoment } = sceneTimes

describe('a draft', () => {
  const input = { stage: 'secondReading' as const, datedOn: '2026-12-20' as CalendarDate }
  const billId = 'riverbank' as BillId
  const gap = askedStatute.replace('第五条', '第七条')

  test('is previewed from its bytes with problems by line, and nothing is stored', async () => {
    const preview = await previewDraft(Buffer.from(gap))
    expect(preview).toMatchObject({ title: '云溪市河岸使用条例（草案）', articles: 6, encoding: 'utf-8' })
    expect(preview.problems.length).toBeGreaterThan(0)
    expect((await previewDraft(Buffer.from(askedStatute))).problems).toEqual([])
  })

  test('with problems is refused with them, unless a person accepts them', async () => {
    await expect(
      importDraft(scene.deps, legislator, billId, { ...input, text: gap }, during),
    ).rejects.toMatchObject({
      code: 'draft-has-problems',
      facts: { problems: (await previewDraft(Buffer.from(gap))).problems },
    })
    const meta = await importDraft(
      scene.deps,
      legislator,
      billId,
      { ...input, text: gap, acceptProblems: true },
      during,
    )
    expect(meta).toMatchObject({ articles: 6, stage: 'secondReading', rev: 1 })
    expect(meta.id).toMatch(/^d-[2-9a-z]{6}$/)
    expect((await scene.deps.drafts.text(meta.id)).provisions.length).toBeGreaterThan(0)
  })

  test('without a single article is no draft, whatever a person accepts', async () => {
    const nothing = { ...input, text: '关于开会的通知\n\n请按时参加。', acceptProblems: true }
    await expect(importDraft(scene.deps, legislator, billId, nothing, during)).rejects.toThrow(
      'draft-has-problems',
    )
  })

  test('never replaces another one of the same id, and is imported by legislators only', async () => {
    const again = { ...input, id: 'rb-1' as DraftId, text: laterStatute }
    await expect(importDraft(scene.deps, legislator, billId, again, during)).rejects.toThrow('already-exists')
    expect((await scene.deps.drafts.text('rb-1' as DraftId)).stage).toBe('consultation')
    for (const member of [liaison, admin, auditor])
      await expect(
        importDraft(scene.deps, member, billId, { ...input, text: laterStatute }, during),
      ).rejects.toThrow('not-permitted')
  })

  test('is released once; releasing it again changes nothing', async () => {
    await nameEveryCause(scene.deps, scene.later)
    const released = await releaseDraft(scene.deps, legislator, scene.later.id, scene.later.rev, during)
    expect(released.publishedAt).toBe(during)
    expect(await releaseDraft(scene.deps, legislator, scene.later.id, 1, closes)).toEqual(released)
    await expect(releaseDraft(scene.deps, admin, scene.later.id, 1, during)).rejects.toThrow('not-permitted')
  })
})

describe('a consultation', () => {
  const prepare = (
    changes: Partial<ReturnType<typeof newConsultation>> & { shortWindowReason?: string } = {},
  ) => {
    const { id: _, ...input } = newConsultation()
    return prepareConsultation(scene.deps, legislator, { ...input, ...changes }, before)
  }

  test('is prepared with tasks and announced with its draft released', async () => {
    const prepared = await prepare()
    expect(prepared).toMatchObject({ status: 'prepared', noticeVersion: '2026-1', rev: 1 })
    expect(prepared.id).toMatch(/^c-[2-9a-z]{6}$/)
    expect(await scene.deps.tasks.listOf(prepared.id)).toHaveLength(2)
    const announced = await announceConsultation(scene.deps, legislator, prepared.id, prepared.rev, before)
    expect(announced).toMatchObject({ status: 'announced', announcedAt: before, rev: 2 })
    expect((await scene.deps.drafts.get(scene.asked.id)).publishedAt).toBe(before)
    await expect(announceConsultation(scene.deps, legislator, prepared.id, 2, before)).rejects.toThrow(
      'transition-refused',
    )
  })

  test('shorter than the law asks needs a recorded reason (R13)', async () => {
    const closesAt = '2026-11-20T16:00:00.000Z' as Instant
    const short = { closesAt, tasks: [] }
    await expect(prepare(short)).rejects.toMatchObject({
      code: 'window-too-short',
      facts: { minimumDays: 30 },
    })
    expect((await prepare({ ...short, shortWindowReason: '汛期前要施行' })).shortWindowReason).toBe(
      '汛期前要施行',
    )
  })

  test.each([
    ['closesAt', 'closes-before-opening', { closesAt: opens }],
    ['draftId', 'unknown-choice', { billId: 'other' as BillId }],
    [
      'tasks.0.dueOn',
      'due-after-close',
      { tasks: [{ contactPointId: eastPoint, dueOn: '2026-12-04' as CalendarDate, note: '' }] },
    ],
    [
      'tasks.0.dueOn',
      'due-before-opening',
      { tasks: [{ contactPointId: eastPoint, dueOn: '2026-10-31' as CalendarDate, note: '' }] },
    ],
  ])('with a wrong %s is refused: %s', async (field, code, changes) => {
    await createBill(scene.deps, legislator, { id: 'other' as BillId, title: '另一件', summary: '' }, before)
    await expect(prepare(changes)).rejects.toMatchObject({
      code: 'invalid-fields',
      facts: { fields: [{ field, code }] },
    })
  })

  test('may have a task due on its last day, and one per contact point', async () => {
    const task = { contactPointId: eastPoint, dueOn: '2026-12-03' as CalendarDate, note: '' }
    expect((await prepare({ tasks: [task] })).status).toBe('prepared')
    await expect(prepare({ tasks: [task, task] })).rejects.toMatchObject({
      facts: { fields: [{ field: 'tasks.1.contactPointId', code: 'repeated' }] },
    })
    await expect(
      prepare({ tasks: [{ ...task, contactPointId: 'nobody' as ContactPointId }] }),
    ).rejects.toThrow('not-found')
  })

  test('is extended on record until its last millisecond, never shortened', async () => {
    const { deps, consultation } = scene
    const extend = (closesAt: string, now: Instant, readRev = consultation.rev) =>
      extendConsultation(
        deps,
        legislator,
        consultation.id,
        { closesAt: closesAt as Instant, reason: '系统故障' },
        readRev,
        now,
      )
    await expect(extend('2026-12-01T16:00:00.000Z', during)).rejects.toThrow('invalid-fields')
    await expect(extend('2026-12-20T16:00:00.000Z', closes)).rejects.toThrow('transition-refused')
    await expect(extend('2026-12-20T16:00:00.000Z', during, 1)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      facts: { rev: 2 },
    })
    const extended = await extend('2026-12-20T16:00:00.000Z', lastMoment)
    expect(extended.extensions).toEqual([
      { from: closes, to: '2026-12-20T16:00:00.000Z', reason: '系统故障', at: lastMoment },
    ])
  })

  test('is taken back by one of two people at once, never by both', async () => {
    const { deps, consultation } = scene
    const both = await Promise.allSettled(
      [1, 2].map(() => withdrawConsultation(deps, legislator, consultation.id, consultation.rev, during)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is moved by legislators only', async () => {
    const { deps, consultation } = scene
    for (const member of [liaison, admin, auditor, aMember('collector'), { ...legislator, active: false }]) {
      await expect(announceConsultation(deps, member, consultation.id, 2, during)).rejects.toThrow(
        'not-permitted',
      )
      await expect(withdrawConsultation(deps, member, consultation.id, 2, during)).rejects.toThrow(
        'not-permitted',
      )
      await expect(prepareConsultation(deps, member, newConsultation(), during)).rejects.toThrow(
        'not-permitted',
      )
    }
  })
})

describe('members and contact points', () => {
  const input = {
    subject: 's-1',
    name: '新同事',
    role: 'liaison' as const,
    contactPointId: eastPoint,
    active: true,
  }
  const put = (
    id: string,
    changes: Partial<Omit<typeof input, 'role'>> & { role?: typeof input.role | 'admin' | 'auditor' } = {},
    readRev = 0,
  ) => putMember(scene.deps, admin, id as MemberId, { ...input, ...changes }, readRev, during)

  test('a membership is granted, changed with its rev, and ended', async () => {
    const granted = await put('new')
    expect(granted.rev).toBe(1)
    expect((await put('new', { active: false }, 1)).active).toBe(false)
    await expect(put('new', {}, 1)).rejects.toMatchObject({ code: 'changed-meanwhile', facts: { rev: 2 } })
    expect((await listMembers(scene.deps, auditor)).members).toHaveLength(1)
    await expect(listMembers(scene.deps, legislator)).rejects.toThrow('not-permitted')
  })

  test('a liaison has a contact point, an auditor has none, and one sign-in is one member', async () => {
    await put('new')
    await expect(put('other')).rejects.toMatchObject({ code: 'already-exists' })
    for (const changes of [
      { subject: 's-2', contactPointId: undefined },
      { subject: 's-2', role: 'auditor' as const },
    ])
      await expect(put('other', changes as { subject: string })).rejects.toMatchObject({
        facts: { fields: [{ field: 'contactPointId' }] },
      })
    const nowhere = { subject: 's-2', contactPointId: 'nowhere' as ContactPointId }
    await expect(put('other', nowhere)).rejects.toThrow('not-found')
  })

  test('an administrator cannot lock out themselves', async () => {
    const self = { subject: admin.subject, name: 'admin', active: true, role: 'admin' as const }
    const change = (changes: object) =>
      putMember(scene.deps, admin, admin.id, { ...self, ...changes }, 0, during)
    await expect(change({ active: false })).rejects.toMatchObject({
      facts: { fields: [{ field: 'active', code: 'own-membership' }] },
    })
    await expect(change({ role: 'auditor' })).rejects.toMatchObject({
      facts: { fields: [{ field: 'role' }] },
    })
    expect((await change({ name: '管理员' })).name).toBe('管理员')
  })

  test('contact points are changed by administrators only', async () => {
    const point = await scene.deps.contactPoints.get(eastPoint)
    const { id, rev, ...fields } = point
    const changed = await putContactPoint(scene.deps, admin, id, { ...fields, phone: '1' }, rev, during)
    expect(changed).toMatchObject({ phone: '1', rev: 2 })
    await expect(putContactPoint(scene.deps, legislator, id, fields, 2, during)).rejects.toThrow(
      'not-permitted',
    )
  })
})
