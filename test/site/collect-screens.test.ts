import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, lowerThan, overflowOf } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { openCollectPage } from '../support/collect-page.ts'
import { collectElsewhere } from './collect-elsewhere.ts'
import { openCollectWindow, screens, session } from './collect-window.ts'

let site: Awaited<ReturnType<typeof openCollectPage>>
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openCollectPage(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  site?.close()
})

async function open(screen: string, options: BrowserContextOptions, remembered: Record<string, string> = {}) {
  const { page, show, close } = await openCollectWindow(browser, site.origin, options, remembered)
  await show(screen)
  return { page, close }
}

const phone = { viewport: { width: 390, height: 844 } }
const laptop = { viewport: { width: 1366, height: 800 } }
const views: [string, BrowserContextOptions, Record<string, string>, number][] = [
  ['on a phone', phone, {}, 48],
  [
    'on a phone, large and in English',
    phone,
    { 'kaimen-ease-big': '1', 'kaimen-collect-language': 'en' },
    60,
  ],
  ['on a laptop in the dark', { ...laptop, colorScheme: 'dark' }, {}, 48],
]

describe.each(views)('%s', (_, options, remembered, floor) => {
  test('every screen passes axe, scrolls one way, and what one presses is large enough', async () => {
    const problems: string[] = []
    const { page, show, close } = await openCollectWindow(browser, site.origin, options, remembered)
    for (const screen of screens) {
      await show(screen)
      problems.push(...(await faultsOf(page)).map((fault) => `${screen} ${fault}`))
      const overflow = await overflowOf(page)
      if (overflow > 0) problems.push(`${screen} is ${overflow} px too wide`)
      const pressed =
        'button, .button, nav a, .rows a, .alone, .back, summary, select, .presses label, .state'
      problems.push(...(await lowerThan(page, pressed, floor)).map((target) => `${screen} ${target}`))
    }
    await close()
    expect(problems).toEqual([])
  })
})

test('letters twice as large on a small phone: nothing runs out of it, and the bars leave room to write', async () => {
  // What a person chose in the browser's own settings.
  const large = await openBrowser(['--blink-settings=defaultFontSize=32'])
  const problems: string[] = []
  for (const language of ['zh', 'en']) {
    const { page, show, close } = await openCollectWindow(
      large,
      site.origin,
      { viewport: { width: 320, height: 568 } },
      { 'kaimen-collect-language': language },
    )
    for (const screen of screens) {
      await show(screen)
      const overflow = await overflowOf(page)
      if (overflow > 1) problems.push(`${language} ${screen} is ${overflow} px too wide`)
      const staying = await page
        .locator('.standing, .act-bar')
        .evaluateAll((bars) => bars.filter((bar) => getComputedStyle(bar).position === 'sticky').length)
      if (staying > 0) problems.push(`${language} ${screen}: ${staying} bars stay`)
    }
    await close()
  }
  await large.close()
  expect(problems).toEqual([])
})

test('with nothing but a keyboard: number, words, stance, notice, receipt, next', async () => {
  const { page, close } = await open(`one${session}`, laptop)
  await page.getByRole('button', { name: '记一条意见' }).press('Enter')
  await page.locator('#article-field').waitFor()
  await page.keyboard.type('24')
  await page.keyboard.press('Enter')
  expect(await page.locator('.chosen-article').textContent()).toBe('第二十四条')
  await page.keyboard.type('老人遛狗不碍事')
  await page.keyboard.press('Control+Enter')
  expect(await page.locator('.error-summary li').count()).toBe(2)
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '写好了，把回执给对方' }).waitFor()
  const groups = await page.locator('.big-code span').allTextContents()
  expect(groups).toHaveLength(6)
  expect(groups.join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
  expect(page.url()).not.toContain(groups[0])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '记一条意见' }).waitFor()
  // In one room the notice was read once; the words and the article are new.
  expect(await page.locator('#notice').isChecked()).toBe(true)
  expect(await page.locator('#verbatim').inputValue()).toBe('')
  await close()
})

test('nobody is made to be for or against before they said so', async () => {
  const { page, close } = await open(`one${session}`, phone)
  await page.getByRole('button', { name: '记一条意见' }).click()
  await page.locator('#stance').waitFor()
  expect(await page.locator('#stance :checked').count()).toBe(0)
  await close()
})

test('words selected in the article are the ones pointed at, and can be let go', async () => {
  const { page, close } = await open(`one${session}`, phone)
  await page.getByRole('button', { name: '记一条意见' }).click()
  await page.locator('#article-field').fill('垂钓')
  await page.locator('.hits button').first().click()
  await page.locator('.which .law-words').evaluate((box) => {
    const text = box.firstChild
    const at = text?.textContent?.indexOf('垂钓') ?? -1
    if (!text || at < 0) throw new Error('the words are not there')
    document.getSelection()?.setBaseAndExtent(text, at, text, at + 2)
  })
  await page.locator('.quote-line q').waitFor()
  expect(await page.locator('.quote-line q').textContent()).toBe('垂钓')
  expect(await page.locator('.chosen-article').textContent()).toContain('第（二）项')
  await page.evaluate(() => document.getSelection()?.removeAllRanges())
  await page.getByRole('button', { name: '不特指' }).click()
  expect(await page.locator('.chosen-article').textContent()).toBe('第二十四条')
  await close()
})

test('a record found unfinished is offered with its words, to restore or to discard', async () => {
  const { page, close } = await open('busy#/', phone)
  const found = page.locator('.unfinished')
  expect(await found.textContent()).toContain('老人遛狗不碍事')
  await found.getByRole('button', { name: '丢弃' }).click()
  expect(await found.getByRole('alert').textContent()).toContain('找不回来')
  await found.getByRole('button', { name: '留着' }).click()
  await found.getByRole('link', { name: '恢复' }).click()
  expect(await page.locator('#verbatim').inputValue()).toContain('老人遛狗不碍事')
  await close()
})

