import { beforeAll, describe, expect, it } from 'vitest'
import { printInstant } from '#contract/print-time.ts'
import type { Instant } from '#core/time.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { closesAt, consultationId, duringWindow, opensAt } from '../support/example-consultation.ts'
import { openPortal, type OpenPortal } from '../support/open-consultation.ts'

let portal: OpenPortal
beforeAll(async () => {
  portal = await openPortal()
})

const answers = {
  provisionId: 'art-24',
  noticeVersion: '2026-1',
  changeType: 'modify',
  verbatim: '能不能划个地方\r\n<b>定个时间</b>？',
  proposedText: '可以划定区域',
  category: '居民',
  area: '河西村',
  contact: '',
  lang: 'zh',
}
const hiddenCode = (text: string) => /name="receiptCode" value="(\w{24})"/.exec(text)?.[1] as ReceiptCode
const post = (fields: Record<string, string>) => portal.postForm(portal.opinionsPath, fields)

describe('the form without JavaScript', () => {
  it('shows the article first, the questions, and beside each field what becomes public', async () => {
    const { status, text } = await portal.ask(`/say/${consultationId}/art-24`)
    expect(status).toBe(200)
    expect(text).toContain('<h1>说说第二十四条</h1>')
    expect(text.indexOf('class="words"')).toBeLessThan(text.indexOf('<form'))
    for (const name of ['changeType', 'verbatim', 'proposedText', 'reason', 'category', 'area', 'contact'])
      expect(text).toContain(`id="${name}-public"`)
    expect(text).toContain('您常去江边吗？')
    expect(text).toContain('name="noticeVersion" value="2026-1"')
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/ease.js">'])
  })

  it('says before the opening when that is, and leads to the draft', async () => {
    portal.deps.clock.set(new Date(Date.parse(opensAt) - 1).toISOString() as Instant)
    const { status, text } = await portal.ask(`/say/${consultationId}/art-24`, {
      headers: { accept: 'text/html' },
    })
    portal.deps.clock.set(duringWindow)
    expect(status).toBe(409)
    expect(text).toContain(`${printInstant(opensAt, 'zh')} 开始征求意见。`)
    expect(text).toMatch(/<a class="button" href="\/bills\/[^"]+\/">去看草案<\/a>/)
  })

  it('speaks about the whole draft, and in English', async () => {
    const { text } = await portal.ask(`/say/${consultationId}/whole?lang=en`)
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('Comment on the whole draft')
    expect(text).toContain('value="general"')
  })

  it('says so when the window is closed or the provision is unknown', async () => {
    const headers = { accept: 'text/html' }
    expect((await portal.ask(`/say/${consultationId}/art-999`, { headers })).status).toBe(422)
    portal.deps.clock.set(closesAt)
    const closed = await portal.ask(`/say/${consultationId}/art-24`, { headers })
    portal.deps.clock.set(duringWindow)
    expect(closed.status).toBe(409)
    expect(closed.text).toContain('征求意见已经截止')
  })

  it('with errors names them at the top, marks the title and keeps every answer', async () => {
    const { status, text } = await post({ ...answers, verbatim: ' ', changeType: '', area: '"><script>' })
    expect(status).toBe(422)
    expect(text).toContain('<title>有误：说说第二十四条')
    expect(text.indexOf('error-summary')).toBeLessThan(text.indexOf('<h1>'))
    expect(text).toContain('href="#verbatim"')
    expect(text).toContain('href="#changeType"')
    expect(text).toContain('可以划定区域')
    expect(text).toContain('value="居民" selected')
    expect(text).not.toContain('"><script>')
  })

  it('keeps a text of 20,000 characters and names the limit', async () => {
    const { status, text } = await post({ ...answers, verbatim: '长'.repeat(20_000) })
    expect(status).toBe(422)
    expect(text).toContain('最多 5000 字')
    expect(text).toContain('长'.repeat(20_000))
  })

  it('is checked before it is sent, goes back with its answers, and is given once', async () => {
    const check = await post({ ...answers, step: 'check' })
    expect(check.status).toBe(200)
    expect(check.text).toContain('还没有交')
    expect(check.text).toContain('&lt;b&gt;定个时间')
    const receiptCode = hiddenCode(check.text)
    expect(await portal.deps.inbox.find(opinionIdOf(receiptCode))).toBeUndefined()

    const edit = await post({ ...answers, receiptCode, step: 'edit' })
    expect(edit.text).toContain('可以划定区域</textarea')

    const [first, second] = await Promise.all([
      post({ ...answers, receiptCode, step: 'send' }),
      post({ ...answers, receiptCode, step: 'send' }),
    ])
    for (const sent of [first, second]) {
      expect(sent.status).toBe(303)
      expect(sent.headers.get('location')).toBe('/receipt/held?lang=zh')
      for (const word of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/receipt/held'])
        expect(sent.headers.get('set-cookie')).toContain(word)
    }
    const held = await portal.deps.inbox.find(opinionIdOf(receiptCode))
    expect(held?.content.verbatim).toBe('能不能划个地方\n<b>定个时间</b>？')
    expect(held?.content.proponent).toMatchObject({ category: '居民', area: '河西村' })

    const cookie = first.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
    const page = await portal.ask('/receipt/held', { headers: { cookie } })
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('no-store')
    for (const group of receiptCode.match(/.{4}/g) ?? []) expect(page.text).toContain(`<span>${group}</span>`)
    expect(page.text).toContain('<svg class="qr"')
    expect(page.text).toContain('2097年2月28日')
    expect(page.text).toContain('2096年12月3日 24:00')
  })

  it('changed after it was given is offered as another one, with a new code', async () => {
    const receiptCode = hiddenCode((await post(answers)).text)
    await post({ ...answers, receiptCode, step: 'send' })
    const again = await post({ ...answers, receiptCode, verbatim: '改了主意', step: 'send' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('那一条没有变')
    expect(hiddenCode(again.text)).not.toBe(receiptCode)
  })

  it('sends who has no receipt in hand to the page that asks for the code', async () => {
    const page = await portal.ask('/receipt/held')
    expect([page.status, page.headers.get('location')]).toEqual([303, '/receipt/'])
  })
})
