import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpinionSubmission } from '#contract/public-api.ts'
import { openBrowser } from '../support/browser.ts'
import { openExampleSite, type ExampleSite } from '../support/example-site.ts'
import { examplePortal } from '../support/example-published.ts'

/*
 * The form beside an article against a network that fails in every way. The server's own answers are proved in
 * test/e2e; here the network is the thing under test.
 */
const words = '早上六点到八点江边人少，老人遛狗不碍事。'
let site: ExampleSite
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([openExampleSite(examplePortal()), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  await page.goto(`${site.origin}/bills/waterfront/`)
})
afterEach(() => context.close())

const article = () => page.locator('#art-24')

async function open(): Promise<void> {
  await article().locator('a[data-say]').click()
}

async function write(text: string): Promise<void> {
  await open()
  await article().locator('input[value=modify]').check()
  await article().locator('textarea[name=verbatim]').fill(text)
}

async function sendChecked(): Promise<void> {
  await article().locator('form button:not([type=button])').click()
  await article().locator('[data-send]').click()
}

/** Answers the portal's address for opinions; returns what was sent. */
async function answerOpinions(answer: (sent: OpinionSubmission, route: Route) => Promise<void>) {
  const sent: OpinionSubmission[] = []
  await page.route('**/api/consultations/*/opinions?lang=*', async (route) => {
    const submission = route.request().postDataJSON() as OpinionSubmission
    sent.push(submission)
    await answer(submission, route)
  })
  return sent
}

const held = (sent: OpinionSubmission, route: Route): Promise<void> =>
  route.fulfill({
    status: 201,
    json: { receiptCode: sent.receiptCode, receivedAt: '2026-11-22T02:12:00.000Z', promise: {} },
  })

describe('speaking about an article', () => {
  test('leads through a check to a receipt in place: six groups of four and a QR with the code in the fragment', async () => {
    const sent = await answerOpinions(held)
    await write(words)
    await article().locator('summary').click()
    await article().locator('select').selectOption('沿岸居民')
    await article().locator('form button:not([type=button])').click()
    expect(sent).toHaveLength(0)
    expect(await article().locator('[data-answer=verbatim] dd').first().textContent()).toBe(words)
    await article().locator('[data-send]').click()
    await article().locator('.qr').waitFor()
    const groups = await article().locator('[data-code] span').allTextContents()
    expect(groups).toHaveLength(6)
    expect(groups.join('')).toBe(sent[0]?.receiptCode)
    expect(sent[0]).toMatchObject({
      provisionId: 'art-24',
      changeType: 'modify',
      verbatim: words,
      proponent: { category: '沿岸居民' },
      noticeVersion: '2026-11',
    })
    const check = await article().locator('[data-check]').getAttribute('href')
    expect(check).toBe(`${site.origin}/receipt/#${sent[0]?.receiptCode}`)
    expect(new URL(page.url()).search + new URL(page.url()).pathname).not.toContain(groups[0])
  })

  test.each([390, 1280])('sets the choices below their question, %i px wide', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    await open()
    const question = await article().locator('legend').first().boundingBox()
    const choices = await article().locator('.stances').boundingBox()
    expect(choices?.y).toBeGreaterThanOrEqual((question?.y ?? 0) + (question?.height ?? 0))
    expect(choices?.x).toBe(question?.x)
    expect(choices?.width).toBeGreaterThan(250)
  })

  test('keeps every word on the device through a reload, and says when', async () => {
    await write(words)
    expect(await article().locator('[data-saved]').textContent()).toMatch(/^已保存在这台设备上 \d\d:\d\d$/)
    await page.reload()
    await expect.poll(() => article().locator('a[data-say]').textContent()).toBe('接着写')
    await open()
    expect(await article().locator('textarea[name=verbatim]').inputValue()).toBe(words)
    await article().locator('[data-clear]').click()
    await page.reload()
    expect(await article().locator('a[data-say]').textContent()).toBe('说说这一条')
  })

  test('keeps a receipt that was not put away through a reload', async () => {
    await answerOpinions(held)
    await write(words)
    await sendChecked()
    await article().locator('.qr').waitFor()
    const code = await article().locator('[data-code]').textContent()
    await page.reload()
    expect(await article().locator('[data-code]').textContent()).toBe(code)
    await article().locator('[data-done]').click()
    await page.reload()
    expect(await article().locator('.say').count()).toBe(0)
  })

  test('tells what is missing in a summary that takes focus and leads to the fields', async () => {
    await open()
    await article().locator('form button:not([type=button])').click()
    const summary = article().locator('.error-summary')
    expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await summary.locator('li').count()).toBe(2)
    await summary.locator('a').nth(1).click()
    expect(
      await article()
        .locator('textarea[name=verbatim]')
        .evaluate((node) => node === document.activeElement),
    ).toBe(true)
  })

  test('shows the server’s own field errors with every answer kept', async () => {
    const errors = [{ field: 'proponent.area', code: 'too-long', message: '最多 60 字。' }]
    await answerOpinions((_, route) =>
      route.fulfill({ status: 422, json: { code: 'invalid-fields', title: '有几项要改一下', errors } }),
    )
    await write(words)
    await sendChecked()
    const said = article().locator('[data-field=area] .error')
    await expect.poll(() => said.textContent()).toBe('最多 60 字。')
    expect(await article().locator('textarea[name=verbatim]').inputValue()).toBe(words)
  })
})

