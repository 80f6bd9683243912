import { beforeEach, describe, expect, test } from 'vitest'
import type { ProvisionId } from '#core/ids.ts'
import type { Member } from '#core/member.ts'
import { reportFile } from '../../../functions/actions/report/report-file.ts'
import { listReports, readReportDesk } from '../../../functions/actions/report/read-reports.ts'
import { reviseOpinion } from '../../../functions/actions/deciding/revise-opinion.ts'
import { moveReport, reviewReport, saveReport } from '../../../functions/actions/report/write-report.ts'
import { aSheetRow, sheetRows } from '../../support/batch-file.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import {
  admin,
  auditor,
  eastPoint,
  legislator,
  liaison,
  sceneTimes,
  westLiaison,
} from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'
import { wordsOfDocx } from '../../support/words-of-docx.ts'

let scene: DeskScene
const now = sceneTimes.during
beforeEach(async () => {
  scene = await makeDeskScene()
  await uploadRows(scene.deps, liaison, sheetRows(3))
  await uploadRows(scene.deps, westLiaison, sheetRows(1))
  await scene.deps.sequence()
})

const subject = (number = 1) => ({ consultationId: scene.consultation.id, contactPointId: eastPoint, number })
const desk = (member: Member = liaison) =>
  readReportDesk(
    scene.deps,
    member,
    { consultationId: scene.consultation.id, contactPointId: eastPoint },
    now,
  )
const save = (opinions: readonly string[], readRev: number, member = liaison, number = 1) =>
  saveReport(
    scene.deps,
    member,
    subject(number),
    {
      documentNumber: '东桥联〔2026〕3号',
      head: '共收到意见三条。',
      articles: [
        { provisionId: 'art-4' as ProvisionId, summary: '主张划定区域。', opinions: opinions as never },
      ],
    },
    readRev,
    now,
  )
const review = (rev: number) => reviewReport(scene.deps, liaison, subject(), { name: '张主任' }, rev, now)
const move = (step: 'submit' | 'return' | 'receive', rev: number, member: Member, note?: string) =>
  moveReport(scene.deps, member, subject(), { move: step, ...(note && { note }) }, rev, now)

