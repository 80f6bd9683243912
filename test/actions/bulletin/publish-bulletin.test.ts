import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OpinionTableRow } from '#contract/opinion-table-columns.ts'
import type { Authority } from '#contract/authority.ts'
import { PublishedBulletins, PublishedConsultation, PublishedSite } from '#contract/published.ts'
import { type Outcome, outcomes } from '#core/deciding/outcome.ts'
import type { DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { opinionTableRows } from '../../../functions/actions/table/build-opinion-table.ts'
import { bulletinReadiness } from '../../../functions/actions/bulletin/bulletin-readiness.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { publishBulletin } from '../../../functions/actions/bulletin/publish-bulletin.ts'
import { publishSite } from '../../../functions/actions/bulletin/publish-site.ts'
import { readReceipt } from '../../../functions/actions/intake/read-receipt.ts'
import { aSheetRow, sheetRows } from '../../support/batch-file.ts'
import { uploadRows } from '../../support/upload-rows.ts'
import { collect } from '../../support/collect.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { aMember, legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'

const { after } = sceneTimes
const words = { draftId: 'rb-2' as DraftId, provisionId: 'art-5' as ProvisionId, quote: '划定的区域' }
async function sceneWithOpinions(count: number, options: { withLaterDraft?: boolean } = {}) {
  const scene = await makeDeskScene(options)
  const rows = sheetRows(count).with(0, aSheetRow(1, { 原话: '请打我电话13812345678，钓鱼划个地方吧。' }))
  const answer = await uploadRows(scene.deps, liaison, rows)
  await scene.deps.sequence()
  scene.deps.clock.set(after)
  return { ...scene, receipts: answer.rows.map(({ receiptCode }) => receiptCode ?? '') }
}

const rowsOf = ({ deps, consultation }: DeskScene): Promise<OpinionTableRow[]> =>
  collect(opinionTableRows(deps, legislator, consultation.id))

async function decideRow(
  { deps, consultation }: DeskScene,
  row: OpinionTableRow | undefined,
  input: Parameters<typeof decideOpinion>[4],
) {
  const id = row?.opinionId as OpinionId
  const readRev = (await deps.decisions.find(consultation.id, id))?.rev ?? 0
  return decideOpinion(deps, legislator, consultation.id, id, input, readRev, after)
}

const readiness = ({ deps, consultation }: DeskScene, now = after) =>
  bulletinReadiness(deps, legislator, consultation.id, now)
const publish = ({ deps, consultation }: DeskScene, input = {}, now = after) =>
  publishBulletin(deps, legislator, consultation.id, input, now)

const authority: Authority = {
  city: '云溪市',
  cityEn: 'Yunxi',
  organ: '云溪市人大常委会',
  organEn: 'Standing Committee',
  office: '法工委',
  officeEn: 'Office',
  address: '人民路1号',
  phone: '0000',
  siteCode: '0',
  icp: '0',
  policeRecord: '0',
  noticeVersion: '2026-1',
}

async function siteFile(scene: DeskScene, name: string): Promise<unknown> {
  await publishSite(scene.deps, authority, after)
  const { files } = await scene.deps.published.manifest()
  const key = files[name]
  return key === undefined ? undefined : scene.deps.published.read(key)
}

describe('a bulletin', () => {
  test('is refused with the list of what is missing until every opinion has outcome, reason and words (R3, R4, R5)', async () => {
    const scene = await sceneWithOpinions(4)
    const [a, b, c, d] = await rowsOf(scene)
    await decideRow(scene, a, { outcome: 'adopted', reason: '有道理' })
    await decideRow(scene, b, { outcome: 'notAdopted' })
    await decideRow(scene, c, { outcome: 'referred', reason: '转水务部门' })
    const held = await readiness(scene)
    expect(held).toMatchObject({
      ready: false,
      blockers: [],
      gapCount: 3,
      reconciliation: { received: 4, undecided: 1 },
    })
    expect(held.gaps.map(({ opinionId, gap }) => [opinionId, gap])).toEqual([
      [a?.opinionId, 'no-resulting-words'],
      [b?.opinionId, 'no-reason'],
      [d?.opinionId, 'no-outcome'],
    ])
    await expect(publish(scene)).rejects.toMatchObject({
      code: 'publication-incomplete',
      facts: { readiness: held },
    })
    expect(await scene.deps.bulletins.latest(scene.consultation.id)).toBeUndefined()
    expect((await scene.deps.consultations.get(scene.consultation.id)).status).toBe('announced')
  })

  test('is published whole: rows masked and in the order of the draft, counts that add up, receipts answered', async () => {
    const scene = await sceneWithOpinions(3)
    // Opinions of one instant stand in the order of their ids, which follow from their codes.
    const isFirst = ({ verbatim }: OpinionTableRow) => verbatim.includes('13812345678')
    const [a, b, c] = (await rowsOf(scene)).sort((one, other) => +isFirst(other) - +isFirst(one))
    await decideRow(scene, a, { outcome: 'adopted', reason: '划定区域。', resulting: words })
    await decideRow(scene, b, { outcome: 'notAdopted', reason: '另有规定。' })
    await decideRow(scene, c, { outcome: 'alreadyCovered', reason: '见第一条。' })
    expect((await readReceipt(scene.deps, scene.receipts[0] ?? '', after)).state).toBe('logged')
    await nameEveryCause(scene.deps, scene.later)
    const bulletin = await publish(scene)
    expect(bulletin).toMatchObject({
      edition: 1,
      reconciliation: {
        received: 3,
        undecided: 0,
        byOutcome: { adopted: 1, notAdopted: 1, alreadyCovered: 1 },
      },
      rows: [
        { row: 1, provisionLabel: '第四条', contactPointName: '东桥街道基层立法联系点' },
        { row: 2 },
        { row: 3 },
      ],
    })
    const adopted = bulletin.rows.find(({ outcome }) => outcome === 'adopted')
    expect(adopted?.resulting).toMatchObject({ provisionLabel: '第五条', quote: '划定的区域' })
    expect(adopted?.verbatim).toContain('钓鱼划个地方')
    expect(adopted?.verbatim).not.toContain('13812345678')
    expect(bulletin.head).toContain('2026年11月1日至2026年12月3日')
    expect(bulletin.head).toContain('3 条：座谈会 3 条')
    const receipt = await readReceipt(scene.deps, scene.receipts[0] ?? '', after)
    expect(receipt).toMatchObject({
      state: 'answered',
      decision: { outcome: 'adopted', reason: '划定区域。', resulting: { quote: '划定的区域' } },
    })
    expect(receipt.opinion.verbatim).toContain('13812345678')
    expect((await scene.deps.drafts.get(words.draftId)).publishedAt).toBe(after)
    await expect(publish(scene)).rejects.toMatchObject({ code: 'nothing-to-publish' })
    await decideRow(scene, b, { outcome: 'deferred', reason: '留待以后。' })
    await expect(publish(scene)).rejects.toMatchObject({
      code: 'invalid-fields',
      facts: { fields: [{ field: 'correction', code: 'required' }] },
    })
    const correction = '第二条意见的答复说错了，打 13812345678 问过。'
    const second = await publish(scene, { correction })
    expect(second).toMatchObject({ edition: 2, reconciliation: { byOutcome: { deferred: 1 } } })
    expect(second.correction).toContain('说错了')
    expect(second.correction).not.toContain('13812345678')
    expect((await scene.deps.consultations.get(scene.consultation.id)).answeredAt).toBe(after)
    const editions = PublishedBulletins.parse(await siteFile(scene, 'bulletins/c-river.json'))
    expect(editions.editions.map(({ edition }) => edition)).toEqual([1, 2])
  })

  test('waits until every change of the draft it would release has its cause, with the articles (R6)', async () => {
    const scene = await sceneWithOpinions(1)
    const [row] = await rowsOf(scene)
    await decideRow(scene, row, { outcome: 'notAdopted', reason: '另有规定。' })
    expect(await readiness(scene)).toMatchObject({ ready: true, owed: [] })
    await decideRow(scene, row, { outcome: 'adopted', reason: '划定区域。', resulting: words })
    const owed = [{ fromDraftId: 'rb-1', toDraftId: 'rb-2', changed: 6, missing: { length: 6 } }]
    expect(await readiness(scene)).toMatchObject({ ready: false, blockers: ['causes-missing'], owed })
    await expect(publish(scene)).rejects.toMatchObject({ code: 'causes-missing', facts: { owed } })
    expect(await scene.deps.bulletins.latest(scene.consultation.id)).toBeUndefined()
    expect((await scene.deps.drafts.get(words.draftId)).publishedAt).toBeUndefined()
    await nameEveryCause(scene.deps, scene.later)
    expect(await readiness(scene)).toMatchObject({ ready: true, blockers: [], owed: [] })
    expect((await publish(scene)).edition).toBe(1)
    expect((await scene.deps.drafts.get(words.draftId)).publishedAt).toBe(after)
  })

  test('waits until the window has closed, to the millisecond', async () => {
    const scene = await sceneWithOpinions(1)
    const [row] = await rowsOf(scene)
    await decideRow(scene, row, { outcome: 'outOfScope', reason: '不归本条例管。' })
    expect((await readiness(scene, sceneTimes.lastMoment)).blockers).toEqual(['not-closed'])
    await expect(publish(scene, {}, sceneTimes.lastMoment)).rejects.toThrow('publication-incomplete')
    expect((await publish(scene, {}, sceneTimes.closes)).edition).toBe(1)
  })

  test('needs a later draft once something is adopted, and the very words in it', async () => {
    const scene = await sceneWithOpinions(1, { withLaterDraft: false })
    const [row] = await rowsOf(scene)
    await decideRow(scene, row, { outcome: 'partlyAdopted', reason: '有道理' })
    expect(await readiness(scene)).toMatchObject({
      blockers: ['no-later-draft'],
      gaps: [{ gap: 'no-resulting-words' }],
    })
    for (const resulting of [
      { ...words, draftId: 'rb-1' as DraftId },
      { ...words, draftId: 'rb-9' as DraftId },
    ])
      await expect(decideRow(scene, row, { outcome: 'adopted', resulting })).rejects.toMatchObject({
        code: 'invalid-fields',
        facts: { fields: [{ field: 'resulting.draftId', code: 'not-a-later-draft' }] },
      })
    const full = await sceneWithOpinions(1)
    const [other] = await rowsOf(full)
    await expect(
      decideRow(full, other, { outcome: 'adopted', resulting: { ...words, quote: '没有的字' } }),
    ).rejects.toMatchObject({ facts: { fields: [{ field: 'resulting.quote' }] } })
    await expect(
      decideRow(full, other, {
        outcome: 'adopted',
        resulting: { ...words, provisionId: 'art-70' as ProvisionId },
      }),
    ).rejects.toMatchObject({ facts: { fields: [{ field: 'resulting.provisionId' }] } })
  })

  test('of a consultation nobody took part in can be published and says so', async () => {
    const scene = await makeDeskScene()
    const bulletin = await publish(scene)
    expect(bulletin.rows).toEqual([])
    expect(bulletin.head).toContain('没有收到意见')
  })

  test('cut short between its text and the state is finished by publishing again, in one edition', async () => {
    const scene = await sceneWithOpinions(1)
    const [row] = await rowsOf(scene)
    await decideRow(scene, row, { outcome: 'notAdopted', reason: '另有规定。' })
    const { consultations } = scene.deps
    const cut = {
      ...scene.deps,
      consultations: { ...consultations, transition: () => Promise.reject(new Error('killed')) },
    }
    await expect(publishBulletin(cut, legislator, scene.consultation.id, {}, after)).rejects.toThrow('killed')
    expect((await publish(scene)).edition).toBe(1)
    expect((await consultations.get(scene.consultation.id)).status).toBe('answered')
    expect(await scene.deps.bulletins.listOf(scene.consultation.id)).toHaveLength(1)
  })

  test('is published by legislators only', async () => {
    const scene = await makeDeskScene()
    for (const role of ['liaison', 'collector', 'admin', 'auditor'] as const) {
      const member = aMember(role)
      await expect(publishBulletin(scene.deps, member, scene.consultation.id, {}, after)).rejects.toThrow(
        'not-permitted',
      )
      await expect(bulletinReadiness(scene.deps, member, scene.consultation.id, after)).rejects.toThrow(
        'not-permitted',
      )
    }
  })
})

test('received is the sum of the outcomes whatever is decided (R3)', async () => {
  const scene = await sceneWithOpinions(9)
  await nameEveryCause(scene.deps, scene.later)
  const rows = await rowsOf(scene)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<Outcome | undefined>(undefined, ...outcomes), { minLength: 9, maxLength: 9 }),
      async (chosen) => {
        for (const [place, outcome] of chosen.entries())
          await decideRow(scene, rows[place], { outcome, reason: '理由', resulting: words })
        const { reconciliation, ready, gapCount } = await readiness(scene)
        const decided = Object.values(reconciliation.byOutcome).reduce((sum, count) => sum + count, 0)
        expect(reconciliation.received).toBe(9)
        expect(decided + reconciliation.undecided).toBe(9)
        for (const outcome of outcomes)
          expect(reconciliation.byOutcome[outcome]).toBe(chosen.filter((held) => held === outcome).length)
        expect(gapCount).toBe(reconciliation.undecided)
        expect(ready).toBe(reconciliation.undecided === 0)
      },
    ),
    { numRuns: 10 },
  )
})

