import { describe, expect, test } from 'vitest'
import { type FeedbackQuery, FeedbackSlips } from '#contract/feedback-api.ts'
import type { CollectingSessionId, DeviceId, DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { newPile } from '../../../site/src/desk/rules/pile.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { acceptOpinion } from '../../../functions/actions/intake/accept-opinion.ts'
import { catchUpFacts } from '../../../functions/actions/log/catch-up-facts.ts'
import { listFeedbackSlips } from '../../../functions/actions/bulletin/list-feedback-slips.ts'
import { publishBulletin } from '../../../functions/actions/bulletin/publish-bulletin.ts'
import { limits } from '#contract/limits.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
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

const slipsFor = ({ deps, consultation }: DeskScene, member = liaison, query: FeedbackQuery = {}) =>
  listFeedbackSlips(deps, member, consultation.id, query, after)

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

  test('asked for in parts come once each, in the order of the bulletin, occasion by occasion', async () => {
    const scene = await collected()
    await answerAll(scene)
    const whole = await slipsFor(scene)
    expect(whole.part).toEqual({ from: 1, shown: 4, of: 4, cursor: null })
    const rows = ({ groups }: FeedbackSlips) => groups.flatMap(({ slips }) => slips.map(({ row }) => row))
    const first = await slipsFor(scene, liaison, { limit: 3 })
    expect(first.part).toMatchObject({ from: 1, shown: 3, of: 4 })
    const last = await slipsFor(scene, liaison, { limit: 3, cursor: Number(first.part.cursor) })
    expect(last.part).toEqual({ from: 4, shown: 1, of: 4, cursor: null })
    expect([...rows(first), ...rows(last)]).toEqual(rows(whole))
    const counts = ({ groups }: FeedbackSlips) =>
      groups.map(({ key, opinions, answered }) => [key, opinions, answered])
    expect(counts(first)).toEqual(counts(whole))
    expect(counts(last)).toEqual(counts(whole))
    const table = whole.groups.find(({ kind }) => kind === 'batch')
    const ofTable = await slipsFor(scene, liaison, { occasion: table?.key, limit: 1 })
    expect(ofTable.part).toMatchObject({ from: 1, shown: 1, of: 2 })
    expect(rows(ofTable)).toEqual([table?.slips[0]?.row])
    const gone = await slipsFor(scene, liaison, { occasion: 'session none' })
    expect([rows(gone), gone.part]).toEqual([[], { from: 0, shown: 0, of: 0, cursor: null }])
  })

  test('an opinion corrected between two parts makes none of the others come twice or never', async () => {
    const scene = await collected()
    await answerAll(scene)
    const whole = await slipsFor(scene)
    const [, second, third] = whole.groups.flatMap(({ slips }) => slips)
    const first = await slipsFor(scene, liaison, { limit: 1 })
    const cursor = Number(first.part.cursor)
    for await (const { entry } of scene.deps.opinionLog.readAt(scene.consultation.id, [cursor]))
      await told(scene, 3, '改过的话。', { supersedes: entry.id })
    await scene.deps.sequence()
    const next = await slipsFor(scene, liaison, { limit: 1, cursor })
    expect(next).toMatchObject({ opinions: 4, answered: 3, part: { from: 2, shown: 1, of: 3 } })
    const shown = next.groups.flatMap(({ slips }) => slips.map(({ row }) => row))
    expect(shown).toEqual([third?.row])
    expect(shown).not.toEqual([second?.row])
  })

  test('a part ends before an answer is too large to be sent', async () => {
    const scene = await collected()
    await answerAll(scene)
    const { deps, consultation } = scene
    const published = (await deps.bulletins.latest(consultation.id)) as Bulletin
    const long = '话'.repeat(limits.maxSlipBytesPerPart / 9)
    const rows = published.rows.map((row) => ({ ...row, verbatim: long }))
    const { ids } = await catchUpFacts(deps, consultation.id)
    const answered = Uint32Array.from({ length: ids.length }, (_, place) =>
      place < rows.length ? place + 1 : 0,
    )
    await deps.bulletins.append({ ...published, edition: 2, rows }, { ids, rows: answered })
    const first = await slipsFor(scene)
    expect(first).toMatchObject({ bulletin: { edition: 2 }, part: { from: 1, shown: 2, of: 4 } })
    expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(limits.maxSlipBytesPerPart)
    const rest = await slipsFor(scene, liaison, { cursor: Number(first.part.cursor) })
    expect(rest.part).toEqual({ from: 3, shown: 2, of: 4, cursor: null })
  })
})
