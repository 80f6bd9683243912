import { PutObjectCommand } from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { DraftMeta, DraftText } from '#core/bill.ts'
import { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BatchId, ConsultationId, ContactPointId, MemberId } from '#core/ids.ts'
import { codeOf } from '#core/deciding/decision-standing.ts'
import { OpinionIdList } from '#core/log/opinion-id-list.ts'
import type { Batch } from '#core/batch/batch-ports.ts'
import { noTallies } from '#core/log/tallies.ts'
import type { Instant } from '#core/time.ts'
import { objectKeys } from '#contract/objects.ts'
import { opinionIdFor } from '../support/build-opinion.ts'
import { makeTestDeps, type TestDeps } from '../support/test-portal.ts'
import { wholeEdition } from '../support/whole-edition.ts'

const now = '2026-11-20T08:00:00.000Z' as Instant
const c = 'c-1' as ConsultationId
const p = 'qingcun' as ContactPointId

const text = (title: string) =>
  DraftText.parse({
    id: 'd-1',
    billId: 'waterfront',
    stage: 'consultation',
    title,
    enactmentNotes: [],
    provisions: [],
  })
const meta = (textHash: string) =>
  DraftMeta.parse({
    id: 'd-1',
    billId: 'waterfront',
    stage: 'consultation',
    title: '条例',
    datedOn: '2026-11-01',
    articles: 0,
    textHash,
    importedBy: 'wang',
    importedAt: now,
    rev: 0,
  })

describe('drafts', () => {
  it('keep the text of whoever imported first when two import one id at once', async () => {
    const { drafts } = await makeTestDeps({ now })
    const both = await Promise.allSettled([
      drafts.append(meta('hash-a'), text('甲')),
      drafts.append(meta('hash-b'), text('乙')),
    ])
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'already-exists' } },
    ])
    const { textHash } = await drafts.get(meta('').id)
    expect((await drafts.text(meta('').id)).title).toBe(textHash === 'hash-a' ? '甲' : '乙')
    expect(await drafts.listOf(meta('').billId)).toHaveLength(1)
    expect(await drafts.listOf('other' as never)).toEqual([])
  })
})

describe('batches', () => {
  const batch = (rows: Batch['rows']): Batch => ({
    id: 'b-1' as BatchId,
    contactPointId: p,
    consultationId: c,
    fileName: '座谈会.xlsx',
    uploadedBy: 'li' as MemberId,
    uploadedAt: now,
    stored: 1,
    repeated: 0,
    revised: 0,
    refused: 0,
    rows,
    rev: 0,
  })
  const row = (name: string) => [{ opinionId: opinionIdFor(name), contentHash: name }]

  it('keep rows and counts together when two uploads end at once', async () => {
    const { batches } = await makeTestDeps({ now })
    await batches.put(batch({ '1': row('first') }), 0)
    const uploads = ['甲', '乙'].map((name) => ({ ...batch({ '1': row(name) }), fileName: name }))
    const both = await Promise.allSettled(uploads.map((upload) => batches.put(upload, 1)))
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'changed-meanwhile', facts: { rev: 2 } } },
    ])
    const held = await batches.find(p, c, 'b-1' as BatchId)
    expect(held?.rows['1']?.[0]?.contentHash).toBe(held?.fileName)
    expect(await batches.find('other' as ContactPointId, c, 'b-1' as BatchId)).toBeUndefined()
    const [listed, ...more] = await batches.listOf(p, c)
    expect(more).toEqual([])
    expect(listed).not.toHaveProperty('rows')
    expect(listed).not.toHaveProperty('rowsKey')
  })

  it('hold twenty thousand rows, more than an item could', async () => {
    const { batches } = await makeTestDeps({ now })
    const rows = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [String(i), row(`r${i}`)]))
    await batches.put(batch(rows), 0)
    expect((await batches.find(p, c, 'b-1' as BatchId))?.rows).toEqual(rows)
  })
})

