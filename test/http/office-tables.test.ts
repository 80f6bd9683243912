import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { OfficeExport, OfficeExportList } from '#contract/export-api.ts'
import { TableVerdicts } from '#contract/table-api.ts'
import { runExport } from '../../functions/actions/table/run-export.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { allDecisions } from '../support/all-decisions.ts'
import { buildOpinion } from '../support/build-opinion.ts'
import { csvFile } from '../support/batch-file.ts'
import { consultationId, draftId } from '../support/example-consultation.ts'
import { openOffice, type OpenOffice } from '../support/open-office.ts'

const base = `/office/api/consultations/${consultationId}`
const sheet = { 'content-type': 'application/octet-stream' }

const mostRows = { xlsx: 9, docx: 9, csv: 9, json: 9 }
let office: OpenOffice
beforeAll(async () => {
  office = await openOffice({ directTableRows: mostRows })
  for (const name of ['one', 'two', 'three'])
    await office.deps.inbox.append(
      buildOpinion(
        name,
        { contactPointId: 'cp-hexi', channel: name === 'two' ? 'web' : 'forum' },
        { consultationId, draftId, verbatim: `${name}：河边要有灯。` },
      ),
    )
  await office.deps.sequence()
})

const ask = (method: string, path: string, call?: Parameters<OpenOffice['ask']>[3]) =>
  office.ask('legislator', method, `${base}/${path}`, call)

