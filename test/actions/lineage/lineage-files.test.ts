import { beforeEach, describe, expect, test } from 'vitest'
import { correctLineage } from '../../../functions/actions/lineage/correct-lineage.ts'
import { lineageFiles } from '../../../functions/actions/lineage/lineage-files.ts'
import { nameCause } from '../../../functions/actions/lineage/name-cause.ts'
import { PublishedLineage } from '#contract/published.ts'
import type { DraftId, ProvisionId } from '#core/ids.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, sceneTimes } from '../../support/desk-scene-data.ts'

const { during } = sceneTimes
const drafts = { fromDraftId: 'rb-1' as DraftId, toDraftId: 'rb-2' as DraftId }

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})

const files = () => lineageFiles(scene.deps, [scene.asked, scene.later])
const sentence = '审议时提出，夜间照明不应影响居民休息。'
const name = () =>
  nameCause(
    scene.deps,
    legislator,
    drafts,
    { side: 'to', provisionId: 'art-4' as ProvisionId, kind: 'deliberation', sentence, decisions: [] },
    0,
    during,
  )

describe('the published lineage of two drafts', () => {
  test('does not exist while nobody has touched it, nor for a single draft', async () => {
    expect(await files()).toEqual({})
    await name()
    expect(await lineageFiles(scene.deps, [scene.later])).toEqual({})
  })

  test('says why an article changed, and nothing of who said so or which opinions stand behind it (R10)', async () => {
    await name()
    const made = await files()
    expect(made).toEqual({
      'lineages/rb-1..rb-2.json': {
        ...drafts,
        causes: [{ side: 'to', provisionId: 'art-4', kind: 'deliberation', sentence }],
      },
    })
    expect(JSON.stringify(made)).not.toContain(legislator.id)
  })

  test('carries the links people corrected, without their names', async () => {
    const correction = { from: ['art-4' as ProvisionId], to: ['art-4' as ProvisionId] }
    await correctLineage(scene.deps, legislator, drafts, [correction], 0, during)
    const made = (await files())['lineages/rb-1..rb-2.json']
    expect(PublishedLineage.parse(made)).toEqual(made)
    expect(made?.links).toContainEqual(expect.objectContaining(correction))
    expect(JSON.stringify(made)).not.toContain(legislator.id)
  })
})
