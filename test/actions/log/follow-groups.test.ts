import { beforeEach, describe, expect, it } from 'vitest'
import { groupingMethod } from '#core/grouping/group-segment.ts'
import type { GroupedLog } from '#core/grouping/grouped-log.ts'
import type { Consultation } from '#core/consultation.ts'
import { followGroups, type GroupMemory } from '../../../functions/actions/log/follow-groups.ts'
import { keepUp } from '../../../functions/actions/log/keep-up.ts'
import { sequenceOpinions } from '../../../functions/actions/log/sequence-opinions.ts'
import { buildOpinion } from '../../support/build-opinion.ts'
import { makeDeskScene, type DeskScene } from '../../support/desk-scene.ts'
import { readLabelledOpinions } from '../../support/labelled-opinions.ts'

const texts = readLabelledOpinions().opinions.slice(0, 120)

let scene: DeskScene
let consultation: Consultation
beforeEach(async () => {
  scene = await makeDeskScene()
  consultation = scene.consultation
})

/** Logs the texts [from, to), one commit. */
async function logTexts(from: number, to: number): Promise<void> {
  const records = texts.slice(from, to).map(({ words, article, changeType }, at) =>
    buildOpinion(
      `t-${from + at}`,
      {},
      {
        consultationId: consultation.id,
        draftId: scene.asked.id,
        provisionId: article,
        verbatim: words,
        changeType,
      },
    ),
  )
  const { failures } = await sequenceOpinions(scene.deps, records)
  expect(failures).toEqual([])
}

const follow = (memory: GroupMemory = new Map()) => followGroups(scene.deps, consultation, memory)
const founders = (log: GroupedLog) =>
  Array.from({ length: log.size }, (_, place) => log.proposer.founderOf(place))

describe('grouping follows the log', () => {
  it('comes to the same groups in portions, with or without memory, as in one go', async () => {
    const memory: GroupMemory = new Map()
    for (const [from, to] of [
      [0, 7],
      [7, 40],
      [40, 41],
      [41, 120],
    ] as const) {
      await logTexts(from, to)
      const kept = await follow(memory)
      const resumed = await follow()
      expect(kept.log.size).toBe(to)
      expect(founders(resumed.log)).toEqual(founders(kept.log))
    }
    const head = await scene.deps.groups.head(consultation.id)
    expect(head).toMatchObject({ method: groupingMethod, size: 120 })
    await scene.deps.groups.commit(consultation.id, { ...head!, method: 'another' }, head!.rev)
    const whole = await follow()
    expect(founders(whole.log)).toEqual(founders((await follow(memory)).log))
    expect(await scene.deps.groups.head(consultation.id)).toMatchObject({ method: groupingMethod, size: 120 })
  })

  it('two processes at once agree and leave one head that can be read', async () => {
    await logTexts(0, 30)
    const memories: GroupMemory[] = [new Map(), new Map(), new Map()]
    await Promise.all(memories.map(follow))
    await logTexts(30, 90)
    const followed = await Promise.all([...memories.map(follow), ...memories.map(follow)])
    for (const { log, logged } of followed) expect([log.size, logged]).toEqual([90, 90])
    expect(founders((await follow()).log)).toEqual(founders(followed[0]!.log))
    const head = await scene.deps.groups.head(consultation.id)
    expect(head?.size).toBe(90)
    expect(head?.segments.map(({ from, to }) => to - from).reduce((sum, count) => sum + count, 0)).toBe(90)
  })

  it('is kept up with by a job that may be cut, doubled or begun anew, and does nothing when nothing came', async () => {
    const deps = scene.deps
    const keep = (isStopping: () => boolean, memory: GroupMemory = new Map()) =>
      keepUp(deps, memory, isStopping)
    const sizes = async () => [
      (await deps.facts.head(consultation.id))?.size,
      (await deps.groups.head(consultation.id))?.size,
    ]
    await logTexts(0, 60)
    expect(await keep(() => true)).toMatchObject({ calls: 0, isUnfinished: true })
    let asked = 0
    expect(await keep(() => (asked += 1) > 1)).toMatchObject({ calls: 1, isUnfinished: true })
    expect(await sizes()).toEqual([60, undefined])
    await logTexts(60, 120)
    const two = await Promise.all([keep(() => false), keep(() => false)])
    expect(two.map(({ isUnfinished }) => isUnfinished)).toEqual([false, false])
    expect(await sizes()).toEqual([120, 120])
    expect(await keep(() => false)).toEqual({ calls: 0, isUnfinished: false })
    const byHand = await follow()
    expect(byHand.log.size).toBe(120)
  })

  it('keeps few segments, and removes those that were joined', async () => {
    const memory: GroupMemory = new Map()
    const keys = new Set<string>()
    for (let at = 0; at < 20; at += 1) {
      await logTexts(at, at + 1)
      await follow(memory)
      const head = await scene.deps.groups.head(consultation.id)
      for (const { key } of head!.segments) keys.add(key)
      expect(head!.segments.length).toBeLessThanOrEqual(6)
    }
    const head = await scene.deps.groups.head(consultation.id)
    const named = new Set([...head!.segments.map(({ key }) => key), ...head!.obsolete])
    for (const key of keys)
      expect((await scene.deps.groups.findSegment(key)) !== undefined, key).toBe(named.has(key))
  })

  it('groups nothing where nothing was said', async () => {
    expect((await follow()).log.size).toBe(0)
    expect(await scene.deps.groups.head(consultation.id)).toBeUndefined()
  })
})