test('before a consultation opens its draft can be read, and no session be opened', async () => {
  const { page, close } = await open('early#/', phone)
  await page.getByRole('link', { name: /看任务和草案/ }).click()
  await page.getByText('现在记的送不上去').waitFor()
  await page.getByRole('link', { name: '读草案' }).waitFor()
  expect(await page.getByRole('link', { name: '开一场新的' }).count()).toBe(0)
  await close()
})

test('a printed form’s QR opens its task; another contact point’s form, or one not at hand, says so', async () => {
  const { page, close } = await open('busy#/bills/waterfront?draft=waterfront-1&point=hexi', phone)
  await page.getByRole('link', { name: '开一场新的' }).waitFor()
  expect(page.url()).toContain('#/tasks/c-waterfront')
  const go = (hash: string) => page.evaluate((to) => void (location.hash = to), hash)
  await go('#/bills/waterfront?draft=waterfront-1&point=xijie')
  await page.getByText('这张表是别的联系点印的').waitFor()
  await page.getByRole('link', { name: '知道了，打开任务' }).click()
  await page.getByRole('link', { name: '开一场新的' }).waitFor()
  await go('#/bills/elsewhere?point=hexi')
  await page.getByText('这张表的任务不在这台设备上').waitFor()
  await close()
})

collectElsewhere(open, phone, session)

test('signing out with unsent work asks, and staying changes nothing', async () => {
  const { page, close } = await open('busy#/device', phone)
  await page.getByRole('button', { name: '退出登录' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('还有 1 条没有送到')
  await page.getByRole('button', { name: '不退了' }).click()
  expect(await page.locator('main h1').textContent()).toBe('这台设备')
  await close()
})

test('locking saves the last word first', async () => {
  const { page, close } = await open('busy#/opinions/opinion-number-0000001', phone)
  await page.locator('#verbatim').fill('刚刚写的最后一个字')
  await page.getByRole('link', { name: '设备' }).click()
  await page.getByRole('button', { name: '锁上' }).click()
  await page.getByRole('button', { name: '李秀兰' }).click()
  await page.locator('#pin').fill('000000')
  await page.keyboard.press('Enter')
  await page.locator('.error').waitFor()
  await page.locator('#pin').fill('246810')
  await page.keyboard.press('Enter')
  await page.goto(page.url().replace(/#.*/, '#/opinions/opinion-number-0000001'))
  expect(await page.locator('#verbatim').inputValue()).toBe('刚刚写的最后一个字')
  await close()
})

test('fifteen idle minutes lock the screen and say so', async () => {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${site.origin}/?scene=busy#/`)
  await page.locator('main h1').waitFor()
  await page.clock.runFor(14 * 60_000)
  expect(await page.locator('main h1').textContent()).toBe('任务')
  await page.clock.runFor(61_000)
  expect(await page.locator('main').textContent()).toContain('十五分钟没有动')
  await context.close()
})

test('a device without room says so beside the button, and the words stay on the screen', async () => {
  const { page, close } = await open(`full${session}`, phone)
  await page.getByRole('button', { name: '记一条意见' }).click()
  await page.locator('#verbatim').fill('写不下了')
  await page.locator('.act-bar .error').waitFor()
  expect(await page.locator('.act-bar .error').textContent()).toContain('没地方了')
  expect(await page.locator('#verbatim').inputValue()).toBe('写不下了')
  await close()
})

test('the receipt’s QR, read back, is the receipt page with the code in the fragment', async () => {
  const { page, close } = await open('busy#/opinions/opinion-number-0000002', phone)
  const groups = await page.locator('.big-code span').allTextContents()
  const picture = join(mkdtempSync(join(tmpdir(), 'kaimen-qr-')), 'qr.png')
  await page.locator('.slip-qr').screenshot({ path: picture })
  await close()
  const read = execFileSync('zbarimg', ['-q', '--raw', picture], { encoding: 'utf8' }).trim()
  expect(read).toBe(`${site.origin}/receipt/#${groups.join('')}`)
})

test('a photo of the sign-in sheet is made fit for a slow network and outlives a later word in the form', async () => {
  const { page, close } = await open('one#/tasks/c-waterfront/sessions/new', phone)
  await page.locator('#place').fill('河西村')
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(3000, 1500)
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10)
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())]
  })
  const file = { name: 'sheet.png', mimeType: 'image/png', buffer: Buffer.from(bytes) }
  await page.locator('input[type=file]').last().setInputFiles(file)
  const thumb = page.locator('.thumbs img')
  await thumb.waitFor()
  expect(
    await thumb.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBe(2000)
  await page.locator('#place').fill('河西村文化礼堂')
  await page.getByRole('button', { name: '开始记意见' }).click()
  await page.getByRole('link', { name: '改这一场的情况' }).click()
  await page.locator('.thumbs li').waitFor()
  await page.getByRole('button', { name: '去掉照片 1' }).click()
  await page.locator('.thumbs li').waitFor({ state: 'detached' })
  await close()
})

test.each([
  ['slip58', 58],
  ['slip80', 80],
] as const)('the receipt on %s is one page of that width', async (paper, width) => {
  const { page, close } = await open('busy#/opinions/opinion-number-0000002', phone, {
    'kaimen-collect-paper': paper,
  })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  const [, points] = /\/MediaBox \[0 0 ([\d.]+)/.exec(pdf) ?? []
  expect(Math.abs((Number(points) / 72) * 25.4 - width)).toBeLessThan(0.5)
  await close()
})
