import { beforeAll, describe, expect, it } from 'vitest'
import type { FieldProblemAnswer } from '#contract/field-problem.ts'
import { limits } from '#contract/limits.ts'
import { SubmissionAnswer } from '#contract/public-api.ts'
import type { ReceiptCode } from '#core/receipt.ts'
import { receiptCode } from '#core/receipt.ts'
import { opinionIdOf } from '#core/receipt-id.ts'
import type { Instant } from '#core/time.ts'
import { instant } from '#core/time.ts'
import {
  closesAt,
  consultationId,
  duringWindow,
  opensAt,
  openPortal,
  submission,
  type Answer,
  type OpenPortal,
} from '../support/open-consultation.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})

let made = 0
function newCode(): ReceiptCode {
  made += 1
  return receiptCode(Uint8Array.from({ length: 15 }, (_, at) => (made * 31 + at * 7) % 256))
}
const errorsOf = (answer: Answer) => (answer.body['errors'] ?? []) as FieldProblemAnswer[]
const heldText = async (code: ReceiptCode) => (await portal.deps.inbox.find(opinionIdOf(code)))?.content

describe('giving an opinion as JSON', () => {
  it('answers 201 with a receipt code, the time and a signed promise', async () => {
    const answer = await portal.submit(submission())
    expect(answer.status).toBe(201)
    const { receiptCode, receivedAt, promise } = SubmissionAnswer.parse(answer.body)
    expect(receiptCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
    expect(receivedAt).toBe(duringWindow)
    expect(promise.opinionId).toBe(opinionIdOf(receiptCode as ReceiptCode))
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('keeps the code the person made, also written with spaces and in small letters', async () => {
    const code = newCode()
    const spaced = code.toLowerCase().replace(/(.{4})/g, '$1 ')
    const answer = await portal.submit(submission({ receiptCode: spaced }))
    expect(answer.status).toBe(201)
    expect(answer.body['receiptCode']).toBe(code)
  })

  it('answers a repeat with 200 and the same promise', async () => {
    const body = submission({ receiptCode: newCode(), reason: '公平' })
    const first = await portal.submit(body)
    portal.deps.clock.set(instant(Date.parse(duringWindow) + 60_000))
    const second = await portal.submit(body)
    portal.deps.clock.set(duringWindow)
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body).toEqual(first.body)
  })

  it('refuses the same code with other content (409) and leaves the first as it was', async () => {
    const code = newCode()
    await portal.submit(submission({ receiptCode: code, verbatim: '第一次说的' }))
    const answer = await portal.submit(submission({ receiptCode: code, verbatim: '换了一种说法' }))
    expect(answer.status).toBe(409)
    expect(answer.body['code']).toBe('receipt-code-taken')
    expect((await heldText(code))?.verbatim).toBe('第一次说的')
  })

  it('stores one of 100 parallel copies and gives all of them the same receipt', async () => {
    const body = submission({ receiptCode: newCode(), verbatim: '一百份一样的' })
    const answers = await Promise.all(Array.from({ length: 100 }, () => portal.submit(body)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(99)
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('takes the draft as a whole, rare Han, category and area, and counts 𠮷 as one character', async () => {
    const code = newCode()
    const verbatim = '𠮷㐱〇'.repeat(1000)
    const body = submission({
      receiptCode: code,
      provisionId: null,
      changeType: 'general',
      verbatim,
      proponent: { category: '居民', area: '河西村' },
    })
    expect((await portal.submit(body)).status).toBe(201)
    expect(await heldText(code)).toMatchObject({
      provisionId: null,
      verbatim,
      proponent: { kind: 'person', category: '居民', area: '河西村', headcount: 1 },
    })
    const long = await portal.submit(submission({ verbatim: '𠮷'.repeat(limits.maxVerbatimChars) }))
    expect(long.status).toBe(201)
  })

  it('removes direction-changing and invisible characters and flags the opinion', async () => {
    const code = newCode()
    await portal.submit(submission({ receiptCode: code, verbatim: '可以\u202e遛狗\u200b吗' }))
    const held = await portal.deps.inbox.find(opinionIdOf(code))
    expect(held?.content.verbatim).toBe('可以遛狗吗')
    expect(held?.flags).toContain('invisible-removed')
  })
})

describe('contact data', () => {
  it('is kept apart from the opinion, under its id, until a year after the close', async () => {
    const code = newCode()
    await portal.submit(submission({ receiptCode: code, contact: '138 0000 0000' }))
    const id = opinionIdOf(code)
    const contact = await portal.deps.people.find(id, duringWindow)
    expect(contact?.contact).toBe('138 0000 0000')
    expect(contact?.expiresAtSeconds).toBe(Date.parse(closesAt) / 1000 + 365 * 86_400)
    const held = await portal.deps.inbox.find(id)
    expect(held?.wantsAnswer).toBe(true)
    expect(JSON.stringify(held)).not.toContain('138')
  })

  it('is not added later to an opinion that was given without it', async () => {
    const body = submission({ receiptCode: newCode() })
    await portal.submit(body)
    const again = await portal.submit({ ...body, contact: 'someone@else.example' })
    expect(again.status).toBe(200)
    const id = opinionIdOf(body['receiptCode'] as ReceiptCode)
    expect(await portal.deps.people.find(id, duringWindow)).toBeUndefined()
  })
})

describe('the window', () => {
  const at = (ms: number) => instant(ms)
  it.each([
    ['one millisecond before it opens', at(Date.parse(opensAt) - 1), 409, 'window-not-open-yet'],
    ['in its first millisecond', opensAt, 201, undefined],
    ['in its last millisecond', at(Date.parse(closesAt) - 1), 201, undefined],
    ['at the instant it closes', closesAt, 409, 'window-closed'],
  ])('an opinion sent %s', async (_when, now: Instant, status, code) => {
    portal.deps.clock.set(now)
    const answer = await portal.submit(submission({ receiptCode: newCode() }))
    portal.deps.clock.set(duringWindow)
    expect([answer.status, answer.body['code']]).toEqual([status, code])
  })

  it('answers a repeat after the close with the receipt that was given', async () => {
    const body = submission({ receiptCode: newCode(), verbatim: '截止前交的' })
    const first = await portal.submit(body)
    portal.deps.clock.set(closesAt)
    const again = await portal.submit(body)
    portal.deps.clock.set(duringWindow)
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
  })

  it('is judged anew for every opinion, also within a second of the last', async () => {
    const own = await openPortal()
    own.deps.clock.set(instant(Date.parse(closesAt) - 1))
    expect((await own.submit(submission())).status).toBe(201)
    own.deps.clock.set(closesAt)
    expect((await own.submit(submission())).body['code']).toBe('window-closed')
  })

  it('that was just extended is open at once', async () => {
    const own = await openPortal()
    own.deps.clock.set(instant(Date.parse(closesAt) - 500))
    expect((await own.submit(submission())).status).toBe(201)
    const held = await own.deps.consultations.get(consultationId)
    const later = instant(Date.parse(closesAt) + 86_400_000)
    await own.deps.consultations.transition('extend', { ...held, closesAt: later }, own.deps.clock.now())
    own.deps.clock.set(closesAt)
    expect((await own.submit(submission())).status).toBe(201)
  })

  it('of a prepared, withdrawn or unknown consultation does not exist', async () => {
    for (const status of ['prepared', 'withdrawn'] as const) {
      const own = await openPortal({ status })
      expect((await own.submit(submission())).status).toBe(404)
    }
    expect((await portal.postJson('/api/consultations/none/opinions', submission())).status).toBe(404)
    expect((await portal.postJson('/api/consultations/A%20B/opinions', submission())).status).toBe(404)
  })
})

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
