import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { annotationPieces } from '#contract/open-annotations.ts'
import { csvPieces, joinPieces, jsonPieces } from '#contract/open-opinions.ts'
import { answersIn, articlesIn, wordsInto } from '#core/bulletin/bulletin-answers.ts'
import { changesBetween } from '#core/bulletin/edition-changes.ts'
import { bulletinChanges } from '#core/bulletin/bulletin-changes.ts'
import type { Bulletin } from '#core/bulletin/bulletin.ts'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import { codeOf } from '#core/deciding/decision-standing.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import { leaseSeconds } from '#core/leased-job.ts'
import type { DraftId, OpinionId, ProvisionId } from '#core/ids.ts'
import { isLongEdition, type LongBulletin } from '#core/bulletin/long-bulletin.ts'
import { instant } from '#core/time.ts'
import { opinionTableRows } from '../../../functions/actions/table/build-opinion-table.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { publishSite } from '../../../functions/actions/bulletin/publish-site.ts'
import {
  previewBulletin,
  previewRows,
  readBulletin,
} from '../../../functions/actions/bulletin/read-bulletin.ts'
import { readReceipt } from '../../../functions/actions/intake/read-receipt.ts'
import {
  readBulletinJobs,
  requestPreview,
  requestPublication,
  takesWorker,
} from '../../../functions/actions/bulletin/request-bulletin.ts'
import { runBulletinJob } from '../../../functions/actions/bulletin/run-bulletin-job.ts'
import { aSheetRow } from '../../support/batch-file.ts'
import { collect } from '../../support/collect.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { exampleAuthority as authority } from '../../support/example-authority.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { uploadRows } from '../../support/upload-rows.ts'
import { collect as bytesOf } from '../../support/workbook-builder.ts'

const { after } = sceneTimes
const articles = ['第五条', '第四条', '', '第四条', '第一条'] as const
const words = { draftId: 'rb-2' as DraftId, provisionId: 'art-5' as ProvisionId, quote: '划定的区域' }
const count = 14

/** Twelve rows are a long edition here: what makes one long is a setting. */
async function longScene() {
  const scene = await makeDeskScene()
  const rows = Array.from({ length: count }, (_, at) =>
    aSheetRow(at + 1, { 条款: articles[at % articles.length] ?? '' }),
  )
  const { rows: stored } = await uploadRows(scene.deps, liaison, rows)
  await scene.deps.sequence()
  await scene.deps.members.put(legislator, 0)
  scene.deps.clock.set(after)
  const deps = { ...scene.deps, settings: { ...scene.deps.settings, wholeEditionRows: 12 } }
  await decideAll({ ...scene, deps }, 0)
  await nameEveryCause(deps, scene.later)
  return { ...scene, deps, id: scene.consultation.id, receipts: stored.map((row) => row.receiptCode ?? '') }
}

/** Many get one answer, some their own; `turn` changes a few of them. */
async function decideAll({ deps, consultation }: DeskScene, turn: number): Promise<void> {
  const rows = await collect(opinionTableRows(deps, legislator, consultation.id))
  for (const [at, { opinionId }] of rows.entries()) {
    const outcome: Outcome = at % 4 === 0 ? 'adopted' : at % 4 === 3 ? 'alreadyCovered' : 'notAdopted'
    const own = at % 5 === turn ? `，第 ${at} 条` : ''
    const reason = outcome === 'adopted' ? '划定区域' : `另有规定${own}。`
    const held = await deps.decisions.find(consultation.id, opinionId as OpinionId)
    const input = { outcome, reason, ...(outcome === 'adopted' && { resulting: words }) }
    await decideOpinion(
      deps,
      legislator,
      consultation.id,
      opinionId as OpinionId,
      input,
      held?.rev ?? 0,
      after,
    )
  }
}

type Scene = Awaited<ReturnType<typeof longScene>>

const run = (scene: Scene, kind: 'preview' | 'publish', deps = scene.deps) =>
  runBulletinJob(deps, { consultationId: scene.id, kind }, { authority })
const jobs = (scene: Scene) => readBulletinJobs(scene.deps, legislator, scene.id, scene.deps.clock.now())
const newest = async (scene: Scene): Promise<LongBulletin> => {
  const edition = await scene.deps.bulletins.latest(scene.id)
  if (edition === undefined || !isLongEdition(edition)) throw new Error('there is no long edition')
  return edition
}
const rowsOf = (scene: Scene, edition: LongBulletin): Promise<BulletinRow[]> =>
  collect(scene.deps.bulletins.rowsOf({ ...edition, count: edition.reconciliation.received }))
/** What an edition of usual size would say now. */
const short = async (scene: Scene): Promise<Bulletin> =>
  (await previewRows(scene.deps, legislator, scene.id, after)).bulletin

