import { expect, test } from 'vitest'
import type { DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { publishBulletin } from '../../../functions/actions/bulletin/publish-bulletin.ts'
import { readReceipt } from '../../../functions/actions/intake/read-receipt.ts'
import { sheetRows } from '../../support/batch-file.ts'
import { collect } from '../../support/collect.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const { after } = sceneTimes
// 「在河岸垂钓应当在划定的区域内进行」: the second 在
const words = { draftId: 'rb-2' as DraftId, provisionId: 'art-5' as ProvisionId, quote: '在', start: 7 }

async function sceneWithOpinion() {
  const scene = await makeDeskScene()
  const answer = await uploadRows(scene.deps, liaison, sheetRows(1))
  await scene.deps.sequence()
  scene.deps.clock.set(after)
  const [logged] = await collect(scene.deps.opinionLog.read(scene.consultation.id))
  const opinionId = logged?.entry.id as OpinionId
  const decide = (resulting: typeof words) =>
    decideOpinion(
      scene.deps,
      legislator,
      scene.consultation.id,
      opinionId,
      { outcome: 'adopted', reason: '划定区域。', resulting },
      0,
      after,
    )
  return { ...scene, decide, opinionId, receipt: answer.rows[0]?.receiptCode ?? '' }
}

test('words are pointed at with their place, which goes into the bulletin and to who holds the receipt (R5)', async () => {
  const scene = await sceneWithOpinion()
  expect((await scene.decide(words)).resulting).toEqual(words)
  await nameEveryCause(scene.deps, scene.later)
  const { rows } = await publishBulletin(scene.deps, legislator, scene.consultation.id, {}, after)
  expect(rows[0]?.resulting).toMatchObject({ quote: '在', start: 7 })
  const { decision } = await readReceipt(scene.deps, scene.receipt, after)
  expect(decision?.resulting).toMatchObject({
    start: 7,
    around: { before: '在河岸垂钓应当', after: '划定的区域内进行，每日五时至二十时开放。' },
  })
})

test('a place that holds other words is refused and nothing is decided', async () => {
  const scene = await sceneWithOpinion()
  await expect(scene.decide({ ...words, start: 6 })).rejects.toMatchObject({
    code: 'invalid-fields',
    facts: { fields: [{ field: 'resulting.quote', code: 'words-not-in-provision' }] },
  })
  expect(await scene.deps.decisions.find(scene.consultation.id, scene.opinionId)).toBeUndefined()
})
