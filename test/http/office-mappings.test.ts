import { beforeAll, describe, expect, it } from 'vitest'
import type { BatchProgress } from '#contract/batch-api.ts'
import { consultationId } from '../support/example-consultation.ts'
import { csvFile } from '../support/batch-file.ts'
import { openOffice, type OpenOffice } from '../support/open-office.ts'

let office: OpenOffice
beforeAll(async () => {
  office = await openOffice()
})

const from = (...columns: string[]) => ({ columns, fixed: '', values: {} })
const mapping = {
  name: '来信登记',
  headers: ['编号', '来信内容', '来信时间'],
  fields: {
    rowNumber: from('编号'),
    verbatim: from('来信内容'),
    collectedOn: from('来信时间'),
    channel: { columns: [], fixed: '来信', values: {} },
  },
}
const put = (json: unknown, rev: string, who: 'liaison' | 'otherLiaison' = 'liaison') =>
  office.ask(who, 'PUT', '/office/api/mappings/m-letters', { json, headers: { 'if-match': rev } })

const letters = (count: number) =>
  csvFile(
    Array.from({ length: count }, (_, place) => ({
      编号: `L${place}`,
      来信内容: `第${place}封信：请把步道修平。`,
      来信时间: '2096-11-05',
    })),
  )
const send = (bytes: Uint8Array, query: string, headers: Record<string, string> = {}) =>
  office.ask('liaison', 'PUT', `/office/api/batches/b-letters?consultationId=${consultationId}&${query}`, {
    body: Uint8Array.from(bytes),
    headers: { 'content-type': 'text/csv', ...headers },
  })
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BatchProgress)

describe('a mapping over HTTP', () => {
  it('is saved under If-Match, changed under its ETag, and a stale write is refused', async () => {
    const saved = await put(mapping, '"0"')
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"'])
    expect((await put(mapping, '"0"')).status).toBe(412)
    expect((await put({ ...mapping, name: '信访来信' }, '"1"')).body).toMatchObject({
      name: '信访来信',
      rev: 2,
    })
    const listed = await office.ask('collector', 'GET', '/office/api/mappings')
    expect(listed.body).toMatchObject({ mappings: [{ id: 'm-letters', name: '信访来信' }] })
    expect((await office.ask('otherLiaison', 'GET', '/office/api/mappings')).body).toEqual({ mappings: [] })
  })

  it('that leaves out where the words come from is refused, naming the field', async () => {
    const { verbatim: _words, ...others } = mapping.fields
    const answer = await put({ ...mapping, fields: others }, '"2"')
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'invalid-fields', errors: [{ field: 'fields.verbatim' }] })
  })
})

describe('an upload', () => {
  it('of our own template is offered by the sheet people fill in, not by its helper sheets', async () => {
    const template = await office.fetchAs(
      'liaison',
      'GET',
      `/office/api/tasks/${consultationId}/template.xlsx`,
    )
    const bytes = new Uint8Array(await template.arrayBuffer())
    expect(await send(bytes, 'fileName=t.xlsx&apply=0')).toMatchObject({
      body: { layout: { sheet: '意见采集表', sheets: ['意见采集表'] } },
    })
  })

  it('that only looks answers what would become of it', async () => {
    const answer = await send(letters(3), 'fileName=a.csv&apply=0')
    expect(answer.body).toMatchObject({
      readBy: { kind: 'mapping', mapping: { id: 'm-letters' } },
      verdicts: { stored: 3, rows: [] },
    })
  })

  it('asked for line by line tells its plan, every row once, and its end', async () => {
    const answer = await send(letters(60), 'fileName=a.csv', { accept: 'application/x-ndjson' })
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = linesOf(answer.text)
    expect(lines[0]).toEqual({ kind: 'plan', rows: 60 })
    expect(lines.at(-1)).toMatchObject({
      kind: 'done',
      answer: { stored: 60, refused: 0, batchId: 'src-m-letters' },
    })
    const rows = lines.flatMap((line) => (line.kind === 'rows' ? line.rows : []))
    expect(new Set(rows.map(({ row }) => row)).size).toBe(60)
    expect(rows).toHaveLength(60)
  })

  it('asked for line by line and refused before its plan is an ordinary problem', async () => {
    const bytes = csvFile([{ 甲: '一', 乙: '二' }])
    const answer = await send(bytes, 'fileName=a.csv', { accept: 'application/x-ndjson' })
    expect([answer.status, answer.body['code']]).toEqual([422, 'wrong-columns'])
  })

  it('of some rows alone answers those rows', async () => {
    const answer = await send(letters(60), 'fileName=a.csv&only=3,9')
    expect((answer.body['rows'] as { row: number }[]).map(({ row }) => row)).toEqual([3, 9])
    expect((await send(letters(60), 'fileName=a.csv&only=3;9')).status).toBe(422)
  })
})

describe('the answers of an upload', () => {
  const titles = ['行', '结果', '意见', '回执码', '要改什么']
  const rows = [['2', '新存入', '把步道修平', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ10', '']]
  const ask = (sheet: unknown) =>
    office.ask('liaison', 'POST', '/office/api/batches/answers.xlsx', { json: sheet })

  it('come as a workbook to take away, whose codes stand in no address', async () => {
    const answer = await ask({ title: '上传结果-河岸', titles, rows })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(answer.headers.get('content-type')).toContain('spreadsheetml')
    expect(answer.text.startsWith('PK')).toBe(true)
  })

  it('of another shape are refused without being repeated', async () => {
    const answer = await ask({ title: '上传结果-河岸', titles, rows: [['2', 'ABCD-EFGH']] })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('ABCD')
  })
})
