import { beforeAll, describe, expect, test } from 'vitest'
import type { JointAnswerInput } from '#contract/opinion-work-api.ts'
import type { OpinionId } from '#core/ids.ts'
import { instant, type Instant } from '#core/time.ts'
import {
  answerArticle,
  listArticleAnswers,
  undoArticleAnswer,
} from '../../../functions/actions/deciding/answer-article.ts'
import { assignArticle, listAssignments } from '../../../functions/actions/deciding/assign-articles.ts'
import { opinionTableRows } from '../../../functions/actions/table/build-opinion-table.ts'
import { readOpinionCounts } from '../../../functions/actions/deciding/count-opinions.ts'
import { catchUpFacts } from '../../../functions/actions/log/catch-up-facts.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { followStanding, keepStanding } from '../../../functions/actions/deciding/follow-decisions.ts'
import { listOpinions } from '../../../functions/actions/deciding/list-opinions.ts'
import { readOfficeConsultation } from '../../../functions/actions/deciding/read-office.ts'
import { aSheetRow, sheetRows } from '../../support/batch-file.ts'
import { collect } from '../../support/collect.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import { auditor, legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { uploadRows } from '../../support/upload-rows.ts'

let scene: DeskScene
const at = (minutes: number): Instant => instant(Date.parse(sceneTimes.during) + minutes * 60_000)
const list = (filter: Parameters<typeof listOpinions>[3] = {}, member = legislator) =>
  listOpinions(scene.deps, member, scene.consultation.id, filter)
const counts = (filter: Parameters<typeof listOpinions>[3] = {}) =>
  readOpinionCounts(scene.deps, legislator, scene.consultation.id, filter)
const decide = (id: OpinionId, decision: Parameters<typeof decideOpinion>[4], rev = 0, now = at(1)) =>
  decideOpinion(scene.deps, legislator, scene.consultation.id, id, decision, rev, now)
const answer = (input: Partial<JointAnswerInput>, now: Instant) =>
  answerArticle(
    scene.deps,
    legislator,
    scene.consultation.id,
    {
      id: 'answer-0001',
      article: 'art-4',
      known: 100,
      outcome: 'deferred',
      reason: '留到下一次修改时一并研究。',
      ...input,
    },
    now,
  )

beforeAll(async () => {
  scene = await makeDeskScene()
  await uploadRows(scene.deps, liaison, [
    aSheetRow(1, { 条款: '第三条', 原话: '请写清楚Fishing区在哪里。' }),
    ...sheetRows(8).slice(1),
  ])
  await scene.deps.sequence()
})

