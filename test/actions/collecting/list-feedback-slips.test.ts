import { describe, expect, test } from 'vitest'
import { FeedbackSlips } from '#contract/feedback-api.ts'
import type { CollectingSessionId, DeviceId, DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { newPile } from '../../../site/src/desk/rules/pile.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { acceptOpinion } from '../../../functions/actions/intake/accept-opinion.ts'
import { listFeedbackSlips } from '../../../functions/actions/collecting/list-feedback-slips.ts'
import { publishBulletin } from '../../../functions/actions/bulletin/publish-bulletin.ts'
import { receiptCode } from '#core/collecting/receipt.ts'
import { sheetRows } from '../../support/batch-file.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import {
  aMember,
  eastPoint,
  legislator,
  liaison,
  sceneTimes,
  westLiaison,
} from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const { after, during } = sceneTimes
const sessionId = '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c01' as CollectingSessionId

/** A spreadsheet of two, one opinion of a forum, one told at the contact point itself; and one of the neighbours. */
async function collected(): Promise<DeskScene> {
  const scene = await makeDeskScene()
  const { deps, consultation } = scene
  await uploadRows(deps, liaison, sheetRows(2), { fileName: '东桥.csv' })
  await uploadRows(deps, westLiaison, sheetRows(1), { batchId: 'b-west', fileName: '西渡.csv' })
  const session = { ...newPile(consultation.id, sessionId, during, 480), place: '东桥村礼堂', headcount: 12 }
  const sending = {
    deviceId: sessionId as string as DeviceId,
    recordedBy: liaison.id,
    sentAt: during,
    receivedAt: during,
  }
  await deps.collectingSessions.put({ contactPointId: eastPoint, session, sending, earlier: [], rev: 0 }, 0)
  await told(scene, 1, '礼堂里的话，请打 13812345678。', { sessionId })
  await told(scene, 2, '柜台上的话。', {})
  await deps.sequence()
  deps.clock.set(after)
  return scene
}

async function told({ deps, consultation }: DeskScene, seed: number, verbatim: string, from: object) {
  const content = {
    consultationId: consultation.id,
    draftId: consultation.draftId,
    provisionId: 'art-4' as ProvisionId,
    changeType: 'modify' as const,
    verbatim,
    proponent: { kind: 'person' as const, headcount: 1 },
  }
  const arrival = { content, channel: 'forum' as const, noticeVersion: '2026-1', contactPointId: eastPoint }
  const rest = { code: receiptCode(new Uint8Array(15).fill(seed)), flags: [], wantsAnswer: false, ...from }
  await acceptOpinion(deps, { ...arrival, ...rest }, during)
}

async function answerAll({ deps, consultation, later }: DeskScene) {
  const resulting = { draftId: 'rb-2' as DraftId, provisionId: 'art-5' as ProvisionId, quote: '划定的区域' }
  for await (const { entry } of deps.opinionLog.read(consultation.id)) {
    const input = { outcome: 'adopted' as const, reason: '划一段出来。', resulting }
    await decideOpinion(deps, legislator, consultation.id, entry.id as OpinionId, input, 0, after)
  }
  await nameEveryCause(deps, later)
  await publishBulletin(deps, legislator, consultation.id, {}, after)
}

const slipsFor = ({ deps, consultation }: DeskScene, member = liaison) =>
  listFeedbackSlips(deps, member, consultation.id, after)

describe('feedback slips', () => {
  test('before the bulletin there are occasions and counts, and no slips', async () => {
    const slips = await slipsFor(await collected())
    expect(slips).toMatchObject({ opinions: 4, answered: 0, waiting: 4, answerExpectedOn: '2027-01-15' })
    expect(slips.bulletin).toBeUndefined()
    expect(slips.groups.flatMap((group) => group.slips)).toEqual([])
    expect(slips.groups).toHaveLength(3)
    expect(slips.groups.find(({ kind }) => kind === 'batch')?.opinions).toBe(2)
  })

  test('afterwards say by occasion what each person said and in which words it stands', async () => {
    const scene = await collected()
    await answerAll(scene)
    const slips = FeedbackSlips.parse(await slipsFor(scene))
    expect(slips).toMatchObject({ state: 'answered', opinions: 4, answered: 4, waiting: 0 })
    expect(slips.bulletin).toMatchObject({ edition: 1, publishedAt: after })
    const forum = slips.groups.find(({ kind }) => kind === 'session')
    expect(forum).toMatchObject({ place: '东桥村礼堂', headcount: 12, heldOn: '2026-11-10', opinions: 1 })
    expect(forum?.slips[0]).toMatchObject({
      provisionLabel: '第四条',
      outcome: 'adopted',
      reason: '划一段出来。',
      resulting: { provisionLabel: '第五条', quote: '划定的区域', stage: 'firstReading' },
    })
    const { text = '', start = -1 } = forum?.slips[0]?.resulting ?? {}
    expect(text.slice(start)).toMatch(/^划定的区域内进行/)
    expect(forum?.slips[0]?.verbatim).toContain('礼堂里的话')
    expect(JSON.stringify(slips)).not.toContain('13812345678')
    const table = slips.groups.find(({ kind }) => kind === 'batch')
    expect(table).toMatchObject({ fileName: '东桥.csv', opinions: 2 })
    expect(slips.groups.find(({ kind }) => kind === 'day')).toMatchObject({ channel: 'forum', opinions: 1 })
  })

  test('are of one’s own contact point, and of nobody without one', async () => {
    const scene = await collected()
    await answerAll(scene)
    expect(await slipsFor(scene, westLiaison)).toMatchObject({
      opinions: 1,
      groups: [{ fileName: '西渡.csv' }],
    })
    for (const member of [legislator, aMember('auditor'), aMember('liaison', 'without')])
      await expect(slipsFor(scene, member)).rejects.toMatchObject({ code: 'not-permitted' })
  })

  test('what came in after the bulletin waits for the next edition', async () => {
    const scene = await collected()
    await answerAll(scene)
    await told(scene, 3, '后来的话。', {})
    await scene.deps.sequence()
    expect(await slipsFor(scene)).toMatchObject({ opinions: 5, answered: 4, waiting: 1 })
  })
})
