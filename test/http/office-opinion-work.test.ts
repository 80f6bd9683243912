import { beforeAll, describe, expect, it } from 'vitest'
import { OfficeOpinionPage } from '#contract/office-api.ts'
import {
  AssignmentList,
  JointAnswerList,
  JointAnswerShown,
  OfficeOpinionCounts,
} from '#contract/opinion-work-api.ts'
import type { Instant } from '#core/time.ts'
import { consultationId, submission } from '../support/example-consultation.ts'
import { openOffice, type OfficeCall, type OpenOffice } from '../support/open-office.ts'

const base = `/office/api/consultations/${consultationId}`

describe('work on opinions over HTTP', () => {
  let office: OpenOffice
  const ask = (method: string, path: string, call?: OfficeCall, who = 'legislator' as const) =>
    office.ask(who, method, `${base}/${path}`, call)

  beforeAll(async () => {
    office = await openOffice()
    for (const [place, verbatim] of ['河边要有路灯。', 'WiFi不要。', '河边要有座椅。'].entries()) {
      office.deps.clock.set(`2096-11-20T02:00:0${place}.000Z` as Instant)
      expect((await office.portal.submit(submission({ verbatim }))).status).toBe(201)
    }
    await office.deps.sequence()
  })

  it('lists what an address asks for, and refuses an address that means nothing', async () => {
    const found = OfficeOpinionPage.parse((await ask('GET', `opinions?q=${encodeURIComponent('河边')}`)).body)
    expect(found.opinions.map(({ verbatim }) => verbatim)).toEqual(['河边要有路灯。', '河边要有座椅。'])
    expect(found).toMatchObject({ known: 3, logged: 3, searched: { done: 3, of: 3 } })
    for (const wrong of ['outcome=perhaps', 'from=yesterday', 'limit=0', 'mine=yes', 'order=size'])
      expect((await ask('GET', `opinions?${wrong}`)).status, wrong).toBe(422)
  })

  it('counts what the list means', async () => {
    const counts = OfficeOpinionCounts.parse((await ask('GET', 'opinion-counts?undecided=1')).body)
    expect(counts.total).toMatchObject({ opinions: 3, decided: 0 })
    expect(counts.byOutcome).toMatchObject([{ key: '', opinions: 3 }])
  })

  it('assigns an article under If-Match, and tells who has it', async () => {
    const { colleagues } = AssignmentList.parse((await ask('GET', 'assignments')).body)
    const [memberId] = colleagues.map(({ id }) => id)
    expect((await ask('PUT', 'assignments/whole', { json: { memberId } })).status).toBe(428)
    const first = { json: { memberId }, headers: { 'if-match': '"0"' } }
    expect((await ask('PUT', 'assignments/whole', first)).status).toBe(200)
    expect((await ask('PUT', 'assignments/whole', first)).status).toBe(412)
    expect((await ask('PUT', 'assignments/art-999', first)).status).toBe(404)
    expect(AssignmentList.parse((await ask('GET', 'assignments')).body).assignments).toMatchObject([
      { article: 'whole', memberId, rev: 1 },
    ])
  })

  it('answers what is left of an article at once, and takes it back', async () => {
    const { opinions, known } = OfficeOpinionPage.parse((await ask('GET', 'opinions')).body)
    const article = opinions[0]?.listedUnder
    const answer = { id: 'answer-http-1', article, known, outcome: 'referred', reason: '转水务部门。' }
    expect((await ask('POST', 'joint-answers', { json: { ...answer, reason: ' ' } })).status).toBe(422)
    const given = JointAnswerShown.parse((await ask('POST', 'joint-answers', { json: answer })).body)
    expect(given).toMatchObject({ count: 3, left: 0 })
    const undone = await ask('POST', 'joint-answers/answer-http-1/undo')
    expect(JointAnswerShown.parse(undone.body)).toMatchObject({ count: 3, kept: 0 })
    expect(JointAnswerList.parse((await ask('GET', 'joint-answers')).body).answers).toHaveLength(1)
    expect((await ask('POST', 'joint-answers/answer-nobody/undo')).status).toBe(404)
  })
})
