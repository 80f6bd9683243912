import { beforeEach, describe, expect, test } from 'vitest'
import { correctLineage } from '../../../functions/actions/lineage/correct-lineage.ts'
import { exportComparison } from '../../../functions/actions/lineage/export-comparison.ts'
import { importDraft } from '../../../functions/actions/draft/import-draft.ts'
import { lineageFiles } from '../../../functions/actions/lineage/lineage-files.ts'
import { nameCause, nameCauses } from '../../../functions/actions/lineage/name-cause.ts'
import { readCauses } from '../../../functions/actions/deciding/read-causes.ts'
import { releaseDraft } from '../../../functions/actions/draft/release-draft.ts'
import { owedCauses } from '../../../functions/actions/draft/release-gaps.ts'
import { compareDrafts } from '#core/draft/draft-order.ts'
import type { DraftStage } from '#core/bill.ts'
import type { DraftId, ProvisionId } from '#core/ids.ts'
import type { CalendarDate } from '#core/time.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { laterStatute, legislator, sceneTimes } from '../../support/desk-scene-data.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { wordsOfDocx } from '../../support/words-of-docx.ts'

const { during, after } = sceneTimes
const pair = (from: string, to: string) => ({ fromDraftId: from as DraftId, toDraftId: to as DraftId })

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})

const nextText = laterStatute.replace('每日五时至二十时开放', '每日五时至二十一时开放')
const imported = (id: string, stage: DraftStage, text: string) =>
  importDraft(
    scene.deps,
    legislator,
    scene.later.billId,
    { id: id as DraftId, stage, datedOn: '2026-12-20' as CalendarDate, text },
    during,
  )
async function release(id: string) {
  const { rev } = await scene.deps.drafts.get(id as DraftId)
  return releaseDraft(scene.deps, legislator, id as DraftId, rev, during)
}
async function explainAndRelease(id: string) {
  await nameEveryCause(scene.deps, await scene.deps.drafts.get(id as DraftId))
  return release(id)
}
const owedPairs = async (id: string) =>
  (await owedCauses(scene.deps, legislator, [await scene.deps.drafts.get(id as DraftId)])).map(
    ({ fromDraftId, toDraftId, changed, missing }) =>
      `${fromDraftId}..${toDraftId} ${missing.length}/${changed}`,
  )

describe('a draft released after a later one', () => {
  test('owes its own changes, and what changed from it to the one the public reads already', async () => {
    await imported('rb-3', 'secondReading', nextText)
    await explainAndRelease('rb-3')
    expect(await owedPairs('rb-2')).toEqual(['rb-1..rb-2 6/6', 'rb-2..rb-3 1/1'])
    await expect(release('rb-2')).rejects.toMatchObject({
      code: 'causes-missing',
      facts: { owed: [pair('rb-1', 'rb-2'), { ...pair('rb-2', 'rb-3'), missing: [{ label: '第五条' }] }] },
    })
    expect((await explainAndRelease('rb-2')).publishedAt).toBe(during)
    const between = await readCauses(scene.deps, legislator, {
      billId: scene.later.billId,
      ...pair('rb-1', 'rb-3'),
    })
    expect(between).toMatchObject({ causes: { length: 6 }, carried: [], missing: [] })
  })

  test('that is older than all others owes what changed from it to the first of them', async () => {
    await explainAndRelease('rb-2')
    const { stage, datedOn } = scene.asked
    const text = laterStatute.replace('每日五时至二十时开放', '全天开放')
    const input = { id: 'rb-0' as DraftId, stage, datedOn: '2026-10-01' as CalendarDate, text }
    expect(input.datedOn < datedOn).toBe(true)
    await importDraft(scene.deps, legislator, scene.later.billId, input, during)
    const [owed] = await owedPairs('rb-0')
    expect(owed).toMatch(/^rb-0\.\.rb-1 (\d+)\/\1$/)
    await expect(release('rb-0')).rejects.toThrow('causes-missing')
    await explainAndRelease('rb-0')
    expect(await owedPairs('rb-2')).toEqual([])
  })
})

describe('a draft with another between it and the oldest', () => {
  test('owes what the way does not explain, once each step of it is explained', async () => {
    await explainAndRelease('rb-2')
    await imported('rb-3', 'secondReading', nextText)
    const apart = [{ from: ['art-1' as ProvisionId], to: [] }]
    await correctLineage(scene.deps, legislator, pair('rb-1', 'rb-3'), apart, 0, during)
    expect(await owedPairs('rb-3')).toEqual(['rb-2..rb-3 1/1'])
    await nameEveryCause(scene.deps, await scene.deps.drafts.get('rb-3' as DraftId))
    expect(await owedPairs('rb-3')).toEqual(['rb-1..rb-3 2/8'])
    await explainAndRelease('rb-3')
  })
})

