import { beforeAll, describe, expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import { SubmissionAnswer } from '#contract/public-api.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { receiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import type { Instant } from '#core/time.ts'
import { instant } from '#core/time.ts'
import {
  closesAt,
  consultationId,
  duringWindow,
  opensAt,
  submission,
} from '../support/example-consultation.ts'
import { openPortal, type OpenPortal } from '../support/open-consultation.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})

let made = 0
function newCode(): ReceiptCode {
  made += 1
  return receiptCode(Uint8Array.from({ length: 15 }, (_, at) => (made * 31 + at * 7) % 256))
}
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
