import { beforeEach, describe, expect, test } from 'vitest'
import type { OpinionId } from '#core/ids.ts'
import { acceptUnderId } from '../../../functions/actions/intake/accept-opinion.ts'
import { listOpinions } from '../../../functions/actions/deciding/list-opinions.ts'
import { readAlike } from '../../../functions/actions/grouping/read-alike.ts'
import { readOpinionHistory } from '../../../functions/actions/deciding/read-opinion-history.ts'
import { reviseOpinion } from '../../../functions/actions/deciding/revise-opinion.ts'
import { aSheetRow, sheetRows } from '../../support/batch-file.ts'
import { opinionIdFor } from '../../support/build-opinion.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, liaison, sceneTimes, westLiaison } from '../../support/desk-scene-data.ts'
import { recount } from '../../support/recount.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const now = sceneTimes.during
let scene: DeskScene
let id: OpinionId

beforeEach(async () => {
  scene = await makeDeskScene()
  await uploadRows(scene.deps, liaison, sheetRows(2))
  await scene.deps.sequence()
  id = (await own())[0]?.id as OpinionId
})

const own = async () => (await listOpinions(scene.deps, liaison, scene.consultation.id, {})).opinions
const history = (opinionId = id) => readOpinionHistory(scene.deps, liaison, scene.consultation.id, opinionId)
const revise = (opinionId: OpinionId, input: Parameters<typeof reviseOpinion>[3], member = liaison) =>
  reviseOpinion(scene.deps, member, { consultationId: scene.consultation.id, opinionId }, input, now)
const tallies = async () => (await scene.deps.opinionLog.head(scene.consultation.id)).tallies
const entries = async () => {
  const read = []
  for await (const { entry } of scene.deps.opinionLog.read(scene.consultation.id)) read.push(entry)
  return read
}

/** A device's correction of the same opinion that passed the desk's on its way. */
async function fromDevice(name: string, verbatim: string): Promise<OpinionId> {
  const held = await scene.deps.inbox.find(id)
  if (held === undefined) throw new Error('there is nothing to correct')
  const { id: _id, salt: _s, commitment: _c, contentHash: _h, receivedAt: _r, ...rest } = held
  const content = { ...rest.content, verbatim }
  const { record } = await acceptUnderId(
    scene.deps,
    opinionIdFor(name),
    { ...rest, content, supersedes: id },
    now,
  )
  return record.id
}

describe('two corrections of one opinion that passed each other', () => {
  test('stand side by side until somebody puts them together; then one counts and nothing is lost (R1, R9)', async () => {
    const { revision } = await revise(id, { drafted: '建议划定垂钓区。', reason: '便民' })
    const taken = await fromDevice('device', '他改口说：早晚能钓就行。')
    await scene.deps.sequence()
    expect((await own()).map(({ unsettled }) => unsettled)).toEqual([undefined, true, true])
    expect((await tallies()).received).toBe(3)
    const waiting = (await readAlike(scene.deps, liaison, scene.consultation.id)).unsettled
    expect(waiting.map((one) => one.id).toSorted()).toEqual([revision.id, taken].toSorted())
    const { unsettled } = await history()
    expect([...unsettled].sort()).toEqual([revision.id, taken].sort())

    const words = { drafted: '建议划定垂钓区，早晚开放。', reason: '便民' }
    const merged = await revise(taken, { ...words, settles: unsettled })
    expect(merged.revision).toMatchObject({ supersedes: taken, joins: [revision.id] })
    await scene.deps.sequence()
    const standing = (await own()).find((opinion) => opinion.id === merged.revision.id)
    expect(standing).toMatchObject({ ...words, verbatim: '他改口说：早晚能钓就行。' })
    expect(standing?.supersedes.toSorted()).toEqual([id, revision.id, taken].sort())
    expect(standing).not.toHaveProperty('unsettled')
    expect(await own()).toHaveLength(2)
    expect(await tallies()).toEqual(recount(await entries()))
    expect((await tallies()).received).toBe(2)
    const after = await history(merged.revision.id)
    expect(after.revisions).toHaveLength(4)
    expect(after.unsettled).toEqual([])
  })

  test('put together twice is a repeat; other words, or versions of yesterday, are a conflict', async () => {
    const { revision } = await revise(id, { drafted: '甲' })
    const taken = await fromDevice('device', '改过的原话')
    await scene.deps.sequence()
    const settles = [revision.id, taken]
    expect((await revise(taken, { drafted: '合', settles })).verdict).toBe('stored')
    expect((await revise(taken, { drafted: '合', settles })).verdict).toBe('repeated')
    await expect(revise(taken, { drafted: '另一种合法', settles })).rejects.toThrow('changed-meanwhile')
    await expect(revise(taken, { drafted: '合', settles: [id, taken] })).rejects.toThrow('changed-meanwhile')
    await expect(revise(taken, { drafted: '合', settles }, westLiaison)).rejects.toThrow('not-permitted')
  })

  test('keeps the 原话 of the version a person chose', async () => {
    const { revision } = await revise(id, { drafted: '甲' })
    const taken = await fromDevice('device', '记错了的原话')
    await scene.deps.sequence()
    const before = (await history()).revisions[0]?.verbatim
    const merged = await revise(revision.id, { drafted: '甲', settles: [revision.id, taken] })
    expect(merged.revision).toMatchObject({ verbatim: before, supersedes: taken, joins: [revision.id] })
    expect(await fromDevice('device', '记错了的原话')).toBe(taken)
  })
})

test('a changed row that was placed behind what the desk had written overtakes it openly, until a person has looked', async () => {
  const { revision } = await revise(id, { drafted: '台上整理的' })
  await scene.deps.sequence()
  await uploadRows(scene.deps, liaison, [aSheetRow(1, { 原话: '他又改口说了一句。' }), aSheetRow(2)])
  await scene.deps.sequence()
  const overtaking = (await own()).find(({ unsettled }) => unsettled)
  expect(overtaking).toMatchObject({ verbatim: '他又改口说了一句。' })
  expect((await tallies()).received).toBe(2)
  const { unsettled } = await history()
  expect(unsettled).toEqual([revision.id, overtaking?.id])
  const merged = await revise(overtaking?.id as OpinionId, { drafted: '台上整理的', settles: unsettled })
  expect(merged.revision).not.toHaveProperty('joins')
  await scene.deps.sequence()
  expect((await own()).filter((opinion) => opinion.unsettled)).toEqual([])
  expect(await own()).toHaveLength(2)
})

test('same-kind opinions of one’s own contact point are hinted at, and never another’s', async () => {
  const lamp = '江边的路灯晚上太暗了，老人走路看不清，请多装几盏路灯。'
  const rows = [lamp, '江边路灯晚上太暗，老人走路看不清楚，请多装几盏灯。'].map((原话, at) =>
    aSheetRow(at + 10, { 原话 }),
  )
  await uploadRows(scene.deps, liaison, rows, { batchId: 'b-two' })
  await uploadRows(scene.deps, westLiaison, [aSheetRow(1, { 原话: lamp })], { batchId: 'b-west' })
  await scene.deps.sequence()
  const read = (member: typeof liaison) => readAlike(scene.deps, member, scene.consultation.id)
  const lamps = (await own())
    .filter(({ verbatim }) => verbatim.includes('灯'))
    .map(({ id, n }) => ({ id, n }))
  expect((await read(liaison)).groups).toContainEqual(lamps)
  expect((await read(westLiaison)).groups).toEqual([])
  await expect(read(legislator)).rejects.toThrow('not-permitted')
})
