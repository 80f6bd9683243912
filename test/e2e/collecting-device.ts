import type { Browser, BrowserContext, Page } from 'playwright-core'
import { until } from '../support/until.ts'

const laptop = { width: 1280, height: 900 }

/** What the collector opens every device with. */
export const pin = 'river-2026'

/** Where a device stands for, and how soon it gives a silent network up. */
export interface DeviceOptions {
  origin: string
  viewport?: { width: number; height: number }
  /** `kaimen-collect-patience`, milliseconds: long by default, a busy machine answers late. */
  patienceMs?: number
  /** `kaimen-collect-first-retry`, milliseconds: long by default, so that only what a test asks for is sent. */
  firstRetryMs?: number
}

/** One collector's browser with a storage of its own; `complaints` is what its pages stumbled over. */
export interface Device {
  origin: string
  context: BrowserContext
  page: Page
  complaints: string[]
}

/** A new browser profile at the collector's app; nobody has signed in. */
export async function openDevice(browser: Browser, options: DeviceOptions): Promise<Device> {
  const { viewport = laptop } = options
  return deviceIn(await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true }), options)
}

/** The same in a profile that is open already, with whatever it holds. */
export async function deviceIn(context: BrowserContext, options: DeviceOptions): Promise<Device> {
  const { origin, patienceMs = 20_000, firstRetryMs = 600_000 } = options
  await context.addInitScript(
    ([patience, retry]) => {
      if (location.protocol === 'about:') return
      localStorage.setItem('kaimen-collect-patience', patience)
      localStorage.setItem('kaimen-collect-first-retry', retry)
    },
    [String(patienceMs), String(firstRetryMs)] as const,
  )
  const complaints: string[] = []
  context.on('page', (page) => page.on('pageerror', (error) => complaints.push(error.message)))
  const page = await context.newPage()
  return { origin, context, page, complaints }
}

/** Signs in at the portal and takes the tasks along under a PIN, as somebody new to this device. */
export async function takeTasks(device: Device, login = 'collector', own = pin): Promise<void> {
  const { page, origin } = device
  await page.goto(`${origin}/office/login?login_hint=${login}&return=/collect/`)
  // The identity provider leads back to the portal's own address; a front has another port of the same host.
  if (!page.url().startsWith(origin)) await page.goto(`${origin}/collect/`)
  const another = page.getByRole('button', { name: '名单上没有我' })
  await page.locator('h1').waitFor()
  if (await another.isVisible()) await another.click()
  await page.getByLabel('口令（至少 6 位）').fill(own)
  await page.getByLabel('再输一遍').fill(own)
  await page.getByRole('button', { name: '把任务带到这台设备上' }).click()
  await page.getByRole('heading', { name: '任务', level: 1 }).waitFor()
  // `ready` is never refused, only never kept: this wait has an end.
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true))
}

/** The lock screen's way in. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel(/请输口令/).fill(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: '送达情况' }).waitFor()
}

/** Starts a session of a task by its page; ends on the session. */
export async function startSession(page: Page, consultationId: string, place: string): Promise<string> {
  await page.evaluate((hash) => void (location.hash = hash), `#/tasks/${consultationId}/sessions/new`)
  await page.getByLabel('在哪里').fill(place)
  await page.getByLabel('来了多少人').fill('12')
  await page.getByRole('button', { name: '开始记意见' }).click()
  await page.getByRole('button', { name: '记一条意见' }).waitFor()
  return page.evaluate(() => location.hash)
}

/** What is typed into one opinion, by keyboard alone; starts on its open form and leaves it unfinished. */
export async function writeByKeyboard(page: Page, article: string, verbatim: string): Promise<void> {
  await page.getByLabel('说的是哪一条').waitFor()
  await page.keyboard.press('Alt+a')
  await page.keyboard.type(article)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Alt+w')
  await page.keyboard.type(verbatim)
  await page.keyboard.press('Alt+n')
}

/** Finishes the open form; answers the receipt code as it stands on the slip. */
export async function finish(page: Page): Promise<string> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '写好了，把回执给对方' }).waitFor()
  const groups = await page.locator('.big-code span').allInnerTexts()
  return groups.join(' ')
}

/** One opinion from the session's button to its receipt. */
export async function takeDown(page: Page, article: string, verbatim: string): Promise<string> {
  await page.getByRole('button', { name: /记一条意见|记下一条/ }).click()
  await writeByKeyboard(page, article, verbatim)
  return finish(page)
}

/** What the bar on top says. */
export const standing = (page: Page) => page.getByRole('region', { name: '送达情况' }).innerText()

/** Presses 现在送, unless the app is quicker: then it sends by itself, or says already what it is to say. */
export async function pressSend(page: Page, sentence: string | RegExp = '已全部送达'): Promise<void> {
  const bar = page.getByRole('region', { name: '送达情况' })
  await until('a sending', async () => {
    const isUnderWay = bar.getByText('正在送').or(bar.getByText(sentence)).first()
    if (await isUnderWay.isVisible()) return true
    await bar.getByRole('button', { name: '现在送' }).click({ timeout: 1_000 })
    return true
  })
}

/** Sends, and waits until the bar says so. */
export async function sendNow(page: Page, sentence: string | RegExp): Promise<void> {
  await pressSend(page, sentence)
  await page.getByRole('region', { name: '送达情况' }).getByText(sentence).waitFor()
}

/** Waits for the sentence that says why nothing was sent. */
export async function saysWhy(page: Page, sentence: string): Promise<void> {
  await page.getByRole('region', { name: '为什么没有送到' }).getByText(sentence).waitFor()
}
