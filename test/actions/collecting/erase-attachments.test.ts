import { beforeEach, describe, expect, test } from 'vitest'
import { HeldSession } from '#core/collecting/collecting-session.ts'
import type { AttachmentId, CollectingSessionId, DeviceId } from '#core/ids.ts'
import { instant, type Instant } from '#core/time.ts'
import { eraseAttachments } from '../../../functions/actions/collecting/erase-attachments.ts'
import { listSessions } from '../../../functions/actions/collecting/list-sessions.ts'
import { putAttachmentPiece } from '../../../functions/actions/collecting/put-attachment-piece.ts'
import { joinAttachment, readAttachment } from '../../../functions/actions/collecting/read-attachment.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { eastPoint, legislator, liaison, sceneTimes, westLiaison } from '../../support/desk-scene-data.ts'
import { collect } from '../../support/workbook-builder.ts'

const dayMs = 86_400_000
const uuid = (n: number) => `0b8d5f62-6c1e-4d0c-9a3f-5b7e2d91${String(n).padStart(4, '0')}`
const photo = uuid(1) as AttachmentId
const takenOff = uuid(2) as AttachmentId
const sessionId = uuid(9) as CollectingSessionId
const photoBytes = Buffer.from('签到表：张三、李四')

let scene: DeskScene
const sending = { deviceId: uuid(8) as DeviceId, recordedBy: liaison.id, sentAt: sceneTimes.during }

beforeEach(async () => {
  scene = await makeDeskScene()
  const session = {
    id: sessionId,
    consultationId: scene.consultation.id,
    channel: 'forum' as const,
    place: '东桥社区',
    heldOn: '2026-11-08' as never,
    headcount: 12,
    attachments: [photo],
  }
  const held = { ...sending, receivedAt: sceneTimes.during }
  const earlier = [{ session: { ...session, attachments: [photo, takenOff] }, sending: held }]
  await scene.deps.collectingSessions.put(
    HeldSession.parse({ contactPointId: eastPoint, session, sending: held, earlier, rev: 0 }),
    0,
  )
  for (const id of [photo, takenOff]) await put(id)
})

const put = (id: AttachmentId, now: Instant = sceneTimes.during) =>
  putAttachmentPiece(
    scene.deps,
    liaison,
    { id, piece: 0, of: 1, sessionId, mediaType: 'image/jpeg', bytes: photoBytes },
    now,
  )
const answered = async (at: Instant) => {
  const held = await scene.deps.consultations.get(scene.consultation.id)
  await scene.deps.consultations.transition(
    'answer',
    { ...held, status: 'answered', answeredAt: at },
    sceneTimes.after,
  )
}
const daysAfter = (at: Instant, days: number) => instant(Date.parse(at) + days * dayMs)
const keysLeft = async () => {
  const { s3, bucket } = scene.deps.places
  const { ListObjectsV2Command } = await import('@aws-sdk/client-s3')
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: 'attachments/' }),
  )
  return Contents.map(({ Key }) => Key)
}

describe('photos of sign-in sheets (PIPL art. 19, 47)', () => {
  test('stay while people wait for an answer, and for the days said after it', async () => {
    expect(await eraseAttachments(scene.deps, daysAfter(sceneTimes.after, 400))).toEqual({ attachments: 0 })
    await answered(sceneTimes.after)
    const lastMoment = instant(Date.parse(daysAfter(sceneTimes.after, 30)) - 1)
    expect(await eraseAttachments(scene.deps, lastMoment)).toEqual({ attachments: 0 })
    expect(await keysLeft()).toHaveLength(2)
  })

  test('are gone afterwards, those taken off a session too, and the trail says how many and of whom nothing', async () => {
    await answered(sceneTimes.after)
    const ends = daysAfter(sceneTimes.after, 30)
    expect(await eraseAttachments(scene.deps, ends)).toEqual({ attachments: 2 })
    expect(await keysLeft()).toEqual([])
    await expect(readAttachment(scene.deps, liaison, photo, ends)).rejects.toMatchObject({
      code: 'not-found',
      facts: { erasedAt: ends },
    })
    const [event] = await scene.deps.audit.list(1)
    expect(event).toEqual({
      at: ends,
      memberId: 'portal',
      action: 'attachment.erase',
      subject: scene.consultation.id,
      facts: { contactPointId: eastPoint, attachments: 2 },
    })
    expect(await eraseAttachments(scene.deps, ends)).toEqual({ attachments: 0 })
  })

  test('sent again by a device that was away are answered as delivered and kept no more', async () => {
    await answered(sceneTimes.after)
    const ends = daysAfter(sceneTimes.after, 30)
    await eraseAttachments(scene.deps, ends)
    expect(await put(photo, ends)).toMatchObject({ have: [0], complete: true })
    expect(await keysLeft()).toEqual([])
  })

  test('are listed with their session and the day they go, to their own contact point and the legislature', async () => {
    const list = (member: typeof liaison) => listSessions(scene.deps, member, scene.consultation.id)
    expect(await list(liaison)).toMatchObject({
      keptDays: 30,
      sessions: [{ place: '东桥社区', headcount: 12, attachments: [{ id: photo, complete: true }] }],
    })
    expect((await list(legislator)).sessions).toHaveLength(1)
    expect((await list(westLiaison)).sessions).toEqual([])
    await answered(sceneTimes.after)
    const ends = daysAfter(sceneTimes.after, 30)
    await eraseAttachments(scene.deps, ends)
    expect(await list(liaison)).toMatchObject({
      endsAt: ends,
      sessions: [{ attachments: [{ id: photo, complete: false, erasedAt: ends }] }],
    })
  })

  test('too long for one answer are joined in the store, fetched there, and go with the rest', async () => {
    const file = await readAttachment(scene.deps, liaison, photo, sceneTimes.during)
    const here = await joinAttachment(scene.deps.exportFiles, file, 'attachment')
    expect('chunks' in here && Buffer.from(await collect(here.chunks)).equals(photoBytes)).toBe(true)
    const again = await readAttachment(scene.deps, liaison, photo, sceneTimes.during)
    const elsewhere = {
      ...scene.deps.exportFiles,
      addressOf: async (key: string) => `https://s3.example/${key}`,
    }
    expect(await joinAttachment(elsewhere, again, 'attachment')).toEqual({
      address: `https://s3.example/attachments/${eastPoint}/${photo}/whole`,
    })
    await answered(sceneTimes.after)
    await eraseAttachments(scene.deps, daysAfter(sceneTimes.after, 30))
    expect(await keysLeft()).toEqual([])
  })
})
