import { beforeEach, expect, test } from 'vitest'
import type { BatchId, ContactPointId, MappingId } from '#core/ids.ts'
import { legislatureShelf } from '#core/collecting/upload-shelf.ts'
import { listBatches } from '../../../functions/actions/batch/list-batches.ts'
import { listOpinions } from '../../../functions/actions/deciding/list-opinions.ts'
import { listMappings, putMapping } from '../../../functions/actions/batch/manage-column-mappings.ts'
import { putContactPoint } from '../../../functions/actions/people/manage-contact-points.ts'
import { readOpinionHistory } from '../../../functions/actions/deciding/read-opinion-history.ts'
import { uploadBatch } from '../../../functions/actions/batch/upload-batch.ts'
import { csvFile, sheetRows } from '../../support/batch-file.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { admin, auditor, eastPoint, legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'

let scene: DeskScene
const now = sceneTimes.during
beforeEach(async () => {
  scene = await makeDeskScene()
})

const upload = (shelf?: ContactPointId, member = legislator) =>
  uploadBatch(
    scene.deps,
    member,
    {
      batchId: 'b-hotline' as BatchId,
      consultationId: scene.consultation.id,
      fileName: '热线.csv',
      bytes: csvFile(sheetRows(3)),
      for: shelf,
    },
    now,
  )
const opinions = async (filter = {}) => {
  await scene.deps.sequence()
  return (await listOpinions(scene.deps, legislator, scene.consultation.id, filter)).opinions
}

test('work orders that reached the legislature are its own: of no contact point, exactly once', async () => {
  expect(await upload()).toMatchObject({ stored: 3 })
  expect(await upload()).toMatchObject({ stored: 0, repeated: 3 })
  const own = await opinions({ contactPoint: 'direct' })
  expect(own.map(({ contactPoint, channel }) => [contactPoint, channel])).toEqual([
    [undefined, 'forum'],
    [undefined, 'forum'],
    [undefined, 'forum'],
  ])
  const first = own[0]?.id
  const { revisions } = await readOpinionHistory(
    scene.deps,
    legislator,
    scene.consultation.id,
    first as never,
  )
  expect(revisions[0]).toMatchObject({ recordedBy: legislator.id, road: 'table' })
  const { batches } = await listBatches(scene.deps, legislator, scene.consultation.id)
  expect(batches).toMatchObject([{ fileName: '热线.csv', stored: 3 }])
  expect((await listBatches(scene.deps, liaison, scene.consultation.id)).batches).toEqual([])
  expect((await scene.deps.audit.list(1))[0]).toMatchObject({
    memberId: legislator.id,
    facts: { contactPointId: legislatureShelf },
  })
})

test('brought in for a contact point they are that one’s, and its people find them held already', async () => {
  expect(await upload(eastPoint)).toMatchObject({ stored: 3 })
  expect((await opinions({ contactPoint: eastPoint })).map(({ contactPoint }) => contactPoint?.id)).toEqual([
    eastPoint,
    eastPoint,
    eastPoint,
  ])
  expect(await upload(undefined, liaison)).toMatchObject({ stored: 0, repeated: 3 })
  await expect(upload('cp-nowhere' as ContactPointId)).rejects.toThrow('not-found')
})

test('a contact point’s people upload for no other, nor for the legislature; administrators not at all', async () => {
  await expect(upload('cp-west' as ContactPointId, liaison)).rejects.toThrow('not-permitted')
  await expect(upload(legislatureShelf, liaison)).rejects.toThrow('not-permitted')
  for (const member of [admin, auditor])
    await expect(upload(undefined, member)).rejects.toThrow('not-permitted')
})

test('the legislature remembers columns of its own, and no contact point may take its name', async () => {
  const from = (...columns: string[]) => ({ columns, fixed: '', values: {} })
  const fields = { verbatim: from('诉求'), channel: from('渠道'), collectedOn: from('日期') }
  const place = { id: 'm-orders' as MappingId }
  await putMapping(scene.deps, legislator, place, { name: '工单', headers: ['诉求'], fields }, 0, now)
  expect((await listMappings(scene.deps, legislator)).mappings).toMatchObject([{ name: '工单' }])
  expect((await listMappings(scene.deps, liaison)).mappings).toEqual([])
  const point = { ...(await scene.deps.contactPoints.get(eastPoint)), stations: [] }
  const { id: _id, rev: _rev, ...input } = point
  await expect(putContactPoint(scene.deps, admin, legislatureShelf, input, 0, now)).rejects.toThrow(
    'already-exists',
  )
})
