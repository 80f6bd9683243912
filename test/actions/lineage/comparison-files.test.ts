import { beforeEach, describe, expect, test } from 'vitest'
import { PublishedComparison } from '#contract/published.ts'
import type { DraftMeta } from '#core/bill.ts'
import type { DraftId, ProvisionId } from '#core/ids.ts'
import { comparisonFiles } from '../../../functions/actions/lineage/comparison-files.ts'
import { correctLineage } from '../../../functions/actions/lineage/correct-lineage.ts'
import { releaseDraft } from '../../../functions/actions/draft/release-draft.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, sceneTimes } from '../../support/desk-scene-data.ts'
import { hasWriter, saveInLibreOffice } from '../../support/libreoffice.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'

const { during } = sceneTimes
const names = ['comparisons/rb-1..rb-2.docx', 'comparisons/rb-1..rb-2.json'] as const

let scene: DeskScene
let released: DraftMeta[]
beforeEach(async () => {
  scene = await makeDeskScene()
  await nameEveryCause(scene.deps, scene.later)
  released = [
    scene.asked,
    await releaseDraft(scene.deps, legislator, scene.later.id, scene.later.rev, during),
  ]
})

const files = (shown = {}) => comparisonFiles(scene.deps, released, shown)

describe('the comparison for everybody', () => {
  test('is a Word file of any two released drafts, with its size beside it', async () => {
    const made = await files()
    expect(Object.keys(made).toSorted()).toEqual(names)
    const facts = PublishedComparison.parse(await scene.deps.published.read(made[names[1]] ?? ''))
    const bytes = await scene.deps.published.readBytes(made[names[0]] ?? '')
    expect(facts).toMatchObject({
      fileName: '云溪市河岸使用条例（草案）修改前后对照表.docx',
      bytes: bytes.byteLength,
    })
    expect(made[names[0]]).toMatch(/^published\/files\/[0-9a-f]{64}\.docx$/u)
  })

  test('is written once, and again when a correction or a cause changed what it says', async () => {
    const made = await files()
    expect(await files(made)).toEqual(made)
    const unread = { ...made, [names[1]]: made[names[0]] ?? '' }
    await expect(files(unread)).rejects.toThrow()
    const drafts = { fromDraftId: 'rb-1' as DraftId, toDraftId: 'rb-2' as DraftId }
    const correction = { from: ['art-5' as ProvisionId], to: ['art-5' as ProvisionId] }
    await correctLineage(scene.deps, legislator, drafts, [correction], 0, during)
    const again = await files(made)
    expect(again[names[0]]).not.toBe(made[names[0]])
  })

  test.skipIf(!hasWriter)(
    'opens in LibreOffice with both texts in it',
    async () => {
      const made = await files()
      const bytes = await scene.deps.published.readBytes(made[names[0]] ?? '')
      const saved = await saveInLibreOffice(bytes, 'txt:Text (encoded):UTF8', 'comparison.docx')
      const text = new TextDecoder().decode([...saved.values()][0])
      expect(text).toContain('修改前后对照表')
      expect(text).toContain('在河岸垂钓应当在划定的区域内进行')
      expect(text).toContain('违反本条例规定垂钓的')
      expect(text).toContain('审议时提出')
    },
    90_000,
  )
})
