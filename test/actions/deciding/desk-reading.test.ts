import { beforeAll, describe, expect, test } from 'vitest'
import type { OpinionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import type { Instant } from '#core/time.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { listOpinions } from '../../../functions/actions/deciding/list-opinions.ts'
import { readAudit } from '../../../functions/actions/read-audit.ts'
import {
  listOfficeBills,
  listTasks,
  readOfficeConsultation,
} from '../../../functions/actions/deciding/read-office.ts'
import { aSheetRow, sheetRows } from '../../support/batch-file.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import {
  admin,
  aMember,
  auditor,
  eastPoint,
  legislator,
  liaison,
  sceneTimes,
  westLiaison,
  westPoint,
} from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

let scene: DeskScene
const now = sceneTimes.during
const list = (member: Member, filter: Parameters<typeof listOpinions>[3] = {}) =>
  listOpinions(scene.deps, member, scene.consultation.id, filter)

beforeAll(async () => {
  scene = await makeDeskScene()
  const { deps } = scene
  const east = sheetRows(7).with(1, aSheetRow(2, { 条款: '第四条第（二）项', 来源渠道: '入户' }))
  await uploadRows(deps, liaison, east.with(0, aSheetRow(1, { 条款: '' })))
  await deps.sequence()
  await uploadRows(deps, westLiaison, [aSheetRow(1, { 条款: '第三条' }), aSheetRow(2, { 条款: '第四条' })])
  await deps.sequence()
  await uploadRows(deps, liaison, [
    aSheetRow(1, { 条款: '', 原话: '改一句：总体赞成，细处再商量。' }),
    ...east.slice(1),
  ])
  await deps.sequence()
})

describe('opinions at the desk', () => {
  test('are those that stand, each with the revisions it corrected', async () => {
    const { opinions } = await list(legislator)
    expect(opinions).toHaveLength(9)
    const corrected = opinions.filter(({ supersedes }) => supersedes.length > 0)
    expect(corrected).toMatchObject([{ verbatim: '改一句：总体赞成，细处再商量。', provisionLabel: '' }])
    expect(opinions.some(({ id }) => id === corrected[0]?.supersedes[0])).toBe(false)
    expect(JSON.stringify(opinions)).not.toContain('recordedBy')
  })

  test('of an article include those on its paragraphs and items; `whole` are those on the draft', async () => {
    const { opinions } = await list(legislator, { article: 'art-4' })
    expect(opinions).toHaveLength(7)
    expect(opinions.map(({ provisionLabel }) => provisionLabel)).toContain('第四条第（二）项')
    expect((await list(legislator, { article: 'whole' })).opinions).toHaveLength(1)
    expect((await list(legislator, { channel: 'visit' })).opinions).toHaveLength(1)
    expect((await list(legislator, { contactPoint: westPoint })).opinions).toHaveLength(2)
  })

  test('come page by page, each once', async () => {
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await list(legislator, { limit: 4, cursor: cursor ?? undefined })
      expect(page.opinions.length).toBeLessThanOrEqual(4)
      seen.push(...page.opinions.map(({ id }) => id))
      cursor = page.cursor
    } while (cursor !== null)
    expect(seen).toEqual((await list(auditor)).opinions.map(({ id }) => id))
  })

  test('of another contact point are seen by nobody there', async () => {
    const own = await list(westLiaison)
    expect(own.opinions.map(({ contactPoint }) => contactPoint?.id)).toEqual([westPoint, westPoint])
    await expect(list(westLiaison, { contactPoint: eastPoint })).rejects.toThrow('not-permitted')
    expect((await list(aMember('collector', 'c', eastPoint))).opinions).toHaveLength(7)
    for (const member of [admin, aMember('liaison', 'adrift'), { ...legislator, active: false }])
      await expect(list(member)).rejects.toThrow('not-permitted')
  })

  test('that are undecided shrink with every decision', async () => {
    const { opinions } = await list(legislator, { undecided: true })
    const id = opinions[0]?.id as OpinionId
    await decideOpinion(
      scene.deps,
      legislator,
      scene.consultation.id,
      id,
      { outcome: 'referred', reason: '转水务' },
      0,
      '2026-11-10T03:00:00.000Z' as Instant,
    )
    expect((await list(legislator, { undecided: true })).opinions).toHaveLength(opinions.length - 1)
    const decision = (await list(legislator)).opinions.find((held) => held.id === id)?.decision
    expect(decision).toMatchObject({ outcome: 'referred', rev: 1 })
    expect(decision).not.toHaveProperty('decidedBy')
    const { decided, tallies, tasks, laterDrafts } = await readOfficeConsultation(
      scene.deps,
      legislator,
      scene.consultation.id,
      now,
    )
    expect(decided).toBe(1)
    expect(tallies).toMatchObject({
      entries: 10,
      received: 9,
      byContactPoint: { [eastPoint]: 7, [westPoint]: 2 },
    })
    expect(tasks).toHaveLength(2)
    expect(laterDrafts.map((draft) => draft.id)).toEqual(['rb-2'])
  })

  test('name the colleague who decided to colleagues, and to a contact point neither name nor decision', async () => {
    const colleague = { ...aMember('legislator', 'colleague'), name: '周敏' }
    await scene.deps.members.put(colleague, 0)
    const { opinions } = await list(liaison)
    const id = opinions[0]?.id as OpinionId
    const deciding = [scene.deps, colleague, scene.consultation.id, id, { outcome: 'referred' }] as const
    const held = (await list(auditor)).opinions.find((one) => one.id === id)?.decision
    await decideOpinion(...deciding, held?.rev ?? 0, '2026-11-10T03:00:00.000Z' as Instant)
    for (const member of [legislator, auditor]) {
      const told = (await list(member)).opinions.find((one) => one.id === id)?.decision
      expect(told).toMatchObject({ decidedByName: '周敏' })
      expect(told).not.toHaveProperty('decidedBy')
    }
    expect(JSON.stringify(await list(liaison))).not.toMatch(/decided/)
  })
})

