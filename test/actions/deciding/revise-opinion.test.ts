import { beforeEach, describe, expect, test } from 'vitest'
import type { OpinionId } from '#core/ids.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { listOpinions } from '../../../functions/actions/deciding/list-opinions.ts'
import { readOpinionHistory } from '../../../functions/actions/deciding/read-opinion-history.ts'
import { readReceipt } from '../../../functions/actions/intake/read-receipt.ts'
import { reviseOpinion } from '../../../functions/actions/deciding/revise-opinion.ts'
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
} from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

let scene: DeskScene
let id: OpinionId
let code: string
const now = sceneTimes.during
const collector = aMember('collector', 'collector', eastPoint)

beforeEach(async () => {
  scene = await makeDeskScene()
  const answer = await uploadRows(scene.deps, liaison, sheetRows(2))
  code = answer.rows[0]?.receiptCode ?? ''
  await scene.deps.sequence()
  id = (await current())[0]?.id as OpinionId
})

const subject = (opinionId = id) => ({ consultationId: scene.consultation.id, opinionId })
const revise = (member = liaison, input: Parameters<typeof reviseOpinion>[3] = {}, opinionId = id) =>
  reviseOpinion(scene.deps, member, subject(opinionId), input, now)
const current = async () => (await listOpinions(scene.deps, legislator, scene.consultation.id, {})).opinions
const history = async (member = liaison, opinionId = id) =>
  (await readOpinionHistory(scene.deps, member, scene.consultation.id, opinionId)).revisions

describe('what staff make of an opinion (R9)', () => {
  test('is a new revision: what was said stays to the character, the old one is kept, it counts once', async () => {
    const before = (await current())[0]
    const { verdict, revision } = await revise(liaison, { drafted: '建议第四条增加划定区域的规定。' })
    expect([verdict, revision.supersedes, revision.logged]).toEqual(['stored', id, false])
    await scene.deps.sequence()
    const after = await current()
    expect(after).toHaveLength(2)
    const revised = after.find((opinion) => opinion.id === revision.id)
    expect(revised).toMatchObject({
      drafted: '建议第四条增加划定区域的规定。',
      verbatim: before?.verbatim,
      proponent: before?.proponent,
      channel: before?.channel,
      collectedOn: before?.collectedOn,
      supersedes: [id],
    })
    expect((await scene.deps.opinionLog.head(scene.consultation.id)).tallies).toMatchObject({
      entries: 3,
      received: 2,
    })
  })

  test('is shown as history with who and when, at once, before the log has it', async () => {
    await revise(liaison, { drafted: '第一稿' })
    expect(
      (await history()).map(({ road, drafted, recordedBy, logged }) => [road, drafted, recordedBy, logged]),
    ).toMatchObject([
      ['table', undefined, expect.any(String), true],
      ['desk', '第一稿', 'liaison', false],
    ])
    await scene.deps.sequence()
    const first = (await history()).at(-1)
    await revise(collector, { drafted: '第二稿', reason: '与上位法一致' }, first?.id)
    const revisions = await history(legislator)
    expect(revisions.map(({ drafted }) => drafted)).toEqual([undefined, '第一稿', '第二稿'])
    expect(revisions.at(-1)).toMatchObject({ receivedAt: now, supersedes: first?.id, reason: '与上位法一致' })
  })

  test('by two people at once is a conflict: one is first, the other reads both', async () => {
    const both = await Promise.allSettled([
      revise(liaison, { drafted: '甲的写法' }),
      revise(collector, { drafted: '乙的写法' }),
    ])
    const refused = both.filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ reason: { code: 'changed-meanwhile' } })
    const revisions = await history()
    expect(revisions).toHaveLength(2)
    const theirs = revisions.at(-1)
    await revise(collector, { drafted: `${theirs?.drafted}，再加一句` }, theirs?.id)
    await scene.deps.sequence()
    expect(await current()).toHaveLength(2)
    expect(await history()).toHaveLength(3)
  })

  test('sent twice is stored once, and saying the same again is no revision', async () => {
    expect((await revise(liaison, { drafted: '同一句' })).verdict).toBe('stored')
    expect((await revise(liaison, { drafted: '同一句' })).verdict).toBe('repeated')
    const newest = (await history()).at(-1)?.id
    expect((await revise(liaison, { drafted: '同一句 ' }, newest)).verdict).toBe('repeated')
    expect(await history()).toHaveLength(2)
  })

  test('stands behind a changed row of the table, never beside it', async () => {
    const { revision } = await revise(liaison, { drafted: '台上整理的' })
    await scene.deps.sequence()
    await uploadRows(scene.deps, liaison, [aSheetRow(1, { 原话: '他又改口说了一句。' }), aSheetRow(2)])
    await scene.deps.sequence()
    expect(await current()).toHaveLength(2)
    const revisions = await history()
    expect(revisions.map(({ road }) => road)).toEqual(['table', 'desk', 'table'])
    expect(revisions.at(-1)?.supersedes).toBe(revision.id)
    await expect(revise(collector, { drafted: '改旧的' }, revision.id)).rejects.toThrow('changed-meanwhile')
  })

  test('leaves a table that is sent again a repeat, though the desk worked on its rows since', async () => {
    const changed = [aSheetRow(1, { 原话: '他又改口说了一句。' }), aSheetRow(2)]
    await uploadRows(scene.deps, liaison, changed)
    await revise(liaison, { drafted: '几乎同时，台上也改了旧的' })
    const again = await uploadRows(scene.deps, liaison, changed)
    expect(again).toMatchObject({ repeated: 2, stored: 0, revised: 0, refused: 0 })
  })

  test('is found by the receipt people hold, which says that a newer wording stands', async () => {
    const receipt = () => readReceipt(scene.deps, code, now)
    expect(await receipt()).not.toHaveProperty('revision')
    await revise(liaison, { drafted: '整理后的写法' })
    const said = await receipt()
    expect(said.revision).toEqual({ at: now, drafted: '整理后的写法' })
    expect(said.opinion).not.toHaveProperty('drafted')
  })

  test('is refused for another contact point’s, for a decided one, and to whoever is not there', async () => {
    await expect(revise(westLiaison, { drafted: '别处的' })).rejects.toThrow('not-permitted')
    await expect(history(westLiaison)).rejects.toThrow('not-permitted')
    for (const member of [legislator, admin, auditor, { ...liaison, active: false }])
      await expect(revise(member, {})).rejects.toThrow('not-permitted')
    await expect(revise(liaison, {}, 'A'.repeat(22) as OpinionId)).rejects.toThrow('not-found')
    await expect(revise(liaison, { drafted: '字'.repeat(5001) })).rejects.toMatchObject({
      facts: { fields: [{ field: 'drafted', code: 'too-long' }] },
    })
    const decision = { outcome: 'referred' as const, reason: '转水务' }
    await decideOpinion(scene.deps, legislator, scene.consultation.id, id, decision, 0, now)
    await expect(revise(liaison, { drafted: '晚了' })).rejects.toThrow('transition-refused')
  })
})
