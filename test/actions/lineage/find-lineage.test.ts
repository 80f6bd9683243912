import { expect, test } from 'vitest'
import type { DraftId, ProvisionId } from '#core/ids.ts'
import type { CalendarDate } from '#core/time.ts'
import { correctLineage } from '../../../functions/actions/lineage/correct-lineage.ts'
import { findLineage } from '../../../functions/actions/lineage/find-lineage.ts'
import { importDraft } from '../../../functions/actions/draft/import-draft.ts'
import { lineageFiles } from '../../../functions/actions/lineage/lineage-files.ts'
import { readLineage } from '../../../functions/actions/lineage/read-lineage.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { laterStatute, legislator, sceneTimes } from '../../support/desk-scene-data.ts'

const { during } = sceneTimes
const [d1, d2, d3] = ['rb-1', 'rb-2', 'rb-3'] as DraftId[] as [DraftId, DraftId, DraftId]

async function sceneOfThree() {
  const scene = await makeDeskScene()
  const third = await importDraft(
    scene.deps,
    legislator,
    scene.later.billId,
    {
      id: d3,
      stage: 'secondReading',
      datedOn: '2026-12-20' as CalendarDate,
      // The clause on dogs stands in front of the one on fishing.
      text: laterStatute.replace(/第五条 (.+)\n\n第六条 (.+)\n/u, '第五条 $2\n\n第六条 $1\n'),
    },
    during,
  )
  const correct = (fromDraftId: DraftId, toDraftId: DraftId, from: string, to: string) => {
    const correction = { from: [from as ProvisionId], to: [to as ProvisionId] }
    return correctLineage(scene.deps, legislator, { fromDraftId, toDraftId }, [correction], 0, during)
  }
  const last = async () => (await readLineage(scene.deps, legislator, d1, d3)).lineage
  return { ...scene, third, correct, last }
}

test('what was corrected between neighbours is read between the first draft and the last', async () => {
  const { deps, asked, third, correct, last } = await sceneOfThree()
  expect(await findLineage(deps, asked, third)).toBeUndefined()
  const before = await last()
  expect(before.links.find(({ from }) => from[0] === 'art-5')?.kind).toBe('removed')
  await correct(d1, d2, 'art-5', 'art-5')
  const now = await last()
  const link = now.links.find(({ from }) => from[0] === 'art-5')
  expect(link).toMatchObject({ kind: 'edited', correctedBy: legislator.id })
  expect(link?.to).toEqual(
    (await readLineage(deps, legislator, d2, d3)).lineage.links.find(({ from }) => from[0] === 'art-5')?.to,
  )
  expect(now.rev).toBe(0)
  const files = await lineageFiles(deps, [asked, third])
  expect(files['lineages/rb-1..rb-3.json']?.links).toContainEqual(
    expect.objectContaining({ from: link?.from, to: link?.to }),
  )
})

test('a correction of the two themselves stands over what was composed', async () => {
  const { correct, last } = await sceneOfThree()
  await correct(d1, d2, 'art-5', 'art-5')
  await correct(d1, d3, 'art-5', 'art-3')
  expect((await last()).links.find(({ from }) => from[0] === 'art-5')?.to).toEqual(['art-3'])
})