describe('tasks and bills', () => {
  test('a contact point sees its own task with what it has brought, a legislator all', async () => {
    const own = await listTasks(scene.deps, westLiaison, now)
    expect(own.tasks).toMatchObject([
      { contactPointId: westPoint, received: 2, state: 'open', billTitle: '云溪市河岸使用条例' },
    ])
    expect((await listTasks(scene.deps, legislator, now)).tasks).toHaveLength(2)
    await expect(listTasks(scene.deps, admin, now)).rejects.toThrow('not-permitted')
    const office = await readOfficeConsultation(scene.deps, westLiaison, scene.consultation.id, now)
    expect(office.tasks.map(({ contactPointId }) => contactPointId)).toEqual([westPoint])
  })

  test('a bill comes with its drafts, oldest first, and its consultations', async () => {
    const { bills } = await listOfficeBills(scene.deps, liaison)
    expect(bills).toMatchObject([
      { drafts: [{ id: 'rb-1' }, { id: 'rb-2' }], consultations: [{ id: 'c-river' }] },
    ])
  })

  test('the trail says who did what, with names and without words', async () => {
    await scene.deps.members.put(legislator, 0)
    const { events } = await readAudit(scene.deps, auditor)
    expect(events[0]).toMatchObject({
      action: 'decision.put',
      memberName: 'legislator',
      facts: { after: 'referred' },
    })
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'bill.create',
        'draft.import',
        'consultation.prepare',
        'consultation.announce',
        'batch.upload',
      ]),
    )
    expect(JSON.stringify(events)).not.toMatch(/居民说|转水务/)
    await expect(readAudit(scene.deps, legislator)).rejects.toThrow('not-permitted')
  })
})
