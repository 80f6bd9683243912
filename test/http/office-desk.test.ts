import { beforeAll, describe, expect, it } from 'vitest'
import { BulletinJobs, BulletinPreview } from '#contract/bulletin-api.ts'
import { OfficeOpinionPage, Readiness } from '#contract/office-api.ts'
import { bulletinFileName } from '#contract/published.ts'
import { TableVerdicts } from '#contract/table-api.ts'
import { Bulletin, usualSections } from '#core/bulletin/bulletin.ts'
import { BulletinDraft } from '#core/bulletin/bulletin-draft.ts'
import { Decision } from '#core/deciding/decision.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import type { OpinionId } from '#core/ids.ts'
import { runBulletinJob } from '../../functions/actions/bulletin/run-bulletin-job.ts'
import { exampleAuthority } from '../support/example-authority.ts'
import { closesAt, consultationId, submission } from '../support/example-consultation.ts'
import { openOffice, type MemberName, type OpenOffice } from '../support/open-office.ts'

const base = `/office/api/consultations/${consultationId}`
const xlsx = { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

const csvOf = (verbatim: string) =>
  `\ufeff条款,意见类型,原话,来源渠道,收集日期\r\n第二十四条,修改,${verbatim},座谈会,2096-11-18\r\n`

async function upload(office: OpenOffice, who: MemberName, batchId: string, verbatim: string) {
  const path = `/office/api/batches/${batchId}?consultationId=${consultationId}&fileName=${encodeURIComponent('意见.csv')}`
  return office.ask(who, 'PUT', path, { body: csvOf(verbatim), headers: { 'content-type': 'text/csv' } })
}

async function opinionsSeenBy(office: OpenOffice, who: MemberName, query = '') {
  const answer = await office.ask(who, 'GET', `${base}/opinions${query}`)
  return OfficeOpinionPage.parse(answer.body).opinions.map(({ verbatim }) => verbatim)
}

describe('a contact point', () => {
  let office: OpenOffice
  beforeAll(async () => {
    office = await openOffice()
    expect((await upload(office, 'liaison', 'b-west', '河西的意见')).body).toMatchObject({ stored: 1 })
    expect((await upload(office, 'otherLiaison', 'b-east', '河东的意见')).body).toMatchObject({ stored: 1 })
    await office.portal.submit(submission({ verbatim: '网上的意见' }))
    await office.deps.sequence()
  })

  it('sees its own raw opinions and never another’s', async () => {
    expect(await opinionsSeenBy(office, 'liaison')).toEqual(['河西的意见'])
    expect(await opinionsSeenBy(office, 'otherLiaison')).toEqual(['河东的意见'])
    expect(await opinionsSeenBy(office, 'collector')).toEqual(['河西的意见'])
    for (const who of ['liaison', 'collector'] as const) {
      const answer = await office.ask(who, 'GET', `${base}/opinions?contactPoint=cp-hedong`)
      expect(answer.status).toBe(403)
      expect(answer.text).not.toContain('河东的意见')
    }
  })

  it('is not shown another’s uploads', async () => {
    const path = `/office/api/tasks/${consultationId}/batches`
    expect((await office.ask('liaison', 'GET', path)).text).not.toContain('b-east')
    expect((await office.ask('otherLiaison', 'GET', path)).text).toContain('b-east')
  })

  it('legislators and auditors see all, by article and channel', async () => {
    expect((await opinionsSeenBy(office, 'legislator')).sort()).toEqual([
      '河东的意见',
      '河西的意见',
      '网上的意见',
    ])
    expect(await opinionsSeenBy(office, 'auditor', '?channel=web&article=art-24')).toEqual(['网上的意见'])
    expect((await office.ask('legislator', 'GET', `${base}/opinions?limit=9999`)).status).toBe(422)
  })

  it('uploads the same file twice without storing anything again', async () => {
    expect((await upload(office, 'liaison', 'b-west', '河西的意见')).body).toMatchObject({
      stored: 0,
      repeated: 1,
    })
  })

  it('downloads the table to fill in, under a name old and new clients read', async () => {
    const answer = await office.fetchAs('liaison', 'GET', `/office/api/tasks/${consultationId}/template.xlsx`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="kaimen\.xlsx"; filename\*=UTF-8''(%[0-9A-F]{2}|[\w.-])+\.xlsx$/,
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK')
  })

  it('is told clearly when the file is no table', async () => {
    const path = `/office/api/batches/b-bad?consultationId=${consultationId}&fileName=x.xlsx`
    const exe = await office.ask('liaison', 'PUT', path, {
      body: 'MZ\u0090\u0000 not a workbook',
      headers: xlsx,
    })
    expect([exe.status, exe.body['code']]).toEqual([422, 'not-an-xlsx'])
    const image = { 'content-type': 'image/png' }
    expect((await office.ask('liaison', 'PUT', path, { body: 'x', headers: image })).status).toBe(415)
    const big = new Uint8Array(21 * 1024 * 1024)
    expect((await office.ask('liaison', 'PUT', path, { body: big, headers: xlsx })).status).toBe(413)
    expect(
      (await office.ask('liaison', 'PUT', '/office/api/batches/b-1', { body: 'x', headers: xlsx })).status,
    ).toBe(422)
  })
})

describe('a decision', () => {
  let office: OpenOffice
  let code: ReceiptCode
  let opinionId: OpinionId
  const decide = (json: unknown, headers: Record<string, string> = {}) =>
    office.ask('legislator', 'PUT', `${base}/decisions/${opinionId}`, { json, headers })

  beforeAll(async () => {
    office = await openOffice()
    code = (await office.portal.submit(submission())).body['receiptCode'] as ReceiptCode
    opinionId = opinionIdOf(code)
    await office.deps.sequence()
  })

  it('needs to say which version it changes, and meets the one that stands (428, 412)', async () => {
    expect((await decide({ outcome: 'notAdopted' })).status).toBe(428)
    const first = await decide({ outcome: 'notAdopted', reason: '另有规定' }, { 'if-match': '"0"' })
    expect(first.status).toBe(200)
    expect(first.headers.get('etag')).toBe(`"${Decision.parse(first.body).rev}"`)
    const stale = await decide({ outcome: 'deferred', reason: '以后再说' }, { 'if-match': '"0"' })
    expect([stale.status, stale.body['code']]).toEqual([412, 'changed-meanwhile'])
    expect((await decide({}, { 'if-match': '*' })).status).toBe(412)
    const etag = first.headers.get('etag') ?? ''
    expect((await decide({ outcome: 'deferred', reason: '留到明年' }, { 'if-match': etag })).status).toBe(200)
  })

  it('goes out as Excel and comes back as Excel, changing nothing when nothing was changed', async () => {
    const table = await office.fetchAs('legislator', 'GET', `${base}/table.xlsx`)
    expect(table.status).toBe(200)
    const bytes = await table.arrayBuffer()
    const loaded = await office.ask('legislator', 'POST', `${base}/table.xlsx?apply=1`, {
      body: bytes,
      headers: xlsx,
    })
    expect(TableVerdicts.parse(loaded.body)).toMatchObject({
      applied: 0,
      unchanged: 1,
      conflict: 0,
      missing: 0,
    })
  })

  it('is published with its bulletin, and only then known to who holds the receipt', async () => {
    const early = await office.ask('legislator', 'POST', `${base}/publish`, { json: {} })
    expect([early.status, early.body['code']]).toEqual([409, 'publication-incomplete'])
    const asked = async () => (await office.portal.postJson('/api/receipts', { receiptCode: code })).body
    expect((await asked())['decision']).toBeUndefined()

    office.deps.clock.set(closesAt)
    const member = await office.signInAgain('legislator')
    const readiness = await office.ask(member, 'GET', `${base}/readiness`)
    expect(Readiness.parse(readiness.body)).toMatchObject({ ready: true, gapCount: 0 })
    const put = (head: string, rev: number) =>
      office.ask(member, 'PUT', `${base}/bulletin`, {
        json: { head, sections: usualSections.map(({ kind }) => ({ kind })), correction: '' },
        headers: { 'if-match': `"${rev}"` },
      })
    expect(BulletinDraft.parse((await put('大家说的，一条一条答复。', 0)).body).rev).toBe(1)
    expect((await put('别人写的开头。', 0)).status).toBe(412)
    const preview = await office.ask(member, 'GET', `${base}/bulletin/preview`)
    expect(BulletinPreview.parse(preview.body).bulletin.head).toBe('大家说的，一条一条答复。')
    const word = await office.fetchAs(member, 'GET', `${base}/bulletin/bulletin.docx`)
    expect([word.status, (await word.text()).slice(0, 2)]).toEqual([200, 'PK'])
    expect((await office.ask(member, 'POST', `${base}/publish`, { json: { draftRev: 0 } })).status).toBe(412)
    const published = await office.ask(member, 'POST', `${base}/publish`, { json: { draftRev: 1 } })
    expect(published.status).toBe(201)
    expect(Bulletin.parse(published.body).reconciliation).toMatchObject({ received: 1, undecided: 0 })
    expect(await asked()).toMatchObject({
      state: 'answered',
      consultation: { state: 'answered' },
      decision: { outcome: 'deferred', reason: '留到明年', publishedAt: closesAt },
    })
    expect((await office.deps.published.manifest()).files).toHaveProperty([
      `bulletins/${consultationId}.json`,
    ])
    expect((await office.deps.published.manifest()).files).toHaveProperty([
      bulletinFileName(consultationId, 1),
    ])

    const later = await office.ask('legislator', 'PUT', `${base}/decisions/${opinionId}`, {
      json: { outcome: 'referred', reason: '改了，还没公布' },
      headers: { 'if-match': '"2"' },
    })
    expect(later.status).toBe(200)
    expect(await asked()).toMatchObject({ decision: { reason: '留到明年' } })

    // A correction too long for one request is a worker's.
    office.deps.settings.wholeEditionRows = 0
    const ask = (method: string, path: string, json?: object) =>
      office.ask(member, method, `${base}/${path}`, json && { json })
    expect((await ask('GET', 'bulletin/preview')).status).toBe(404)
    expect((await ask('POST', 'bulletin/preview')).status).toBe(202)
    const job = await ask('POST', 'publish', { correction: '说错了年份。' })
    expect([job.status, job.body['kind'], job.body['state']]).toEqual([202, 'publish', 'queued'])
    for (const name of office.deps.bulletinWorker.asked)
      await runBulletinJob(office.deps, name, { authority: exampleAuthority })
    const done = BulletinJobs.parse((await ask('GET', 'bulletin/jobs')).body)
    expect(done).toMatchObject({ preview: { state: 'ready' }, publish: { state: 'ready', edition: 2 } })
    const seen = BulletinPreview.parse((await ask('GET', 'bulletin/preview')).body)
    expect(seen).toMatchObject({ bulletin: { edition: 2 }, earlier: { edition: 2 }, undecided: 0 })
    expect(await asked()).toMatchObject({ decision: { outcome: 'referred', reason: '改了，还没公布' } })
  })
})

describe('a consultation', () => {
  it('from a plain text to a public announcement', async () => {
    const office = await openOffice()
    const post = (path: string, call: object) => office.ask('legislator', 'POST', path, call)
    const text = '云溪市路灯条例\n\n第一条　为了照亮道路，制定本条例。\n\n第二条　路灯应当天黑就亮。\n'
    const preview = await post('/office/api/drafts/preview', {
      body: text,
      headers: { 'content-type': 'text/plain' },
    })
    expect(preview.body).toMatchObject({ title: '云溪市路灯条例', articles: 2, problems: [] })

    const bill = await post('/office/api/bills', {
      json: { id: 'lamps', title: '云溪市路灯条例', summary: '路灯。' },
    })
    expect(bill.status).toBe(201)
    const draft = { id: 'lamps-1', stage: 'consultation', datedOn: '2096-11-10', text }
    expect((await post('/office/api/bills/lamps/drafts', { json: draft })).status).toBe(201)
    const prepared = await post('/office/api/consultations', {
      json: {
        id: 'c-lamps',
        billId: 'lamps',
        draftId: 'lamps-1',
        opensAt: '2096-11-21T00:00:00.000Z',
        closesAt: '2096-12-25T16:00:00.000Z',
        explanatoryNote: '说明',
        categories: [],
        guidingQuestions: [],
        answerExpectedOn: '2097-03-01',
        postalAddress: '江滨路 1 号',
        phone: '0571',
        tasks: [{ contactPointId: 'cp-hexi', dueOn: '2096-12-20', note: '' }],
      },
    })
    expect(prepared.status).toBe(201)
    expect((await office.portal.ask('/api/consultations/c-lamps')).status).toBe(404)

    const announce = '/office/api/consultations/c-lamps/announce'
    expect((await post(announce, {})).status).toBe(428)
    const etag = prepared.headers.get('etag') ?? ''
    const announced = await post(announce, { headers: { 'if-match': etag } })
    expect(announced.status).toBe(200)
    const shown = await office.portal.ask('/api/consultations/c-lamps')
    expect(shown.body).toMatchObject({ state: 'scheduled', bill: { title: '云溪市路灯条例' } })
    expect((await office.deps.published.manifest()).files).toHaveProperty(['consultations/c-lamps.json'])
  })
})
