import { expect, test } from 'vitest'
import type { DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import type { CalendarDate } from '#core/time.ts'
import { correctLineage } from '../../../functions/actions/lineage/correct-lineage.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { importDraft } from '../../../functions/actions/draft/import-draft.ts'
import { listOpinions } from '../../../functions/actions/deciding/list-opinions.ts'
import { aSheetRow } from '../../support/batch-file.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { laterStatute, legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const { during } = sceneTimes
const drafts = { fromDraftId: 'rb-1' as DraftId, toDraftId: 'rb-2' as DraftId }
const ids = (...texts: string[]) => texts as ProvisionId[]

async function sceneWithOpinions() {
  const scene = await makeDeskScene()
  const rows = ['第四条', '第三条', '第五条', ''].map((clause, at) =>
    aSheetRow(at + 1, { 条款: clause, 原话: `这是关于“${clause}”的话。` }),
  )
  await uploadRows(scene.deps, liaison, rows)
  await scene.deps.sequence()
  const list = (filter = {}) => listOpinions(scene.deps, legislator, scene.consultation.id, filter)
  return { ...scene, list }
}

test('every opinion says where its article is in the newest draft, and is listed under it (R7)', async () => {
  const scene = await sceneWithOpinions()
  await correctLineage(scene.deps, legislator, drafts, [{ from: ids('art-5'), to: ids('art-5') }], 0, during)
  const { opinions } = await scene.list()
  const told = opinions.map(({ provisionLabel, now }) => [
    provisionLabel,
    now?.kind,
    now?.provisions.map(({ label }) => label).join(),
  ])
  const byArticle = told.toSorted(([a], [b]) => String(a).localeCompare(String(b), 'zh'))
  expect(byArticle).toEqual([
    ['', undefined, undefined],
    ['第三条', 'edited', '第四条'],
    ['第四条', 'removed', ''],
    ['第五条', 'edited', '第五条'],
  ])
  const under = async (article: string) =>
    (await scene.list({ article, newest: true })).opinions.map(({ provisionLabel }) => provisionLabel)
  expect(await under('art-4')).toEqual(['第三条'])
  expect(await under('art-5')).toEqual(['第五条'])
  expect(await under('gone')).toEqual(['第四条'])
  expect(await under('whole')).toEqual([''])
  const asked = await scene.list({ article: 'art-4' })
  expect(asked.opinions.map(({ provisionLabel }) => provisionLabel)).toEqual(['第四条'])
})

test('a decision says where its words are once a still newer draft exists', async () => {
  const { deps, consultation, list, later } = await sceneWithOpinions()
  const [, opinion] = (await list()).opinions
  const resulting = { draftId: later.id, provisionId: 'art-5' as ProvisionId, quote: '划定的区域' }
  const decided = { outcome: 'adopted' as const, reason: '划定区域。', resulting }
  const id = opinion?.id as OpinionId
  await decideOpinion(deps, legislator, consultation.id, id, decided, 0, during)
  const told = async () => (await list()).opinions.find((held) => held.id === id)?.wordsNow
  expect(await told()).toBeUndefined()
  const text = laterStatute.replace(/第五条 (.+)\n\n第六条 (.+)\n/u, '第五条 $2\n\n第六条 $1\n')
  const third = {
    id: 'rb-3' as DraftId,
    stage: 'secondReading' as const,
    datedOn: '2026-12-20' as CalendarDate,
  }
  await importDraft(deps, legislator, later.billId, { ...third, text }, during)
  expect(await told()).toMatchObject({
    draftId: 'rb-3',
    provisions: [{ id: 'art-6', label: '第六条' }],
    quoteStands: true,
  })
})
