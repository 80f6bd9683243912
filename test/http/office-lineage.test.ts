import { beforeAll, describe, expect, it } from 'vitest'
import {
  DraftOwes,
  NamedCauses,
  type OfficeCauses,
  type OfficeLineage,
  OwedCauses,
} from '#contract/lineage-api.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { changedArticles } from '#core/lineage/causes.ts'
import type { DraftId } from '#core/ids.ts'
import { printDraft } from '#core/draft/print-draft.ts'
import { billId, draftId } from '../support/example-consultation.ts'
import { openOffice, type OpenOffice } from '../support/open-office.ts'

const later = 'yunxi-waterfront-2'
const path = `/office/api/bills/${billId}/lineage/${draftId}/${later}`
let office: OpenOffice
const read = async (who: 'legislator' | 'liaison' = 'legislator') =>
  (await office.ask(who, 'GET', path)).body as OfficeLineage
const put = (where: string, json: unknown, rev: number) =>
  office.ask('legislator', 'PUT', `${path}${where}`, { json, headers: { 'if-match': `"${rev}"` } })

beforeAll(async () => {
  office = await openOffice()
  const text = printDraft(await office.deps.drafts.text(draftId as DraftId)).replace('步道', '步道和码头')
  expect(parseDraft(text).problems).toEqual([])
  const json = { id: later, stage: 'secondReading', datedOn: '2096-11-19', text }
  expect(
    (await office.ask('legislator', 'POST', `/office/api/bills/${billId}/drafts`, { json })).status,
  ).toBe(201)
})

describe('the lineage of two drafts at the desk', () => {
  it('is read as computed, every changed article with its words', async () => {
    const { lineage, rows, articles } = await read('liaison')
    expect(lineage.rev).toBe(0)
    expect(changedArticles(lineage.links).length).toBeGreaterThan(0)
    expect(rows.flatMap(({ pieces }) => pieces).some(({ kind }) => kind === 'added')).toBe(true)
    expect(articles.to.map(({ id }) => id)).toEqual(lineage.links.flatMap(({ to }) => to))
  })

  it('is not found below another bill', async () => {
    const answer = await office.ask('legislator', 'GET', path.replace(billId, 'another-bill'))
    expect([answer.status, answer.body['code']]).toEqual([404, 'not-found'])
  })

  it('is corrected once: the second from the same reading is told that it changed', async () => {
    const { articles, lineage } = await read()
    const corrections = [{ from: [articles.from[0]?.id], to: [] }]
    const first = await put('', { corrections }, lineage.rev)
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"1"'])
    const corrected = (first.body as OfficeLineage).lineage.links.find(
      ({ from }) => from[0] === articles.from[0]?.id,
    )
    expect(corrected?.to).toEqual([])
    expect(corrected?.was).toHaveLength(1)
    expect((await put('', { corrections }, lineage.rev)).status).toBe(412)
  })

  it('is downloaded as a .docx whose name is the bill’s', async () => {
    const response = await office.fetchAs('auditor', 'GET', `${path}/comparison.docx`)
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain('修改前后对照表')
    expect([...new Uint8Array(await response.arrayBuffer()).subarray(0, 2)]).toEqual([0x50, 0x4b])
  })
})

describe('causes at the desk (R6)', () => {
  const release = () =>
    office.ask('legislator', 'POST', `/office/api/drafts/${later}/release`, {
      headers: { 'if-match': '"1"' },
    })

  it('are asked for before the draft is public, article by article', async () => {
    const answer = await release()
    expect([answer.status, answer.body['code']]).toEqual([409, 'causes-missing'])
    const { owed } = answer.body['facts'] as { owed: unknown[] }
    const [draft] = owed.map((one) => OwedCauses.parse(one))
    const { missing } = (await office.ask('legislator', 'GET', `${path}/causes`)).body as OfficeCauses
    expect(draft).toMatchObject({ fromDraftId: draftId, toDraftId: later, changed: missing.length })
    expect(draft?.missing).toEqual(missing.map((article) => ({ ...article, label: expect.any(String) })))
    const asked = await office.ask('legislator', 'GET', `/office/api/drafts/${later}/owed`)
    expect(DraftOwes.parse(asked.body)).toEqual({ owed })
    for (const { label } of draft?.missing ?? []) expect(label).toMatch(/^第.+条$/)
  })

  it('are named for a changed article, and then it is missing no longer', async () => {
    const before = (await office.ask('legislator', 'GET', `${path}/causes`)).body as OfficeCauses
    const [subject] = before.missing
    if (subject === undefined) throw new Error('nothing is missing')
    const statement = { kind: 'technical', sentence: '统一用语。', decisions: [] }
    const where = `/causes/${subject.side}/${subject.provisionId}`
    expect((await put(where, statement, 0)).status).toBe(200)
    expect((await put(where, statement, 0)).status).toBe(412)
    const after = (await office.ask('auditor', 'GET', `${path}/causes`)).body as OfficeCauses
    expect(after.missing).toEqual(before.missing.slice(1))
    expect(after.causes).toMatchObject([{ sentence: '统一用语。', statedByName: expect.stringMatching(/./) }])
  })

  it('are refused for an article that did not change, naming the field', async () => {
    const { lineage } = await read()
    const same = lineage.links.find(({ kind }) => kind === 'same')?.to[0]
    const answer = await put(
      `/causes/to/${same}`,
      { kind: 'technical', sentence: '统一用语。', decisions: [] },
      0,
    )
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('provisionId')
  })

  it('are named for all the rest with one sentence, and then the draft is released', async () => {
    const { missing } = (await office.ask('legislator', 'GET', `${path}/causes`)).body as OfficeCauses
    expect(missing.length).toBeGreaterThan(0)
    const shared = { kind: 'technical', sentence: '统一用语。', decisions: [] }
    const articles = missing.map(({ side, provisionId }) => ({ side, provisionId }))
    const causes = articles.map((article) => ({ ...article, ...shared }))
    const name = async () => office.ask('legislator', 'POST', `${path}/causes`, { json: { causes } })
    expect(NamedCauses.parse((await name()).body)).toMatchObject({
      named: { length: missing.length },
      already: [],
    })
    expect(NamedCauses.parse((await name()).body)).toEqual({ named: [], already: articles })
    const released = await release()
    expect([released.status, released.body['publishedAt']]).toEqual([200, expect.any(String)])
  })

  it('are to be looked over again after a correction, and what is said then is public at once', async () => {
    const { lineage } = await read()
    const edited = lineage.links.find(({ kind }) => kind === 'edited')
    const corrections = [{ from: [], to: edited?.to }]
    expect((await put('', { corrections }, lineage.rev)).status).toBe(200)
    const held = (await office.ask('legislator', 'GET', `${path}/causes`)).body as OfficeCauses
    const [again] = held.missing.filter((owed) => owed.again)
    expect(again?.provisionId).toBe(edited?.to[0])
    const rev = held.causes.find(({ provisionId }) => provisionId === again?.provisionId)?.rev ?? 0
    const sentence = '这一条其实是新写的。'
    const where = `/causes/to/${again?.provisionId}`
    expect((await put(where, { kind: 'technical', sentence, decisions: [] }, rev)).status).toBe(200)
    const { files } = await office.deps.published.manifest()
    const shown = await office.deps.published.read(files[`lineages/${draftId}..${later}.json`] ?? '')
    expect(JSON.stringify(shown)).toContain(sentence)
  })
})
