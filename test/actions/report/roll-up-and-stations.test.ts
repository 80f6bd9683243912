import { beforeAll, describe, expect, test } from 'vitest'
import type { MemberId, StationId } from '#core/ids.ts'
import { putContactPoint } from '../../../functions/actions/people/manage-contact-points.ts'
import { putMember } from '../../../functions/actions/people/manage-members.ts'
import { putStations } from '../../../functions/actions/people/manage-stations.ts'
import { readRollUp } from '../../../functions/actions/report/read-roll-up.ts'
import { aSheetRow, sheetRows } from '../../support/batch-file.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import {
  admin,
  aMember,
  eastPoint,
  legislator,
  liaison,
  sceneTimes,
  westLiaison,
  westPoint,
} from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

let scene: DeskScene
const now = sceneTimes.during
const station = (id: string, more = {}) => ({ id: id as StationId, name: `${id}站`, area: '东桥', ...more })
const stations = async () => (await scene.deps.contactPoints.get(eastPoint)).stations.map(({ id }) => id)
const put = async (list: ReturnType<typeof station>[], member = liaison) => {
  const { rev } = await scene.deps.contactPoints.get(eastPoint)
  return putStations(scene.deps, member, eastPoint, { stations: list }, rev, now)
}

beforeAll(async () => {
  scene = await makeDeskScene()
  await uploadRows(scene.deps, liaison, sheetRows(4).with(0, aSheetRow(1, { 记录人: '张三' })))
  await uploadRows(scene.deps, westLiaison, sheetRows(2))
  await scene.deps.sequence()
})

describe('stations of a contact point', () => {
  test('are added, renamed and closed by its liaison and by an administrator', async () => {
    await put([station('st-1'), station('st-2')])
    const closed = await put(
      [station('st-2', { name: '新名字' }), station('st-1', { closedOn: '2026-11-09' })],
      admin,
    )
    expect(closed.stations).toMatchObject([{ name: '新名字' }, { closedOn: '2026-11-09' }])
  })

  test('are never removed, by no road, and never there twice', async () => {
    await expect(put([station('st-1')])).rejects.toMatchObject({
      facts: { fields: [{ field: 'stations', code: 'not-removable' }] },
    })
    const held = await scene.deps.contactPoints.get(eastPoint)
    const { id: _id, rev, ...input } = held
    const emptied = putContactPoint(scene.deps, admin, eastPoint, { ...input, stations: [] }, rev, now)
    await expect(emptied).rejects.toMatchObject({ facts: { fields: [{ code: 'not-removable' }] } })
    await expect(put([station('st-1'), station('st-2'), station('st-2')])).rejects.toMatchObject({
      facts: { fields: [{ code: 'repeated' }] },
    })
    expect(await stations()).toEqual(['st-2', 'st-1'])
  })

  test('are nobody else’s to change', async () => {
    for (const member of [westLiaison, legislator, aMember('collector', 'c', eastPoint)])
      await expect(put([station('st-1'), station('st-2')], member)).rejects.toThrow('not-permitted')
  })

  test('hold collectors, of the same contact point only', async () => {
    const input = { subject: 's', name: '采集员', role: 'collector' as const, active: true }
    const grant = (more: object, id: string) =>
      putMember(scene.deps, admin, id as MemberId, { ...input, ...more } as never, 0, now)
    const granted = await grant({ contactPointId: eastPoint, stationId: 'st-2' }, 'm-1')
    expect(granted.stationId).toBe('st-2')
    const wrong = { facts: { fields: [{ field: 'stationId', code: 'unknown-choice' }] } }
    await expect(
      grant({ subject: 's2', contactPointId: westPoint, stationId: 'st-2' }, 'm-2'),
    ).rejects.toMatchObject(wrong)
    await expect(
      grant({ subject: 's2', role: 'liaison', contactPointId: eastPoint, stationId: 'st-2' }, 'm-2'),
    ).rejects.toMatchObject(wrong)
  })
})

describe('the roll-up', () => {
  test('shows the legislature every contact point, with totals that are the tallies', async () => {
    const { consultations } = await readRollUp(scene.deps, legislator, scene.consultation.id, now)
    const [one] = consultations
    const { tallies } = await scene.deps.opinionLog.head(scene.consultation.id)
    expect(one?.total?.received).toBe(tallies.received)
    expect(one?.points.map(({ contactPointId, received }) => [contactPointId, received])).toEqual([
      [eastPoint, 4],
      [westPoint, 2],
    ])
    const east = one?.points[0]
    expect(east?.collectors.reduce((sum, { received }) => sum + received, 0)).toBe(4)
    expect(east?.collectors.map(({ name }) => name)).toContain('张三')
    expect(east).not.toHaveProperty('answered')
  })

  test('shows a contact point its own row and nobody’s totals', async () => {
    const { consultations } = await readRollUp(scene.deps, westLiaison, undefined, now)
    expect(consultations[0]).not.toHaveProperty('total')
    expect(consultations[0]?.points.map(({ contactPointId }) => contactPointId)).toEqual([westPoint])
    await expect(readRollUp(scene.deps, aMember('liaison', 'adrift'), undefined, now)).rejects.toThrow(
      'not-permitted',
    )
  })
})