describe('the table', () => {
  it.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['csv', 'text/csv; charset=utf-8', '\u{FEFF}序号'],
    ['json', 'application/json; charset=utf-8', '{"consultationId"'],
  ])('leaves as .%s under its own media type and a name in Chinese', async (format, type, start) => {
    const answer = await office.fetchAs('legislator', 'GET', `${base}/table.${format}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
      new RegExp(`意见汇总表-.+\\.${format}$`),
    )
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    expect(text.startsWith(start)).toBe(true)
  })

  it('is filtered by the names of the list, and refuses what the list would refuse', async () => {
    const rows = async (query: string) => {
      const answer = await office.fetchAs('legislator', 'GET', `${base}/table.csv?${query}`)
      return (await readSpreadsheet(new Uint8Array(await answer.arrayBuffer()))).rows.length
    }
    expect(await Promise.all(['', 'channel=web', 'channel=forum&undecided=1'].map(rows))).toEqual([3, 1, 2])
    expect((await ask('GET', 'table.csv?channel=carrier-pigeon')).body['code']).toBe('invalid-fields')
  })

  it('that is too long to leave at once where answers end says so, and how it can be had', async () => {
    const whole = { ...mostRows }
    Object.assign(mostRows, { xlsx: 2, csv: 0 })
    const refused = await ask('GET', 'table.xlsx')
    const [filtered, far, other] = await Promise.all([
      office.fetchAs('legislator', 'GET', `${base}/table.xlsx?channel=web`),
      ask('GET', 'table.csv?channel=web'),
      office.fetchAs('legislator', 'GET', `${base}/table.docx`),
    ])
    Object.assign(mostRows, whole)
    expect(refused).toMatchObject({
      status: 413,
      body: { code: 'table-too-long', facts: { rows: 3, limit: 2 } },
    })
    expect(refused.body['title']).toBe('这份表太长，不能直接下载')
    // a log far beyond what may leave is not even read
    expect([filtered.status, far.status, other.status]).toEqual([200, 413, 200])
  })

  it('says in the working edition whose copy it is; the audit knows too', async () => {
    const { watermark } = (await ask('GET', 'table.json')).body
    expect(watermark).toMatch(/^内部资料.+legislator.+\d\d:\d\d 下载$/u)
    const { events } = (await office.ask('auditor', 'GET', '/office/api/audit')).body as {
      events: { action: string; facts: unknown }[]
    }
    expect(events).toContainEqual(
      expect.objectContaining({
        action: 'table.download',
        facts: { format: 'json', edition: 'internal', rows: 3 },
      }),
    )
  })

  it('has no public edition before the bulletin', async () => {
    const answer = await ask('GET', 'table.xlsx?edition=public')
    expect([answer.status, answer.body['code']]).toEqual([409, 'not-published-yet'])
  })

  it('comes back as CSV or in a form; only the rows chosen are written, the second time nothing', async () => {
    const rows = await (await office.fetchAs('legislator', 'GET', `${base}/table.csv`)).arrayBuffer()
    const ids = (await readSpreadsheet(new Uint8Array(rows))).rows.map(({ cells }) => cells['编号'] ?? '')
    const filled = new Uint8Array(
      csvFile(ids.map((id) => ({ 编号: id, 版本: '0', 采纳情况: '已有规定', 答复理由: '见第一条。' }))),
    )
    const dry = TableVerdicts.parse(
      (await ask('POST', 'table.csv?apply=0', { body: filled, headers: sheet })).body,
    )
    expect(dry).toMatchObject({ applied: 3, skipped: 0 })
    expect(dry.rows[0]?.changes).toEqual([
      { column: '采纳情况', from: '', to: '已有规定' },
      { column: '答复理由', from: '', to: '见第一条。' },
    ])
    expect(dry.rows[0]?.about?.excerpt).toContain('河边要有灯')
    const form = new FormData()
    form.set('file', new Blob([filled]), 'table.csv')
    form.set('rows', '[2,4]')
    const some = TableVerdicts.parse((await ask('POST', 'table.xlsx', { body: form })).body)
    expect([some.applied, some.skipped]).toEqual([2, 1])
    expect((await allDecisions(office.deps, consultationId)).size).toBe(2)
    const again = TableVerdicts.parse((await ask('POST', 'table.xlsx', { body: form })).body)
    expect([again.applied, again.unchanged, again.skipped]).toEqual([0, 2, 1])
  })

  it('in a form without a file, or with rows that are no list, is refused', async () => {
    const form = new FormData()
    form.set('rows', '[2]')
    expect((await ask('POST', 'table.xlsx', { body: form })).body['code']).toBe('malformed-body')
    form.set('file', new Blob(['编号,版本\n']), 'table.csv')
    form.set('rows', '{"a":')
    expect((await ask('POST', 'table.xlsx', { body: form })).body['code']).toBe('malformed-body')
    form.set('rows', '["two"]')
    expect((await ask('POST', 'table.xlsx', { body: form })).body['code']).toBe('invalid-fields')
  })
})

describe('a long table', () => {
  it('is asked for with 202, waits as a signed link, and leaves whole', async () => {
    const asked = await ask('POST', 'exports', { json: { format: 'csv', filter: { channel: 'forum' } } })
    expect(asked.status).toBe(202)
    const { id } = OfficeExport.parse(asked.body)
    await runExport(office.deps, { consultationId, id })
    const list = OfficeExportList.parse((await ask('GET', 'exports')).body)
    const file = list.exports.find((job) => job.id === id)?.files[0]
    if (file === undefined) throw new Error('the job has a file')
    const answer = await office.fetchAs('legislator', 'GET', file.href)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect([answer.status, bytes.length]).toEqual([200, file.bytes])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { events } = (await office.ask('auditor', 'GET', '/office/api/audit')).body as {
      events: { action: string }[]
    }
    expect(events.map(({ action }) => action)).toContain('export.download')

    const forged = [
      file.href.replace(/files\/1/, 'files/0'),
      file.href.replace(/expires=\d+/, 'expires=9999999999'),
      file.href.replace(/signature=.*/, ''),
    ]
    for (const href of forged) {
      const refused = await office.ask('legislator', 'GET', href)
      expect([refused.status, refused.body['code']]).toEqual([410, 'link-expired'])
    }
    // The link alone opens nothing.
    expect((await office.ask(undefined, 'GET', file.href)).status).toBe(401)
    expect((await office.ask('liaison', 'GET', file.href)).status).toBe(403)
  })

  it('is linked for a day at most, and its files are said to be gone after a week', async () => {
    const own = await openOffice()
    const asked = await own.ask('legislator', 'POST', `${base}/exports`, { json: { format: 'json' } })
    const { id } = OfficeExport.parse(asked.body)
    await runExport(own.deps, { consultationId, id })
    const list = async () =>
      OfficeExportList.parse((await own.ask('legislator', 'GET', `${base}/exports`)).body).exports[0]
    const href = (await list())?.files[0]?.href ?? ''
    const start = Date.parse(own.deps.clock.now())
    const days = async (count: number) => {
      own.deps.clock.set(new Date(start + count * 86_400_000 + 1000).toISOString() as never)
      await own.signInAgain('legislator')
    }
    await days(1)
    expect((await own.ask('legislator', 'GET', href)).body['code']).toBe('link-expired')
    const shown = await own.ask('legislator', 'GET', href, { headers: { accept: 'text/html' } })
    expect(shown.text).toContain(`href="/desk/#/consultations/${consultationId}/table"`)
    const fresh = (await list())?.files[0]?.href ?? ''
    expect((await own.ask('legislator', 'GET', fresh)).status).toBe(200)
    await days(7)
    expect(await list()).toMatchObject({ state: 'expired', files: [] })
  })
})
