import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { examplePortal } from '../support/example-published.ts'
import { openExampleSite } from '../support/example-site.ts'

let site: Awaited<ReturnType<typeof openExampleSite>>
let browser: Browser
beforeAll(async () => {
  site = await openExampleSite(examplePortal())
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

test('the app opens in flight mode once it was opened with a network', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(`${site.origin}/collect/`)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const first = await page.locator('#collect').innerText()
  await context.setOffline(true)
  await page.goto(`${site.origin}/collect/`)
  await page.locator('#collect h1').waitFor()
  expect(await page.locator('#collect').innerText()).toBe(first)
  expect(troubles).toEqual([])
  await context.close()
})

test('the worker file is asked for anew each time and keeps the app alone', async () => {
  const answer = await fetch(`${site.origin}/collect/worker.js`)
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  const text = await answer.text()
  const files = JSON.parse(/^const files = (\[[\s\S]*?\])$/m.exec(text)?.[1] ?? '[]') as string[]
  expect(files).toContain('/collect/')
  expect(files.filter((file) => file.startsWith('/bills') || file.startsWith('/desk'))).toEqual([])
  for (const file of files) expect((await fetch(site.origin + file)).status, file).toBe(200)
})

test('whoever scans a printed form reads the bill; to staff among them its task in the app is offered', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    const offer = page.getByRole('link', { name: '在采集里打开这份任务' })
    await page.goto(`${site.origin}/bills/waterfront/?draft=d1&point=hexi`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await offer.count()).toBe(javaScriptEnabled ? 1 : 0)
    if (javaScriptEnabled)
      expect(await offer.getAttribute('href')).toBe('/collect/#/bills/waterfront?draft=d1&point=hexi')
    await page.goto(`${site.origin}/bills/waterfront/`)
    expect(await offer.count()).toBe(0)
    await context.close()
  }
})