describe('the report upward', () => {
  test('begins with everything the contact point collected and a head that counts it', async () => {
    const held = await desk()
    expect(held.reports).toEqual([])
    expect(held.unreported).toHaveLength(3)
    expect(held.opinions).toHaveLength(3)
    expect(held.suggestedHead).toContain('东桥街道基层立法联系点')
    expect(held.suggestedHead).toContain('共收到意见 3 条')
    expect(held.alike.flat().every((id) => held.unreported.includes(id))).toBe(true)
    expect(held.articles.at(-1)).toEqual({ provisionId: null, label: '' })
    expect(held.dueOn).toBe('2026-12-01')
  })

  test('goes from draft to received, back once with a reason, every step with who and when', async () => {
    const { unreported } = await desk()
    await save(unreported, 0)
    await review(1)
    await move('submit', 2, liaison)
    await move('return', 3, legislator, '请补充理由')
    await save(unreported.slice(0, 2), 4)
    await review(5)
    await move('submit', 6, liaison)
    const received = await move('receive', 7, legislator)
    expect(received).toMatchObject({ status: 'received', rev: 8, signed: { name: '张主任', by: 'liaison' } })
    expect(received.history.map(({ move: step, by }) => `${step} ${by}`)).toEqual([
      'save liaison',
      'review liaison',
      'submit liaison',
      'return legislator',
      'save liaison',
      'review liaison',
      'submit liaison',
      'receive legislator',
    ])
    expect(received.history[1]?.note).toBe('张主任')
    expect(received.history[3]?.note).toBe('请补充理由')
    expect((await desk()).unreported).toHaveLength(1)
  })

  test('as a Word file names how an opinion came in also where nobody wrote down whose it is', async () => {
    await uploadRows(scene.deps, liaison, [aSheetRow(9, { 原话: '夜里太吵。', 提出人类别: '' })])
    await scene.deps.sequence()
    await save((await desk()).unreported, 0)
    const deps = { ...scene.deps, authority: { office: '法制工作委员会' } }
    const { chunks } = await reportFile(deps, liaison, subject(), now)
    const text = await wordsOfDocx(chunks)
    expect(text).toContain('夜里太吵。”（座谈会，2026年11月5日）')
    expect(text).toContain('”（居民，座谈会，2026年11月5日）')
  })

  test('is seen by the legislature only once it is sent up, and never by another contact point', async () => {
    const { unreported } = await desk()
    await save(unreported, 0)
    expect((await desk(legislator)).reports).toEqual([])
    expect((await listReports(scene.deps, legislator)).reports).toEqual([])
    expect((await desk(legislator)).opinions).toEqual([])
    await review(1)
    await move('submit', 2, liaison)
    expect((await desk(auditor)).opinions).toHaveLength(3)
    expect((await listReports(scene.deps, legislator)).reports).toMatchObject([
      { status: 'submitted', opinions: 3, contactPointName: '东桥街道基层立法联系点' },
    ])
    expect((await listReports(scene.deps, westLiaison)).reports).toEqual([])
    await expect(desk(westLiaison)).rejects.toThrow('not-permitted')
    await expect(desk(admin)).rejects.toThrow('not-permitted')
    await expect(move('receive', 3, liaison)).rejects.toThrow('not-permitted')
    await expect(save(unreported, 3, westLiaison)).rejects.toThrow('not-permitted')
  })

  test('holds this contact point’s opinions only, each once', async () => {
    const { unreported } = await desk()
    const west = await readReportDesk(
      scene.deps,
      westLiaison,
      { consultationId: scene.consultation.id, contactPointId: westLiaison.contactPointId! },
      now,
    )
    await expect(save(west.unreported, 0)).rejects.toMatchObject({
      facts: { fields: [{ code: 'unknown-choice' }] },
    })
    await expect(save([...unreported, unreported[0]!], 0)).rejects.toMatchObject({
      facts: { fields: [{ code: 'repeated' }] },
    })
  })

  test('written by two people at once keeps the first and tells the second', async () => {
    const { unreported } = await desk()
    await save(unreported, 0)
    await expect(save(unreported.slice(1), 0)).rejects.toThrow('changed-meanwhile')
    await save(unreported.slice(1), 1)
    await expect(review(1)).rejects.toMatchObject({ code: 'changed-meanwhile', facts: { rev: 2 } })
  })

  test('keeps the words that were signed when an opinion is revised afterwards, and says so', async () => {
    const { unreported } = await desk()
    await save(unreported, 0)
    await review(1)
    await move('submit', 2, liaison)
    const opinionId = unreported[0]!
    const revised = { consultationId: scene.consultation.id, opinionId }
    const { revision } = await reviseOpinion(scene.deps, liaison, revised, { drafted: '后来改的' }, now)
    await scene.deps.sequence()
    const shown = (await desk(legislator)).opinions.find(({ id }) => id === opinionId)
    expect(shown).toMatchObject({ revisedBy: revision.id })
    expect(shown).not.toHaveProperty('drafted', '后来改的')
    expect((await desk()).unreported).toEqual([])
  })

  test('is followed by a second one only once the first was received', async () => {
    const { unreported } = await desk()
    await expect(save(unreported, 0, liaison, 2)).rejects.toThrow('not-found')
    await save(unreported.slice(0, 1), 0)
    await review(1)
    await move('submit', 2, liaison)
    await expect(save(unreported.slice(1), 0, liaison, 2)).rejects.toThrow('not-found')
    await move('receive', 3, legislator)
    await expect(save(unreported, 4)).rejects.toThrow('transition-refused')
    expect((await save(unreported.slice(1), 0, liaison, 2)).number).toBe(2)
  })
})
