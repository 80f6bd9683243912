import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PortalClient } from '../support/portal-client.ts'
import { until } from '../support/until.ts'
import { openShortConsultation, type ShortConsultation } from './short-consultation.ts'

const words = '三十天太久了，老人等不起。我家楼下那把椅子坏了两个月。'
const phone = { width: 390, height: 844 }

/** A resident on an old phone says something about one article, with and without JavaScript. */
export function residentJourney(portal: () => { origin: string }, browser: () => Browser): void {
  let asked: ShortConsultation
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    const legislator = await new PortalClient(portal().origin).signIn('legislator')
    asked = await openShortConsultation(legislator, { name: 'resident', openMs: 3_600_000 })
    const visitor = new PortalClient(portal().origin)
    await until('the bill on the site', async () => (await visitor.send(`/bills/${asked.billId}/`)).ok)
  })

  const open = async (javaScriptEnabled: boolean) => {
    context = await browser().newContext({ javaScriptEnabled, viewport: phone, locale: 'zh-CN' })
    page = await context.newPage()
    complaints = []
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      // A refused form is part of the journey; the browser reports its status as an error.
      if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text())
    })
    await page.goto(portal().origin)
  }
  const close = async () => {
    expect(complaints).toEqual([])
    await context.close()
  }

  const readToArticleFour = async () => {
    await page.getByRole('link', { name: '云溪市社区公共座椅管理规定（resident）' }).first().click()
    await expect.poll(() => page.locator('#art-4').innerText()).toContain('应当在三十日内修复')
    await page.locator('#art-4').getByRole('link', { name: '说说' }).click()
  }
  const code = async () => (await page.locator('.code:visible').first().innerText()).replace(/\s/g, '')
  const write = async () => {
    await page.getByLabel('要改一改').check()
    await page.getByLabel('用您自己的话说').fill(words)
  }
  const send = () => page.getByRole('button', { name: '就这样，交上去' }).click()

  describe('a resident without JavaScript', () => {
    beforeEach(() => open(false))
    afterEach(close)

    test('reads, is told what is missing, checks, sends, and asks what became of it', async () => {
      await readToArticleFour()
      await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toBe('说说第四条')
      await page.getByLabel('如果可以，您会怎么写？').fill('应当在七日内修复')
      await page.getByRole('button', { name: '看一遍再交' }).click()
      await expect.poll(() => page.title()).toMatch(/^有误/)
      await expect.poll(() => page.getByRole('link', { name: /用您自己的话说/ }).count()).toBe(1)
      await expect.poll(() => page.getByLabel('如果可以，您会怎么写？').inputValue()).toBe('应当在七日内修复')

      await write()
      await page.getByRole('button', { name: '看一遍再交' }).click()
      await expect.poll(() => page.getByRole('main').innerText()).toContain(words)
      await page.getByRole('button', { name: '回去改' }).click()
      await expect.poll(() => page.getByLabel('用您自己的话说').inputValue()).toBe(words)
      await page.getByRole('button', { name: '看一遍再交' }).click()
      // An impatient double click sends the form twice and is one opinion.
      await page.getByRole('button', { name: '就这样，交上去' }).dblclick()
      await page.getByRole('heading', { level: 1, name: '收到了，请留好回执' }).waitFor()
      const receiptCode = await code()
      expect(receiptCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
      expect(page.url()).not.toContain(receiptCode)

      await page.goto(`${portal().origin}/receipt/`)
      await page.getByLabel('回执码').fill(receiptCode.toLowerCase())
      await page.getByRole('button', { name: '查一查' }).click()
      const status = await page.getByRole('main').innerText()
      expect(status).toMatch(/已经收到/)
      expect(status).toContain(words)
      expect(page.url()).not.toContain(receiptCode)

      const visitor = new PortalClient(portal().origin)
      const { tallies } = await visitor.read<{ tallies: { entries: number } }>(
        `/api/consultations/${asked.id}`,
      )
      expect(tallies.entries).toBe(1)
    })
  })

  describe('a resident with JavaScript', () => {
    beforeEach(() => open(true))
    afterEach(close)

    test('writes beside the article, loses nothing to a reload, sends and follows the receipt', async () => {
      await readToArticleFour()
      await page.getByRole('button', { name: '看一遍再交' }).click()
      const summary = page.locator('.error-summary:visible')
      await expect.poll(() => summary.innerText()).toContain('这一项要填')
      await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true)

      await write()
      await until('the draft to be kept', async () =>
        (await page.locator('[data-saved]:visible').innerText()).includes('已保存在这台设备上'),
      )
      await page.reload()
      await page.locator('#art-4').getByRole('link', { name: '接着写' }).click()
      await expect.poll(() => page.getByLabel('用您自己的话说').inputValue()).toBe(words)

      await page.getByRole('button', { name: '看一遍再交' }).click()
      await send()
      await page.getByText('收到了，请留好回执').waitFor()
      const receiptCode = await code()
      expect(receiptCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
      await page.locator('[data-qr] svg').waitFor()

      await page.getByRole('link', { name: '查结果' }).click()
      await page
        .getByText(/已经收到/)
        .first()
        .waitFor()
      await page.getByText(words).first().waitFor()
      expect(new URL(page.url()).search).toBe('')
      expect(new URL(page.url()).pathname).toBe('/receipt/')
    })

    test('an opinion sent while the server is gone is kept, and sent again it is one opinion', async () => {
      await page.goto(`${portal().origin}/bills/${asked.billId}/`)
      await page.locator('#art-5').getByRole('link', { name: '说说' }).click()
      await write()
      await page.getByRole('button', { name: '看一遍再交' }).click()
      await context.route('**/api/**', (route) => route.abort())
      await send()
      await page.getByText('没有送到').waitFor()
      complaints.length = 0
      const kept = await page.locator('[data-code-line]:visible').innerText()
      await context.unroute('**/api/**')
      await page.getByRole('button', { name: '再交一次' }).click()
      await page.getByText('收到了，请留好回执').waitFor()
      expect(await code()).toBe(kept.replace(/\s/g, ''))
    })
  })
}
