import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPublicApp } from '../../functions/http/public-app.ts'
import { createTelemetry } from '../../functions/telemetry/telemetry.ts'
import { exampleAuthority as authority } from '../support/example-authority.ts'
import { submission } from '../support/example-consultation.ts'
import { LetterBox } from '../support/letter-box.ts'
import { openPortal, type OpenPortal } from '../support/open-consultation.ts'

const address = 'wang.xiaomei@example.com'
let portal: OpenPortal
let app: ReturnType<typeof createPublicApp>
let box: LetterBox
let receiptCode: string
const lines: string[] = []

beforeAll(async () => {
  portal = await openPortal()
  receiptCode = String((await portal.submit(submission())).body['receiptCode'])
})
beforeEach(() => {
  box = new LetterBox()
  const telemetry = createTelemetry((line) => lines.push(line), portal.deps.clock.now)
  app = createPublicApp({ ...portal.deps, mail: box, authority, telemetry })
})

const form = (path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    body: new URLSearchParams(fields).toString(),
  })
const json = (path: string, body: unknown) =>
  app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const codeIn = (name: 'confirm' | 'leave') =>
  new RegExp(`#${name}=(\\w{16})`).exec(box.letters[0]?.text ?? '')?.[1] ?? ''

describe('a letter when an opinion is answered', () => {
  it('is offered beside a receipt, in both languages, and only where letters are sent', async () => {
    const shown = await form('/api/receipts', { receiptCode, lang: 'zh' })
    const page = await shown.text()
    expect(page).toContain('有答复时，发邮件告诉我')
    expect(page).toContain('id="address-public"')
    expect(await (await form('/api/receipts', { receiptCode, lang: 'en' })).text()).toContain(
      'action="/api/answer-mail"',
    )
    expect((await portal.postJson('/api/receipts', { receiptCode })).body['mailOffered']).toBe(false)
    expect((await portal.postJson('/api/answer-mail', { receiptCode, address })).status).toBe(404)
  })

  it('is asked for, confirmed and ended by forms alone, in the reader’s language', async () => {
    const asked = await form('/api/answer-mail', { receiptCode, address, lang: 'en' })
    expect(asked.status).toBe(202)
    expect(await asked.text()).toContain('Please confirm in your mailbox')
    expect(box.letters[0]?.text).toContain('https://test.kaimen.example/en/answer-mail/#confirm=')
    const confirmed = await form('/api/answer-mail/confirm', { code: codeIn('confirm'), lang: 'en' })
    expect(await confirmed.text()).toContain('Done: you will be told')
    const left = await form('/api/answer-mail/leave', { code: codeIn('leave'), lang: 'zh' })
    expect(await left.text()).toContain('已经退订')
  })

  it('can be asked for and ended by scripts, and by one POST of a mail program (RFC 8058)', async () => {
    const asked = await json('/api/answer-mail', { receiptCode, address })
    expect([asked.status, await asked.json()]).toEqual([202, { confirmBefore: expect.any(String) as string }])
    const confirmed = await json('/api/answer-mail/confirm', { code: codeIn('confirm') })
    expect(await confirmed.json()).toEqual({ state: 'waiting' })
    const oneClick = `/api/answer-mail/one-click?code=${codeIn('leave')}`
    // Looking at the address ends nothing: scanners of mail follow every link.
    const looked = await app.request(oneClick)
    expect([looked.status, looked.headers.get('location')]).toEqual([
      303,
      `/answer-mail/#leave=${codeIn('leave')}`,
    ])
    const { mailId } = (await portal.deps.answerMails.findAsked(
      box.letters[0]?.key.replace('confirm-', '') ?? '',
      portal.deps.clock.now(),
    ))!
    expect(await portal.deps.answerMails.find(mailId, portal.deps.clock.now())).toBeDefined()
    const body = new FormData()
    body.set('List-Unsubscribe', 'One-Click')
    expect((await app.request(oneClick, { method: 'POST', body })).status).toBe(200)
    expect(await portal.deps.answerMails.find(mailId, portal.deps.clock.now())).toBeUndefined()
  })

  it('keeps what was typed when an address cannot be one, and says so beside it', async () => {
    const refused = await form('/api/answer-mail', { receiptCode, address: '王小妹"><b>', lang: 'zh' })
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toContain('<title>有误：')
    expect(page).toContain('value="王小妹&quot;&gt;&lt;b&gt;"')
    expect(page).toContain(`name="receiptCode" value="${receiptCode}"`)
    expect(box.letters).toEqual([])
  })

  it('says in a sentence that a code is no longer good', async () => {
    for (const code of ['', 'x', 'ZZZZ ZZZZ ZZZZ ZZZZ']) {
      const refused = await form('/api/answer-mail/confirm', { code, lang: 'zh' })
      expect(refused.status).toBe(410)
      expect(await refused.text()).toContain('这个码不能用了')
    }
    expect((await json('/api/answer-mail/leave', { code: '0'.repeat(16) })).status).toBe(410)
  })

  it('writes no address and no code into any record', () => {
    const records = lines.join('\n')
    expect(lines.length).toBeGreaterThan(10)
    expect(records).toContain('/api/answer-mail/one-click')
    expect(records).not.toMatch(/example\.com|wang|code=|[0-9A-HJKMNP-TV-Z]{16}/)
  })
})
