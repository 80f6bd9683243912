import { beforeAll, describe, expect, it } from 'vitest'
import {
  GroupDecisionReport,
  GroupMoveList,
  OfficeGroupDetail,
  OfficeGroupPage,
  type OfficeGroup,
} from '#contract/groups-api.ts'
import { OfficeOpinionPage, Readiness } from '#contract/office-api.ts'
import { TableVerdicts } from '#contract/table-api.ts'
import { Bulletin } from '#core/bulletin/bulletin.ts'
import type { Instant } from '#core/time.ts'
import { closesAt, consultationId, submission } from '../support/example-consultation.ts'
import { openOffice, type OfficeCall, type OpenOffice } from '../support/open-office.ts'

const base = `/office/api/consultations/${consultationId}`
const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

const letter = '建议在老码头北岸划出垂钓区，规定早晚两个时段，一人一竿一钩，违规者三个月内不准再来。'
const own = '我父亲坐轮椅，也想在岸边待一会儿，请留一段没有台阶的。'
const opposite =
  '不应当在老码头北岸划出垂钓区，规定早晚两个时段也没人守，一人一竿一钩管不住，违规者照样再来。'
const toilets = '公共厕所门口的坡道太陡，轮椅推不上去，请改缓一点。'

async function submitAll(office: OpenOffice, texts: readonly string[], from = 10) {
  for (const [place, verbatim] of texts.entries()) {
    office.deps.clock.set(`2096-11-20T02:00:${String(place + from)}.000Z` as Instant)
    const answer = await office.portal.submit(submission({ verbatim }))
    expect(answer.status).toBe(201)
  }
  await office.deps.sequence()
}

function on(office: OpenOffice) {
  const ask = (method: string, path: string, call?: OfficeCall) =>
    office.ask('legislator', method, `${base}/${path}`, call)
  return {
    ask,
    groups: async (query = '?atLeast=1') => OfficeGroupPage.parse((await ask('GET', `groups${query}`)).body),
    group: async (id: string) => OfficeGroupDetail.parse((await ask('GET', `groups/${id}`)).body),
    move: (change: unknown, rev: number) =>
      ask('POST', 'group-moves', { json: { change }, headers: { 'if-match': `"${rev}"` } }),
    answer: (id: string, json: unknown, rev: number) =>
      ask('PUT', `groups/${id}/decision`, { json, headers: { 'if-match': `"${rev}"` } }),
    history: async () => GroupMoveList.parse((await ask('GET', 'group-moves')).body),
  }
}

const sizes = (groups: readonly OfficeGroup[]) => groups.map(({ size }) => size)

describe('same-kind opinions at the desk', () => {
  let office: OpenOffice
  let desk: ReturnType<typeof on>
  let ids: string[]
  beforeAll(async () => {
    office = await openOffice()
    desk = on(office)
    await submitAll(office, [letter, `${letter}${own}`, `您好，${letter}`, opposite, toilets])
    const page = OfficeOpinionPage.parse((await desk.ask('GET', 'opinions')).body)
    ids = page.opinions.map(({ id }) => id)
  })

  it('are proposed as groups, the largest first, and never with their opposite', async () => {
    const { groups, grouped, logged, movesRev } = await desk.groups()
    expect([grouped, logged, movesRev]).toEqual([5, 5, 0])
    expect(sizes(groups)).toEqual([3, 1, 1])
    expect(groups[0]).toMatchObject({ id: 'g-0', people: 3, undecided: 3, leader: { verbatim: letter } })
    expect(sizes((await desk.groups('')).groups)).toEqual([3])
    expect((await desk.groups('?article=art-25&atLeast=1')).groups).toEqual([])
    expect((await desk.groups('?atLeast=1&number=3')).groups.map(({ id }) => id)).toEqual(['g-0'])
    expect((await desk.groups('?atLeast=1&number=99')).groups).toEqual([])
    expect(groups[0]).toMatchObject({ contactPoints: 0 })
    const first = await desk.groups('?atLeast=1&limit=2')
    expect(sizes(first.groups)).toEqual([3, 1])
    expect(sizes((await desk.groups(`?atLeast=1&cursor=${first.cursor}`)).groups)).toEqual([1])
  })

  it('show what differs, and the sentence a form letter’s copy has of its own', async () => {
    const { members } = await desk.group('g-0')
    expect(members.map(({ leftovers }) => leftovers)).toEqual([[], [own], []])
    const joined = members[1]!.differences.filter(({ kind }) => kind !== 'removed').map(({ text }) => text)
    expect(joined.join('')).toBe(letter + own)
  })

  it('two people moving at once lose nothing: other groups pass, the same one is shown', async () => {
    const [split, merge] = await Promise.all([
      desk.move({ kind: 'move', opinionIds: [ids[1]], to: 'new' }, 0),
      desk.move({ kind: 'merge', from: 'g-4', into: 'g-3' }, 0),
    ])
    expect([split.status, merge.status]).toEqual([201, 201])
    expect(sizes((await desk.groups()).groups)).toEqual([2, 2, 1])

    const late = await desk.move({ kind: 'move', opinionIds: [ids[1]], to: 'g-0' }, 0)
    expect([late.status, late.body['code']]).toEqual([412, 'changed-meanwhile'])
    expect(late.body['facts']).toMatchObject({ rev: 2, theirs: { change: { opinionIds: [ids[1]] } } })
    expect((await desk.move({ kind: 'merge', from: 'g-77', into: 'g-0' }, 2)).status).toBe(422)
    expect((await desk.ask('POST', 'group-moves', { json: { change: {} } })).status).toBe(422)
    expect((await desk.ask('GET', 'groups/g-77')).status).toBe(404)
  })

  it('undoing keeps the history, and undoing that makes it again', async () => {
    const { moves } = await desk.history()
    const split = moves.find(({ change }) => change.kind === 'move')!
    expect(split.numbers).toEqual([2])
    expect(split.by).not.toBe('')
    expect((await desk.move({ kind: 'undo', undoes: split.rev }, 2)).status).toBe(201)
    expect(sizes((await desk.groups()).groups)).toEqual([3, 2])
    expect((await desk.move({ kind: 'undo', undoes: 3 }, 3)).status).toBe(201)
    expect(sizes((await desk.groups()).groups)).toEqual([2, 2, 1])
    expect((await desk.move({ kind: 'undo', undoes: 4 }, 4)).status).toBe(201)
    expect((await desk.history()).moves.map(({ rev }) => rev)).toEqual([1, 2, 3, 4, 5])
    expect((await desk.group('g-4')).group.id).toBe('g-3')
  })

  it('a new copy joins where people have put its group, and moves nothing back', async () => {
    await submitAll(office, [`${toilets}谢谢。`], 30)
    const { groups } = await desk.groups()
    expect(sizes(groups)).toEqual([3, 3])
    expect(groups[1]!.leader.verbatim).toBe(opposite)
  })
})

