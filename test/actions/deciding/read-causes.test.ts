import { expect, test } from 'vitest'
import { limits } from '#contract/limits.ts'
import { Decision } from '#core/deciding/decision.ts'
import type { DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { nameCause } from '../../../functions/actions/lineage/name-cause.ts'
import { readCauses } from '../../../functions/actions/deciding/read-causes.ts'
import { aSheetRow } from '../../support/batch-file.ts'
import { currentOpinions } from '../../support/current-opinions.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const { during } = sceneTimes
const drafts = { fromDraftId: 'rb-1' as DraftId, toDraftId: 'rb-2' as DraftId }
const adopted = (article: string, quote?: string) => ({
  outcome: 'adopted' as const,
  reason: '划定区域。',
  resulting: {
    draftId: drafts.toDraftId,
    provisionId: article as ProvisionId,
    ...(quote !== undefined && { quote }),
  },
})

async function sceneWith(clauses: readonly string[]) {
  const scene = await makeDeskScene()
  const rows = clauses.map((clause, at) => aSheetRow(at + 1, { 条款: clause, 原话: `第${at}个人说的。` }))
  await uploadRows(scene.deps, liaison, rows)
  await scene.deps.sequence()
  const { current } = await currentOpinions(scene.deps, scene.consultation.id)
  const said = (at: number) =>
    current.find(({ text }) => text.content.verbatim === `第${at}个人说的。`)?.entry.id as OpinionId
  const read = () => readCauses(scene.deps, legislator, { billId: scene.later.billId, ...drafts })
  return { ...scene, read, said, opinions: current.map(({ entry }) => entry.id) }
}

test('a followed decision stands with the article its words are in, else with the one it was about', async () => {
  const { deps, consultation, read, said } = await sceneWith(['第四条', '第三条第二款', '', '第五条'])
  const [fishing, lights, whole, fine] = [said(0), said(1), said(2), said(3)]
  const decide = (id: OpinionId, fields: Parameters<typeof decideOpinion>[4]) =>
    decideOpinion(deps, legislator, consultation.id, id, fields, 0, during)
  await decide(fishing, adopted('art-5', '划定的区域'))
  await decide(lights, { outcome: 'adoptedInSubstance', reason: '另有办法。' })
  await decide(whole, { outcome: 'adoptedInSubstance', reason: '说的是全文。' })
  await decide(fine, { outcome: 'notAdopted', reason: '保留。' })
  const { decisions, unlisted } = await read()
  expect(decisions.toSorted((a, b) => (a.side > b.side ? -1 : 1))).toEqual([
    expect.objectContaining({
      side: 'to',
      provisionId: 'art-5',
      opinionId: fishing,
      quote: '划定的区域',
      reason: '划定区域。',
    }),
    expect.objectContaining({ side: 'from', provisionId: 'art-3', opinionId: lights }),
  ])
  expect(decisions.filter(({ quote }) => quote !== undefined)).toHaveLength(1)
  expect(unlisted).toEqual([])
  await decideOpinion(deps, legislator, consultation.id, fishing, { reason: '再想想。' }, 1, during)
  expect((await read()).decisions.map(({ opinionId }) => opinionId)).toEqual([lights])
})

test('of many that became one article the first are listed, what a cause names, and how many there are besides', async () => {
  const { maxDecisionsOfArticle } = limits
  const { deps, consultation, read, opinions } = await sceneWith(
    Array.from({ length: maxDecisionsOfArticle + 5 }, () => '第四条'),
  )
  const consultationId = consultation.id
  await Promise.all(
    opinions.map((opinionId) =>
      deps.decisions.put(
        Decision.parse({
          ...adopted('art-5'),
          consultationId,
          opinionId,
          decidedBy: legislator.id,
          decidedAt: during,
          rev: 0,
        }),
        0,
      ),
    ),
  )
  const before = await read()
  expect(before.decisions.map(({ n }) => n)).toEqual(
    opinions.slice(0, maxDecisionsOfArticle).map((_, n) => n),
  )
  expect(before.unlisted).toEqual([{ side: 'to', provisionId: 'art-5', count: 5 }])
  const last = opinions.at(-1) as OpinionId
  const cause = { side: 'to' as const, provisionId: 'art-5' as ProvisionId, kind: 'opinions' as const }
  const decisions = [{ consultationId, opinionId: last }]
  await nameCause(
    deps,
    legislator,
    drafts,
    { ...cause, sentence: '划定区域，限定时段。', decisions },
    0,
    during,
  )
  const after = await read()
  expect(after.decisions.at(-1)?.opinionId).toBe(last)
  expect(after.unlisted).toEqual([{ side: 'to', provisionId: 'art-5', count: 4 }])
})
