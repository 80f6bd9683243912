import { beforeAll, describe, expect, it } from 'vitest'
import type { FieldProblemAnswer } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import { submission } from '../support/example-consultation.ts'
import { openPortal, type Answer, type OpenPortal } from '../support/open-consultation.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})

const errorsOf = (answer: Answer) => (answer.body['errors'] ?? []) as FieldProblemAnswer[]

describe('refused bodies', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['an empty text', { verbatim: '' }, 'verbatim', 'required'],
    ['a text of spaces', { verbatim: ' \u3000\n' }, 'verbatim', 'required'],
    ['a text that only an eye could not see', { verbatim: '\u200b\u202e' }, 'verbatim', 'required'],
    ['20,000 characters', { verbatim: '长'.repeat(20_000) }, 'verbatim', 'too-long'],
    ['NUL', { verbatim: '有\u0000空' }, 'verbatim', 'bad-characters'],
    ['NUL in the area', { proponent: { area: '河\u0000西' } }, 'proponent.area', 'bad-characters'],
    ['a lone surrogate', { verbatim: '半个\ud842字' }, 'verbatim', 'bad-characters'],
    ['a lone surrogate in the contact', { contact: '\udfb7' }, 'contact', 'bad-characters'],
    ['an unknown field', { colour: 'red' }, 'colour', 'unknown-field'],
    ['an unknown nested field', { proponent: { name: '朱' } }, 'proponent.name', 'unknown-field'],
    ['a wrong type', { verbatim: 7 }, 'verbatim', 'wrong-type'],
    ['an unknown kind of change', { changeType: 'destroy' }, 'changeType', 'unknown-choice'],
    ['a missing kind of change', { changeType: undefined }, 'changeType', 'required'],
    ['a missing provision', { provisionId: undefined }, 'provisionId', 'required'],
    ['an old notice', { noticeVersion: '2020-1' }, 'noticeVersion', 'notice-outdated'],
    ['a missing notice', { noticeVersion: undefined }, 'noticeVersion', 'required'],
    ['a broken receipt code', { receiptCode: 'K7QX' }, 'receiptCode', 'receipt-code-malformed'],
    ['an endless receipt code', { receiptCode: 'K'.repeat(99) }, 'receiptCode', 'receipt-code-malformed'],
    ['a long reason', { reason: '因'.repeat(limits.maxReasonChars + 1) }, 'reason', 'too-long'],
    ['a channel that is not theirs', { channel: 'forum' }, 'channel', 'unknown-choice'],
  ])('%s', async (_what, change, field, code) => {
    const answer = await portal.submit(submission(change))
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body['code']).toBe('invalid-fields')
    expect(errorsOf(answer).map((error) => [error.field, error.code])).toContainEqual([field, code])
  })

  it('names the limit and the count of a text that is too long', async () => {
    const answer = await portal.submit(submission({ verbatim: '长'.repeat(20_000) }))
    expect(errorsOf(answer)[0]).toMatchObject({ limit: 5000, actual: 20_000 })
    expect(errorsOf(answer)[0]?.message).toContain('5000')
  })

  it('names every wrong field at once', async () => {
    const answer = await portal.submit(submission({ verbatim: '', reason: '\u0000', noticeVersion: 'x' }))
    expect(
      errorsOf(answer)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['noticeVersion', 'reason', 'verbatim'])
  })

  it('an unknown provision, well formed or not', async () => {
    for (const provisionId of ['art-999', '第二十四条', '']) {
      const answer = await portal.submit(submission({ provisionId }))
      expect(answer.status).toBe(422)
      expect(errorsOf(answer).map(({ code }) => code)).toEqual(['unknown-provision'])
    }
  })

  it('never says back what was sent, nor a field name that could carry a text', async () => {
    const answer = await portal.submit(
      submission({ verbatim: '', reason: '秘密\u0000', 我的电话13800000000: 1, changeType: '秘密' }),
    )
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('秘密')
    expect(answer.text).not.toContain('13800000000')
  })

  it.each([
    ['not JSON at all', '{"verbatim":', 400, 'malformed-body'],
    ['nothing', '', 400, 'malformed-body'],
    ['a list', '[]', 422, 'invalid-fields'],
    ['null', 'null', 422, 'invalid-fields'],
    ['100,000 brackets', '['.repeat(100_000), 400, 'malformed-body'],
    ['deep objects', '{"a":'.repeat(50) + '1' + '}'.repeat(50), 400, 'malformed-body'],
    ['300 KB', `{"verbatim":"${'x'.repeat(300_000)}"}`, 413, 'too-large'],
  ])('%s', async (_what, body, status, code) => {
    const answer = await portal.submit(body)
    expect([answer.status, answer.body['code']]).toEqual([status, code])
  })

  it('a prototype in the body changes nothing', async () => {
    const sent = JSON.stringify(submission()).replace('{', '{"__proto__":{"receiptCode":"x"},')
    const answer = await portal.submit(sent)
    expect([201, 422]).toContain(answer.status)
    expect(({} as Record<string, unknown>)['receiptCode']).toBeUndefined()
  })

  it('bytes that are not UTF-8', async () => {
    const answer = await portal.ask(portal.opinionsPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]),
    })
    expect([answer.status, answer.body['code']]).toEqual([400, 'malformed-body'])
  })

  it('a body whose length was not announced is cut off at the limit', async () => {
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(0x20))
      },
    })
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    expect((await portal.ask(portal.opinionsPath, init)).status).toBe(413)
    expect(sent).toBeLessThan(limits.maxBodyBytes + 3 * 65_536)
  })

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''])(
    'of content type "%s" (415)',
    async (type) => {
      const answer = await portal.submit(submission(), { 'content-type': type })
      expect(answer.status).toBe(415)
      expect(answer.body['facts']).toMatchObject({ accepted: expect.arrayContaining(['application/json']) })
    },
  )
})

describe('writes from other sites', () => {
  it.each<[string, Record<string, string>, number]>([
    ['a script without Origin', {}, 201],
    ['our own page', { origin: 'https://test.kaimen.example' }, 201],
    ['our own page, as the browser tells', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 201],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another site, as the browser tells', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
  ])('%s', async (_from, headers, status) => {
    expect((await portal.submit(submission(), headers)).status).toBe(status)
  })
})
