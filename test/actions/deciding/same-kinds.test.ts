import { expect, test } from 'vitest'
import type { ConsultationId, OpinionId } from '#core/ids.ts'
import { opinionTableRows } from '../../../functions/actions/table/build-opinion-table.ts'
import { followGroups } from '../../../functions/actions/log/follow-groups.ts'
import { listOpinions } from '../../../functions/actions/deciding/list-opinions.ts'
import { moveGroup } from '../../../functions/actions/grouping/move-group.ts'
import { aSheetRow } from '../../support/batch-file.ts'
import { collect } from '../../support/collect.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const said = [
  '河边钓鱼的人太多，请划出专门的钓鱼区域，早晚开放。',
  '河边钓鱼的人太多，请划出专门的钓鱼区域，早晚开放！',
  '河边钓鱼的人太多了，请划出专门的钓鱼区域，早晚开放，还要立牌子。',
  '步道上的路灯太暗，桥洞下面看不清。',
]

test('相同意见数 counts word-for-word copies until the desk groups, then the group, moves of people included', async () => {
  const { deps, consultation } = await makeDeskScene()
  const { id } = consultation
  await uploadRows(
    deps,
    liaison,
    said.map((words, at) => aSheetRow(at + 1, { 原话: words, 条款: '第四条' })),
  )
  await deps.sequence()
  const rows = () => collect(opinionTableRows(deps, legislator, id as ConsultationId))
  const counts = async () =>
    new Map((await rows()).map(({ verbatim, sameCount }) => [said.indexOf(verbatim), Number(sameCount)]))
  const inOrder = async () => {
    const found = await counts()
    return said.map((_, at) => found.get(at))
  }
  expect(await inOrder()).toEqual([2, 2, 1, 1])

  await followGroups(deps, consultation, new Map())
  expect(await inOrder()).toEqual([3, 3, 3, 1])

  const { opinions } = await listOpinions(deps, legislator, id, {})
  expect(opinions.filter(({ sameCount }) => sameCount === 3)).toHaveLength(3)
  const own = await listOpinions(deps, liaison, id, {})
  expect(own.opinions.map(({ sameCount }) => sameCount)).toEqual([undefined, undefined, undefined, undefined])

  const lamp = (await rows()).find(({ verbatim }) => verbatim === said[3])
  const opinionIds = [lamp?.opinionId as OpinionId]
  const change = { kind: 'move' as const, opinionIds, to: 'g-0' as never }
  await moveGroup(deps, legislator, id, change, 0, sceneTimes.during, new Map())
  expect(await inOrder()).toEqual([4, 4, 4, 4])

  // What comes later is counted by its words until it is grouped.
  await uploadRows(
    deps,
    liaison,
    [aSheetRow(9, { 原话: said[3] ?? '', 条款: '第四条', 提出人类别: '学生' })],
    {
      batchId: 'b-two',
    },
  )
  await deps.sequence()
  expect((await rows()).map(({ sameCount }) => Number(sameCount)).sort((a, b) => a - b)).toEqual([
    2, 4, 4, 4, 4,
  ])
})