describe('a network that fails', () => {
  test('loses nothing: the same code goes again, and says so in words', async () => {
    let isDown = true
    const sent = await answerOpinions((submission, route) =>
      isDown ? route.abort() : held(submission, route),
    )
    await write(words)
    await sendChecked()
    const trouble = article().locator('[data-trouble]')
    await trouble.waitFor()
    expect(await trouble.textContent()).toContain('没有丢')
    const shown = await trouble.locator('[data-code-line]').textContent()
    expect(shown?.replaceAll(' ', '')).toBe(sent[0]?.receiptCode)
    isDown = false
    await article().locator('[data-send]').click()
    await article().locator('.qr').waitFor()
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
  })

  test('after a reload still sends under the code it made first', async () => {
    const sent = await answerOpinions((_, route) => route.abort())
    await write(words)
    await sendChecked()
    await article().locator('[data-trouble]').waitFor()
    await page.reload()
    await open()
    await sendChecked()
    await article().locator('[data-trouble]').waitFor()
    expect(sent[1]?.receiptCode).toBe(sent[0]?.receiptCode)
  })

  test.each([
    ['a sign-in page of somebody else’s Wi-Fi', { status: 200, contentType: 'text/html', body: '<html>' }],
    ['an answer about another code', { status: 201, json: { receiptCode: '0'.repeat(24), receivedAt: 'x' } }],
    ['a broken server', { status: 500, json: { code: 'unexpected', title: 'x' } }],
    ['a crowded server', { status: 503, json: { code: 'busy', title: 'x' } }],
  ])('%s does not count as delivered', async (_, answer) => {
    await answerOpinions((_sent, route) => route.fulfill(answer))
    await write(words)
    await sendChecked()
    await article().locator('[data-trouble]').waitFor()
    expect(await article().locator('[data-step=receipt]').isVisible()).toBe(false)
    await page.reload()
    await expect.poll(() => article().locator('a[data-say]').textContent()).toBe('接着写')
  })

  test('a code that holds the earlier wording stays that opinion’s; the new wording gets its own', async () => {
    const sent = await answerOpinions((submission, route) =>
      submission.receiptCode === sent[0]?.receiptCode
        ? route.fulfill({ status: 409, json: { code: 'receipt-code-taken', title: 'x' } })
        : held(submission, route),
    )
    await write(words)
    await sendChecked()
    await article().locator('[data-trouble]').waitFor()
    expect(await article().locator('[data-trouble]').textContent()).toContain('已经收到')
    await article().locator('[data-send]').click()
    await article().locator('.qr').waitFor()
    expect(sent[1]?.receiptCode).not.toBe(sent[0]?.receiptCode)
  })
})

describe('the receipt page', () => {
  const status = {
    state: 'answered',
    receiptCode: 'K7QX29DFM4TA8RWE3HNZP68N',
    receivedAt: '2026-09-12T02:12:00.000Z',
    late: false,
    consultation: {
      id: 'c-answered',
      state: 'answered',
      bill: { id: 'answered', title: '云溪市滨水公共空间条例' },
    },
    answerExpectedOn: '2027-02-28',
    opinion: {
      provisionId: 'art-24',
      provisionLabel: '第二十四条',
      changeType: 'modify',
      verbatim: '<img src=x onerror=alert(1)>能不能划个地方？',
      proponent: { kind: 'person', headcount: 1 },
      channel: 'web',
    },
    decision: {
      outcome: 'adopted',
      reason: '一律禁止难以执行。',
      publishedAt: '2026-11-12T02:00:00.000Z',
      resulting: {
        draftId: 'answered-2',
        provisionId: 'art-24',
        provisionLabel: '第二十四条',
        quote: '划定区域',
      },
    },
  }

  test('reads the code from the fragment and shows what became of the opinion, as text and never as markup', async () => {
    let asked: unknown
    await page.route('**/api/receipts?lang=zh', async (route) => {
      asked = route.request().postDataJSON()
      expect(route.request().url()).not.toContain('K7QX')
      await route.fulfill({ json: status })
    })
    await page.goto(`${site.origin}/receipt/#k7qx-29df m4ta 8rwe 3hnz p68n`)
    await page.locator('.became').waitFor()
    expect(asked).toEqual({ receiptCode: status.receiptCode })
    const text = await page.locator('[data-receipt-answer]').textContent()
    for (const expected of ['已经答复', '采纳', '一律禁止难以执行。', '划定区域', status.opinion.verbatim])
      expect(text).toContain(expected)
    expect(await page.locator('main img').count()).toBe(0)
    expect(await page.locator('.became a').getAttribute('href')).toBe(
      '/bills/answered/drafts/answered-2/#art-24',
    )
  })

  test('tells a wrong code from an unknown one and from a broken line', async () => {
    await page.goto(`${site.origin}/receipt/`)
    const ask = async (code: string) => {
      await page.fill('#receiptCode', code)
      await page.click('form .button')
    }
    const summary = () => page.locator('.error-summary').textContent()
    await ask('K7QX')
    await expect.poll(summary).toContain('24 个字母和数字')
    await page.route('**/api/receipts?lang=zh', (route) => route.fulfill({ status: 404, json: {} }))
    await ask(status.receiptCode)
    await expect.poll(summary).toContain('没有查到')
  })
})

test('the eases work without JavaScript, and with it they stay', async () => {
  const bare = await browser.newContext({ javaScriptEnabled: false })
  const still = await bare.newPage()
  await still.goto(site.origin)
  const before = (await still.locator('.ease label').first().boundingBox())?.height ?? 0
  await still.check('#ease-big')
  expect((await still.locator('.ease label').first().boundingBox())?.height).toBeCloseTo(before * 1.25, 0)
  await bare.close()
  await page.goto(site.origin)
  await page.check('#ease-big')
  await page.goto(`${site.origin}/answered/`)
  expect(await page.isChecked('#ease-big')).toBe(true)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('20px')
})