describe('the site’s files', () => {
  test('hold announced consultations and released drafts, and nothing else (R10)', async () => {
    const scene = await sceneWithOpinions(2)
    const consultation = PublishedConsultation.parse(await siteFile(scene, 'consultations/c-river.json'))
    expect(consultation).toMatchObject({
      status: 'announced',
      billTitle: '云溪市河岸使用条例',
      tallies: { received: 2 },
      contactPointIds: ['cp-east', 'cp-west'],
    })
    expect(consultation).not.toHaveProperty('rev')
    const { files, rev } = await scene.deps.published.manifest()
    expect(Object.keys(files)).toEqual([
      'bills/riverbank.json',
      'consultations/c-river.json',
      'drafts/rb-1.json',
      'site.json',
    ])
    const site = PublishedSite.parse(await siteFile(scene, 'site.json'))
    expect([site.contactPoints.length, site.photosKeptDays]).toEqual([2, 30])
    expect((await scene.deps.published.manifest()).rev).toBe(rev)
  })

  test('published by two people at once end in one manifest with everything', async () => {
    const scene = await sceneWithOpinions(1)
    const asked = ['1110', '1111'].map((phone) => publishSite(scene.deps, { ...authority, phone }, after))
    await Promise.all(asked)
    expect(Object.keys((await scene.deps.published.manifest()).files)).toHaveLength(4)
  })
})