describe('two public drafts with another between them', () => {
  beforeEach(async () => {
    await explainAndRelease('rb-2')
    await imported('rb-3', 'secondReading', nextText)
    const cause = {
      side: 'to' as const,
      provisionId: 'art-5' as ProvisionId,
      kind: 'department' as const,
      sentence: '夏天晚，居民希望多开一小时。',
      decisions: [],
    }
    await nameCauses(scene.deps, legislator, pair('rb-2', 'rb-3'), [cause], during)
    await release('rb-3')
  })

  test('have the causes from the way in the published lineage, each with its step', async () => {
    const drafts = (await scene.deps.drafts.listOf(scene.later.billId)).toSorted(compareDrafts)
    const file = (await lineageFiles(scene.deps, drafts))['lineages/rb-1..rb-3.json']
    expect(file?.causes).toHaveLength(7)
    expect(file?.causes.filter(({ provisionId, side }) => side === 'to' && provisionId === 'art-5')).toEqual([
      {
        side: 'to',
        provisionId: 'art-5',
        kind: 'deliberation',
        sentence: '审议时提出。',
        step: pair('rb-1', 'rb-2'),
      },
      {
        side: 'to',
        provisionId: 'art-5',
        kind: 'department',
        sentence: '夏天晚，居民希望多开一小时。',
        step: pair('rb-2', 'rb-3'),
      },
    ])
  })

  test('have them in the Word file for everybody, and owe nothing at the desk', async () => {
    const { chunks } = await exportComparison(scene.deps, 'public', 'rb-1' as DraftId, 'rb-3' as DraftId)
    const text = await wordsOfDocx(chunks)
    expect(text).toContain('一审稿→二次审议稿　部门意见：夏天晚，居民希望多开一小时。')
    expect(text).toContain('征求意见稿→一审稿　审议意见：审议时提出。')
    const held = await readCauses(scene.deps, legislator, {
      billId: scene.later.billId,
      ...pair('rb-1', 'rb-3'),
    })
    expect(held).toMatchObject({ causes: [], carried: { length: 7 }, missing: [] })
  })
})

describe('a cause whose article belongs to another after a correction', () => {
  const added = { side: 'to' as const, provisionId: 'art-5' as ProvisionId }
  const words = { kind: 'deliberation' as const, sentence: '审议时提出。', decisions: [] }
  const correct = () =>
    correctLineage(
      scene.deps,
      legislator,
      pair('rb-1', 'rb-2'),
      [{ from: ['art-4' as ProvisionId], to: ['art-5' as ProvisionId] }],
      0,
      during,
    )

  test('is kept, and asked about again before the draft is released', async () => {
    await nameEveryCause(scene.deps, scene.later)
    await correct()
    await expect(release('rb-2')).rejects.toMatchObject({
      code: 'causes-missing',
      facts: { owed: [{ changed: 5, missing: [{ ...added, label: '第五条', again: true }] }] },
    })
    const again = { ...added, ...words }
    await expect(
      nameCause(scene.deps, legislator, pair('rb-1', 'rb-2'), again, 0, during),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await nameCause(scene.deps, legislator, pair('rb-1', 'rb-2'), again, 1, after)).toMatchObject({
      ...words,
      rev: 2,
      relation: { from: ['art-4'], to: ['art-5'] },
    })
    expect((await release('rb-2')).publishedAt).toBe(during)
  })

  test('may be said anew in public drafts too, and then stands', async () => {
    await explainAndRelease('rb-2')
    const say = (sentence: string, rev: number) =>
      nameCause(scene.deps, legislator, pair('rb-1', 'rb-2'), { ...added, ...words, sentence }, rev, after)
    await expect(say('改一句。', 1)).rejects.toThrow('draft-is-published')
    await correct()
    expect((await say('改一句。', 1)).rev).toBe(2)
    await expect(say('再改一句。', 2)).rejects.toThrow('draft-is-published')
    const files = await lineageFiles(scene.deps, [scene.asked, scene.later])
    const subjects = files['lineages/rb-1..rb-2.json']?.causes.map(
      ({ side, provisionId }) => `${side} ${provisionId}`,
    )
    // The removed article is no change of its own any more; its cause is kept at the desk and not published.
    expect(subjects).not.toContain('from art-4')
    expect(subjects).toContain('to art-5')
  })

  test('left in two public drafts keeps the next draft from the public', async () => {
    await explainAndRelease('rb-2')
    await correct()
    await imported('rb-3', 'secondReading', nextText)
    expect(await owedPairs('rb-3')).toEqual(['rb-1..rb-2 1/5', 'rb-2..rb-3 1/1'])
  })
})