describe('a long edition', () => {
  let scene: Scene
  let whole: Bulletin
  let edition: LongBulletin
  beforeAll(async () => {
    scene = await longScene()
    whole = await short(scene)
    expect(await takesWorker(scene.deps, legislator, scene.id)).toBe(true)
    expect((await jobs(scene)).publish).toBeUndefined()
    const asked = await requestPublication(scene.deps, legislator, scene.id, {}, after)
    const again = await requestPublication(scene.deps, legislator, scene.id, {}, after)
    expect(again).toEqual(asked)
    expect(scene.deps.bulletinWorker.asked).toEqual([{ consultationId: scene.id, kind: 'publish' }])
    await run(scene, 'publish')
    await run(scene, 'publish')
    edition = await newest(scene)
  })

  test('has the rows, counts, answers and words of one that is held whole, in parts of its own', async () => {
    expect(await rowsOf(scene, edition)).toEqual(whole.rows)
    expect(edition.reconciliation).toEqual(whole.reconciliation)
    expect(edition.tallies).toEqual(whole.tallies)
    expect(articlesIn(edition)).toEqual(articlesIn(whole))
    expect(wordsInto(edition)).toEqual(wordsInto(whole))
    const told = (bulletin: Parameters<typeof answersIn>[0]) =>
      Object.values(answersIn(bulletin)).flatMap((part) =>
        part.map(({ answers, ...article }) => [
          article,
          answers.map(({ voices, ...answer }) => [
            answer,
            voices.map(({ row, verbatim }) => [row, verbatim]),
          ]),
        ]),
      )
    expect(told(edition)).toEqual(told(whole))
    expect(edition.head).toBe(whole.head)
  })

  test('exists once, is the answer, and says at the desk that it is out', async () => {
    expect(await scene.deps.bulletins.listOf(scene.id)).toHaveLength(1)
    expect((await scene.deps.consultations.get(scene.id)).status).toBe('answered')
    expect((await scene.deps.drafts.get(words.draftId)).publishedAt).toBe(after)
    expect(await jobs(scene)).toMatchObject({ publish: { state: 'ready', edition: 1, attempts: 1 } })
  })

  test('answers every receipt and every place of the log as its row does', async () => {
    for (const code of scene.receipts) {
      const { decision, opinion } = await readReceipt(scene.deps, code, after)
      const row = whole.rows.find(({ verbatim }) => verbatim === opinion.verbatim)
      expect([decision?.outcome, decision?.reason]).toEqual([row?.outcome, row?.reason])
    }
    const all = await collect((await scene.deps.publishedAnswers.all(scene.id))!)
    expect(all.map(([, row]) => row).sort((a, b) => a.row - b.row)).toEqual(whole.rows)
    const logged = await collect(scene.deps.opinionLog.read(scene.id))
    const ids = logged.map(({ entry }) => entry.id)
    const answers = await scene.deps.publishedAnswers.answersTo(scene.id, new Set(ids))
    expect(answers?.rows).toEqual(new Map(all))
    const outcomes = await scene.deps.bulletins.outcomesOf(scene.id, { length: ids.length } as never)
    expect([...(outcomes ?? [])]).toEqual(ids.map((id) => codeOf(answers?.rows.get(id)?.outcome)))
  })

  test('is open data to the last row, packed, and the site is told where', async () => {
    await publishSite(scene.deps, authority, after)
    const { files } = await scene.deps.published.manifest()
    const read = async (file: string) => {
      const chunks = await scene.deps.exportFiles.read(files[`open-data/c-river..1..${file}`] ?? '')
      if (chunks === undefined) throw new Error(`${file} is not there`)
      return bytesOf(chunks)
    }
    const text = async (file: string) => gunzipSync(await read(file)).toString()
    expect(await text('opinions.csv.gz')).toBe(joinPieces(csvPieces, whole.rows))
    expect(await text('opinions.json.gz')).toBe(joinPieces(jsonPieces, whole.rows))
    const linked = JSON.parse(await text('annotations.jsonld.gz')) as { total: number; first: { items: [] } }
    expect([linked.total, linked.first.items.length]).toEqual([count * 2, count * 2])
    expect(annotationPieces(count, {} as never).head).toContain(`"total":${count * 2}`)
    expect((await read('opinions.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(Object.keys(files)).toContain('bulletins/c-river..1.docx')
  })

  test('is refused again while nothing differs, and a correction needs its reason', async () => {
    await expect(requestPublication(scene.deps, legislator, scene.id, {}, after)).rejects.toMatchObject({
      facts: { fields: [{ field: 'correction', code: 'required' }] },
    })
    await requestPublication(scene.deps, legislator, scene.id, { correction: '没有变。' }, after)
    await run(scene, 'publish')
    expect((await jobs(scene)).publish).toMatchObject({ state: 'failed', failure: 'nothing-to-publish' })
    expect(await scene.deps.bulletins.listOf(scene.id)).toHaveLength(1)
  })

  test('that corrects another one says what it changed, as short editions would', async () => {
    await decideAll(scene, 1)
    const corrected = await short(scene)
    await requestPreview(scene.deps, legislator, scene.id, after)
    await run(scene, 'preview')
    const previewed = await previewBulletin(scene.deps, legislator, scene.id, after)
    await requestPublication(scene.deps, legislator, scene.id, { correction: '理由写错了。' }, after)
    await run(scene, 'publish')
    const second = await newest(scene)
    const changes = bulletinChanges(whole, corrected)
    expect(changes.changed.length).toBeGreaterThan(0)
    expect(second).toMatchObject({
      edition: 2,
      correction: '理由写错了。',
      changes: {
        changed: { count: changes.changed.length },
        added: { count: 0, first: [] },
        removed: { count: 0, first: [] },
      },
    })
    // The preview said beforehand what the page lists now, and prints the same answers.
    expect(changesBetween(edition, previewed.bulletin)).toEqual(second.changes)
    expect(answersIn(previewed.bulletin)).toEqual(answersIn(second))
    expect(await rowsOf(scene, edition)).toEqual(whole.rows)
    expect(await rowsOf(scene, second)).toEqual(corrected.rows)
    expect(
      await takesWorker({ ...scene.deps, settings: { origin: '' } as never }, legislator, scene.id),
    ).toBe(true)
  })
})

describe('a job of a long bulletin', () => {
  test('previews what would be published, of what is decided', async () => {
    const scene = await longScene()
    const { deps, id } = scene
    await expect(previewBulletin(deps, legislator, id, after)).rejects.toMatchObject({ code: 'not-found' })
    await requestPreview(deps, legislator, id, after)
    await run(scene, 'preview')
    const { bulletin, undecided } = await previewBulletin(deps, legislator, id, after)
    const whole = await short(scene)
    expect(undecided).toBe(0)
    const taken = answersIn(bulletin).taken.flatMap(({ answers }) => answers)
    expect(taken.map(({ reason }) => reason)).toContain('划定区域')
    expect(taken.reduce((sum, answer) => sum + answer.count, 0)).toBe(4)
    expect(articlesIn(bulletin)).toEqual(articlesIn(whole))
    const { long, suggested } = await readBulletin(deps, legislator, id, after)
    expect([long, suggested.head]).toEqual([true, bulletin.head])
    expect(suggested.sections).toEqual(bulletin.sections)
    const few = { ...deps, settings: { ...deps.settings, wholeEditionRows: count } }
    await expect(requestPreview(few, legislator, id, after)).rejects.toMatchObject({
      code: 'transition-refused',
    })
  })

  test('that is killed between its edition and the answer is finished by the next worker, in one edition', async () => {
    const scene = await longScene()
    const { deps, id } = scene
    const { consultations } = deps
    await requestPublication(deps, legislator, id, {}, after)
    // A process that dies says nothing any more: nobody hears of its end.
    const dying = {
      ...deps,
      consultations: { ...consultations, transition: () => Promise.reject(new Error('killed')) },
      bulletinJobs: {
        ...deps.bulletinJobs,
        put: (job: Parameters<typeof deps.bulletinJobs.put>[0], rev: number) =>
          job.state === 'failed' ? Promise.reject(new Error('killed')) : deps.bulletinJobs.put(job, rev),
      },
    }
    await expect(run(scene, 'publish', dying)).rejects.toThrow('killed')
    expect((await jobs(scene)).publish?.state).toBe('running')
    deps.clock.set(instant(Date.parse(after) + leaseSeconds * 1000))
    expect((await jobs(scene)).publish?.state).toBe('queued')
    expect(deps.bulletinWorker.asked).toHaveLength(2)
    await run(scene, 'publish')
    expect((await jobs(scene)).publish).toMatchObject({ state: 'ready', edition: 1, attempts: 2 })
    expect(await deps.bulletins.listOf(id)).toHaveLength(1)
    expect((await consultations.get(id)).status).toBe('answered')
  })

  test('ends with the reason when a colleague changed something meanwhile, and publishes nothing', async () => {
    const scene = await longScene()
    const { deps, id } = scene
    await requestPublication(deps, legislator, id, { draftRev: 0 }, after)
    const writing = {
      sections: (await readBulletin(deps, legislator, id, after)).suggested.sections,
      correction: '',
    }
    await deps.bulletinDrafts.put(
      { ...writing, consultationId: id, edition: 1, editedBy: legislator.id, editedAt: after, rev: 0 },
      0,
    )
    await run(scene, 'publish')
    expect((await jobs(scene)).publish).toMatchObject({ state: 'failed', failure: 'changed-meanwhile' })
    expect(await deps.bulletins.latest(id)).toBeUndefined()
    await requestPublication(deps, legislator, id, { draftRev: 1 }, after)
    await run(scene, 'publish')
    expect((await jobs(scene)).publish).toMatchObject({ state: 'ready', edition: 1 })
  })
})