describe('published files', () => {
  const shown = async ({ places }: TestDeps) => {
    const answer = await fetch(
      `${String(await places.s3.config.endpoint?.().then((e) => `${e.protocol}//${e.hostname}:${e.port}`))}/${places.bucket}/published/manifest.json`,
    )
    return answer.ok ? ((await answer.json()) as { files: Record<string, string> }).files : undefined
  }

  it('show nothing new until the pointer moves, and then all of it', async () => {
    const deps = await makeTestDeps({ now })
    expect(await deps.published.manifest()).toEqual({ files: {}, rev: 0 })
    const key = await deps.published.append({ b: 1, a: [2] })
    expect(await deps.published.append({ a: [2], b: 1 })).toBe(key)
    expect(await deps.published.read(key)).toEqual({ a: [2], b: 1 })
    expect(await shown(deps)).toBeUndefined()
    await deps.published.point({ 'site.json': key }, 0, now)
    expect(await shown(deps)).toEqual({ 'site.json': key })
    expect(await deps.published.manifest()).toEqual({ files: { 'site.json': key }, rev: 1 })
  })

  it('let one of two publications through and show that one', async () => {
    const deps = await makeTestDeps({ now })
    const both = await Promise.allSettled(['甲', '乙'].map((name) => deps.published.point({ name }, 0, now)))
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'changed-meanwhile' } },
    ])
    expect(await shown(deps)).toEqual((await deps.published.manifest()).files)
  })

  it('are put right by the next look when a crash left an older manifest showing', async () => {
    const deps = await makeTestDeps({ now })
    await deps.published.point({ a: '1' }, 0, now)
    const { s3, bucket } = deps.places
    const Body = JSON.stringify({ publishedAt: now, files: { a: '0' } })
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: objectKeys.publishedManifest(), Body }))
    expect((await deps.published.manifest()).files).toEqual({ a: '1' })
    expect(await shown(deps)).toEqual({ a: '1' })
  })
})

describe('bulletins', () => {
  const rowOf = (row: number) => ({
    row,
    provisionId: null,
    provisionLabel: '',
    changeType: 'general' as const,
    verbatim: `意见 ${row}`,
    channel: 'web' as const,
    proponent: '居民',
    outcome: 'notAdopted' as const,
    reason: '已有规定',
  })
  const bulletin = (edition: number, rows: number) =>
    Bulletin.parse({
      consultationId: c,
      edition,
      publishedAt: now,
      head: '',
      tallies: noTallies,
      reconciliation: {
        received: rows,
        undecided: 0,
        byOutcome: Object.fromEntries(
          [
            'adopted',
            'partlyAdopted',
            'adoptedInSubstance',
            'alreadyCovered',
            'referred',
            'deferred',
            'notAdopted',
            'outOfScope',
          ].map((outcome) => [outcome, outcome === 'notAdopted' ? rows : 0]),
        ),
      },
      rows: Array.from({ length: rows }, (_, i) => rowOf(i + 1)),
    })
  const mapping = (rows: number) => {
    const ids = new OpinionIdList()
    for (let row = 1; row <= rows; row += 1) ids.push(opinionIdFor(`b${row}`))
    return { ids, rows: Uint32Array.from({ length: rows }, (_, i) => i + 1) }
  }

  it.each([3, 1500])(
    'tell each of %d receipt holders their own row and nobody else anything',
    async (count) => {
      const { bulletins, publishedAnswers } = await makeTestDeps({ now })
      expect(await bulletins.latest(c)).toBeUndefined()
      expect(await publishedAnswers.find(c, opinionIdFor('b1'))).toBeUndefined()
      await bulletins.append(bulletin(1, count), mapping(count))
      for (const place of [1, 2, count])
        expect(await publishedAnswers.find(c, opinionIdFor(`b${place}`))).toEqual({
          edition: 1,
          publishedAt: now,
          row: rowOf(place),
        })
      expect(await publishedAnswers.find(c, opinionIdFor('stranger'))).toBeUndefined()
      const outcomes = await bulletins.outcomesOf(c, mapping(count).ids)
      expect([...(outcomes ?? [])]).toEqual(Array.from({ length: count }, () => codeOf('notAdopted')))
    },
  )

  it('keep every edition, refuse one twice, and answer from the newest', async () => {
    const { bulletins, publishedAnswers } = await makeTestDeps({ now })
    for (const edition of [1, 2, 10]) await bulletins.append(bulletin(edition, 2), mapping(2))
    await expect(bulletins.append(bulletin(2, 1), mapping(1))).rejects.toMatchObject({
      code: 'already-exists',
    })
    expect(
      (await bulletins.listOf(c)).map(wholeEdition).map(({ edition, rows }) => [edition, rows.length]),
    ).toEqual([
      [1, 2],
      [2, 2],
      [10, 2],
    ])
    expect((await bulletins.latest(c))?.edition).toBe(10)
    expect((await publishedAnswers.find(c, opinionIdFor('b2')))?.edition).toBe(10)
  })
})