describe('working through an article', () => {
  test('in the order of the draft a page goes on where the last one ended, though opinions come between', async () => {
    const first = await list({ order: 'draft', limit: 3 })
    await uploadRows(scene.deps, liaison, [aSheetRow(30, { 条款: '第三条', 原话: '后来的一条。' })], {
      fileName: 'later.csv',
      batchId: 'later-batch',
    })
    await scene.deps.sequence()
    const rest = await list({ order: 'draft', cursor: first.cursor ?? undefined })
    const all = [...first.opinions, ...rest.opinions].map(({ id }) => id)
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(8)
    const fresh = await list({ order: 'draft' })
    expect(fresh.opinions).toHaveLength(9)
    expect(fresh.opinions.map(({ listedUnder }) => listedUnder)).toEqual([
      'art-3',
      'art-3',
      ...Array.from({ length: 7 }, () => 'art-4'),
    ])
    const wanted = fresh.opinions[5]
    const from = await list({ order: 'draft', at: wanted?.id, limit: 2 })
    expect(from.opinions[0]?.id).toBe(wanted?.id)
  })

  test('a search finds words in any letter case, and says how far it has looked', async () => {
    const found = await list({ q: 'fishing区 清楚' })
    expect(found.opinions).toHaveLength(1)
    expect(found.searched).toEqual({ done: 9, of: 9 })
    expect((await list({ q: 'fishing 没有这个词' })).opinions).toHaveLength(0)
    expect((await list({ q: 'fishing', article: 'art-4' })).opinions).toHaveLength(0)
  })

  test('an opinion is found by the number people call it by, within what else is asked', async () => {
    const [one] = (await list({ article: 'art-3' })).opinions
    const number = `第 ${(one?.n ?? 0) + 1} 号`
    for (const q of [number, number.replaceAll(' ', ''), `No. ${(one?.n ?? 0) + 1}`, '第１号'])
      expect((await list({ q })).opinions.map(({ n }) => n)).toEqual([q === '第１号' ? 0 : one?.n])
    expect((await list({ q: number, article: 'art-4' })).opinions).toHaveLength(0)
    expect((await list({ q: '第 9999 号' })).opinions).toHaveLength(0)
    expect((await list({ q: '1 号' })).opinions).toHaveLength(0)
  })

  test('notes and proposals stay inside: a contact point is not told what the legislature thinks', async () => {
    const [first] = (await list({ article: 'art-3' })).opinions
    await decide(first?.id as OpinionId, { outcome: 'notAdopted', reason: '理由', note: '先别说' })
    expect((await list({ article: 'art-3' })).opinions[0]?.decision?.note).toBe('先别说')
    expect(JSON.stringify(await list({}, liaison))).not.toContain('notAdopted')
  })

  test('an article is assigned, found by `mine` in list and table, and two at once do not overwrite each other', async () => {
    const { deps, consultation } = scene
    const assign = (rev: number, memberId?: typeof legislator.id) =>
      assignArticle(deps, legislator, consultation.id, 'art-3', { memberId }, rev, at(2))
    await deps.members.put(legislator, 0).catch(() => undefined)
    expect((await list({ mine: true })).opinions).toHaveLength(0)
    expect(await assign(0, legislator.id)).toMatchObject({ rev: 1 })
    await expect(assign(0, legislator.id)).rejects.toThrow('changed-meanwhile')
    const mine = (await list({ mine: true })).opinions.map(({ id }) => id)
    expect(mine).toHaveLength(2)
    const taken = opinionTableRows(deps, legislator, consultation.id, {
      edition: 'internal',
      filter: { mine: true },
    })
    expect((await collect(taken)).map(({ opinionId }) => opinionId).sort()).toEqual(mine.sort())
    const { assignments, colleagues } = await listAssignments(deps, auditor, consultation.id)
    expect(assignments).toMatchObject([{ article: 'art-3', memberName: legislator.name, rev: 1 }])
    expect(colleagues.map(({ id }) => id)).toContain(legislator.id)
    await expect(assignArticle(deps, legislator, consultation.id, 'art-99', {}, 0, at(2))).rejects.toThrow(
      'not-found',
    )
  })

  test('what is left of it is answered at once and taken back, but for what a colleague changed since', async () => {
    const before = (await list({ article: 'art-4' })).opinions
    const [decided, noted, changed] = before.map(({ id }) => id)
    await decide(decided as OpinionId, { outcome: 'referred', reason: '转水务' }, 0, at(3))
    await decide(noted as OpinionId, { note: '问一问老王' }, 0, at(3))
    expect(await answer({}, at(4))).toMatchObject({ count: 6, left: 0 })
    expect(await counts({ article: 'art-4' })).toMatchObject({ total: { opinions: 7, decided: 7 } })
    expect(await counts({ outcome: 'deferred' })).toMatchObject({ total: { opinions: 6 } })
    const now = new Map((await list({ article: 'art-4' })).opinions.map((one) => [one.id, one.decision]))
    expect(now.get(decided as OpinionId)).toMatchObject({ outcome: 'referred', rev: 1 })
    expect(now.get(noted as OpinionId)).toMatchObject({ outcome: 'deferred', note: '问一问老王', rev: 2 })
    // Sent again, as after a broken line: nothing is written twice.
    expect(await answer({}, at(5))).toMatchObject({ count: 6 })
    expect((await list({ article: 'art-4' })).opinions.find(({ id }) => id === noted)?.decision?.rev).toBe(2)

    await decide(changed as OpinionId, { outcome: 'outOfScope', reason: '另有规定' }, 1, at(6))
    const undone = await undoArticleAnswer(
      scene.deps,
      legislator,
      scene.consultation.id,
      'answer-0001',
      at(7),
    )
    expect(undone).toMatchObject({ count: 5, kept: 1 })
    const after = await counts({ article: 'art-4', undecided: true })
    expect(after.total.opinions).toBe(5)
    const held = (await list({ article: 'art-4' })).opinions.find(({ id }) => id === noted)?.decision
    expect(held).toMatchObject({ note: '问一问老王' })
    expect(held).not.toHaveProperty('outcome')
    const { answers } = await listArticleAnswers(scene.deps, auditor, scene.consultation.id)
    expect(answers).toMatchObject([{ id: 'answer-0001', undoneAt: at(7) }])
  })

  test('an answer reaches no opinion its reader has not seen', async () => {
    const undecided = (await list({ article: 'art-4', undecided: true })).opinions
    const known = undecided[1]?.n ?? 0
    expect(await answer({ id: 'answer-0002', known }, at(8))).toMatchObject({ count: 1, left: 0 })
  })

  test('a process that starts anew knows the same decisions, from the snapshot or from the decisions', async () => {
    const shown = await counts({})
    const { deps, consultation } = scene
    const opinionLog = { ...deps.opinionLog }
    const decisions = { ...deps.decisions }
    const anew = await readOpinionCounts({ ...deps, opinionLog, decisions }, legislator, consultation.id, {})
    expect(anew).toEqual(shown)
    const held = await readOfficeConsultation(deps, legislator, consultation.id, at(9))
    expect(held.decided).toBe(shown.total.decided)
  })

  test('announcements that a snapshot made superfluous are gone, and whoever held older ones misses nothing', async () => {
    const { deps, consultation } = scene
    const { id } = consultation
    await counts({})
    const [first, second] = (await list({ undecided: true })).opinions
    const open = (await counts({})).total.decided
    for (const [opinion, minutes] of [
      [first, 600],
      [second, 900],
    ] as const)
      await decide(
        opinion?.id as OpinionId,
        { outcome: 'deferred', reason: '留待研究' },
        opinion?.decision?.rev ?? 0,
        at(minutes),
      )
    const elsewhere = { ...deps, opinionLog: { ...deps.opinionLog }, decisions: { ...deps.decisions } }
    const standing = await followStanding(elsewhere, id, await catchUpFacts(elsewhere, id))
    await keepStanding(elsewhere, id, standing)
    const announced = await deps.decisions.listChanges(id, instant(0))
    expect(announced.map(({ opinionId }) => opinionId)).toEqual([second?.id])
    // this process has looked last before both, and the first of them is announced no more
    expect((await counts({})).total.decided).toBe(open + 2)
  })
})