describe('one answer to a group', () => {
  let office: OpenOffice
  let desk: ReturnType<typeof on>
  beforeAll(async () => {
    office = await openOffice()
    desk = on(office)
    await submitAll(office, [letter, `${letter}${own}`, `您好，${letter}`, toilets])
  })
  const no = { decision: { outcome: 'notAdopted', reason: '岸段安全评估没有通过' } }
  const later = { decision: { outcome: 'deferred', reason: '明年结合岸线改造再研究' } }

  it('is written to each member, keeps what a person decided otherwise and what colleagues noted', async () => {
    const { members } = await desk.group('g-0')
    const [first, second] = members.map(({ opinion }) => opinion.id)
    const decide = (id: string | undefined, json: unknown) =>
      desk.ask('PUT', `decisions/${id}`, { json, headers: { 'if-match': '"0"' } })
    expect((await decide(second, { outcome: 'referred', reason: '转残联研究无障碍' })).status).toBe(200)
    expect((await decide(first, { note: '问过水务局', responsible: '周敏' })).status).toBe(200)

    expect((await desk.answer('g-0', { decision: { reason: '没有结果' } }, 0)).status).toBe(422)
    const answered = await desk.answer('g-0', no, 0)
    expect(GroupDecisionReport.parse(answered.body)).toMatchObject({
      written: 2,
      unchanged: 0,
      kept: 1,
      keptIds: [second],
      left: 0,
    })
    const after = await desk.group('g-0')
    expect(after.members[0]!.opinion.decision).toMatchObject({
      ...no.decision,
      note: '问过水务局',
      responsible: '周敏',
    })
    expect(after.members[1]!.opinion.decision).toMatchObject({ outcome: 'referred' })
    expect(after.group).toMatchObject({ undecided: 0, answer: { rev: 1, decision: no.decision } })
  })

  it('answered by two at once stands as the first said, and the second is shown it', async () => {
    const stale = await desk.answer('g-0', later, 0)
    expect([stale.status, stale.body['facts']]).toMatchObject([
      412,
      { rev: 1, theirs: { decision: no.decision, decidedByName: expect.stringMatching(/./u) as string } },
    ])
    const again = GroupDecisionReport.parse((await desk.answer('g-0', no, 1)).body)
    expect(again).toMatchObject({ written: 0, unchanged: 2, kept: 1, answer: { rev: 1 } })
  })

  it('changed, it reaches the members that had the earlier one', async () => {
    const changed = GroupDecisionReport.parse((await desk.answer('g-0', later, 1)).body)
    expect(changed).toMatchObject({ written: 2, unchanged: 0, kept: 1, answer: { rev: 2 } })
    expect((await desk.group('g-0')).members[0]!.opinion.decision).toMatchObject({
      ...later.decision,
      note: '问过水务局',
    })
  })

  it('never decides a later member silently: it is undecided and proposed the answer', async () => {
    await submitAll(office, [`转发：${letter}`], 30)
    const { group, members } = await desk.group('g-0')
    expect([group.size, group.undecided]).toEqual([4, 1])
    expect(members[3]).toMatchObject({ proposed: later.decision, opinion: { verbatim: `转发：${letter}` } })
    expect(members[3]!.opinion.decision).toBeUndefined()
    const readiness = Readiness.parse((await desk.ask('GET', 'readiness')).body)
    expect(readiness.reconciliation).toMatchObject({ received: 5, undecided: 2 })
  })

  it('adds up in readiness, table and bulletin, and every receipt has an answer of its own', async () => {
    expect((await desk.answer('g-0', later, 2)).body).toMatchObject({ written: 1, unchanged: 2, kept: 1 })
    expect((await desk.answer('g-3', no, 0)).body).toMatchObject({ written: 1 })
    const table = await (await office.fetchAs('legislator', 'GET', `${base}/table.xlsx`)).arrayBuffer()
    const loaded = await desk.ask('POST', 'table.xlsx?apply=0', { body: table, headers: xlsx })
    expect(TableVerdicts.parse(loaded.body)).toMatchObject({ unchanged: 5, applied: 0, missing: 0 })

    office.deps.clock.set(closesAt)
    await office.signInAgain('legislator')
    const bulletin = Bulletin.parse((await desk.ask('POST', 'publish', { json: {} })).body)
    expect(bulletin.rows.length).toBe(5)
    expect(bulletin.reconciliation).toMatchObject({
      received: 5,
      undecided: 0,
      byOutcome: { deferred: 3, referred: 1, notAdopted: 1 },
    })
  })
})
