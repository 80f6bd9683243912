import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openExampleSite, type ExampleSite } from '../support/example-site.ts'
import { examplePortal } from '../support/example-published.ts'
import { weighPage } from '../support/page-weight.ts'

let site: ExampleSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openExampleSite(examplePortal()), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('a draft of 40 articles costs at most 60 KB and 6 requests, all of them to this portal', async () => {
  const { wireKb, requests, urls } = await weighPage(browser, `${site.origin}/bills/waterfront/`)
  expect(wireKb).toBeLessThanOrEqual(60)
  expect(wireKb).toBeGreaterThan(8)
  expect(requests).toBeLessThanOrEqual(6)
  for (const url of urls) expect(url.startsWith(site.origin), url).toBe(true)
})

test('a code of 500 articles costs at most 200 KB', async () => {
  const { wireKb } = await weighPage(browser, `${site.origin}/bills/long-code/`)
  expect(wireKb).toBeLessThanOrEqual(200)
})

test('the collector’s app costs at most 150 KB, everything it loads to start included', async () => {
  const { wireKb, urls } = await weighPage(browser, `${site.origin}/collect/`)
  expect(wireKb).toBeLessThanOrEqual(150)
  expect(wireKb).toBeGreaterThan(40)
  for (const url of urls) expect(url.startsWith(site.origin), url).toBe(true)
})
