import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PublishedBill, PublishedBulletins } from '#contract/published.ts'
import { sitePaths } from '../../site/src/routes.ts'
import { faultsOf, lowerThan, overflowOf } from '../support/accessibility.ts'
import { openBrowser } from '../support/browser.ts'
import { openExampleSite, type ExampleSite } from '../support/example-site.ts'
import { examplePortal } from '../support/example-published.ts'

const files = examplePortal()
const bills = Object.entries(files).flatMap(([name, file]) =>
  name.startsWith('bills/') ? [file as PublishedBill] : [],
)
// The 500-article code is the same page again, ten times as long.
const paths = sitePaths({
  bills: bills.filter(({ id }) => id !== 'long-code'),
  bulletins: new Map([['c-answered', files['bulletins/c-answered.json'] as PublishedBulletins]]),
})

let site: ExampleSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openExampleSite(files), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

interface View {
  name: string
  width: number
  dark: boolean
  ease: string[]
  shown: string[]
}
/** One page of each kind: colours and widths differ by kind, not by content. */
const comparison = '/bills/careful/compare/careful-1/careful-2/'
const kinds = [
  '/',
  '/en/bills/waterfront/',
  '/bills/answered/bulletin/c-answered/',
  comparison,
  '/receipt/',
  '/design/',
]
const views: View[] = [
  { name: 'on a phone', width: 390, dark: false, ease: [], shown: paths },
  { name: 'on a desktop in the dark', width: 1280, dark: true, ease: [], shown: kinds },
  {
    name: 'large and in high contrast',
    width: 390,
    dark: false,
    ease: ['#ease-big', '#ease-contrast'],
    shown: kinds,
  },
]

describe.each(views)('$name', ({ width, dark, ease, shown }) => {
  test('every page passes axe and scrolls in one direction only', async () => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme: dark ? 'dark' : 'light',
      bypassCSP: true,
    })
    const page = await context.newPage()
    const problems: string[] = []
    for (const path of shown) {
      await page.goto(site.origin + path)
      for (const box of ease) await page.check(box)
      const overflow = await overflowOf(page)
      if (overflow > 0) problems.push(`${path} is ${overflow} px too wide`)
      problems.push(...(await faultsOf(page)))
    }
    await context.close()
    expect(problems).toEqual([])
  })

  test('everything one presses is large enough', async () => {
    const context = await browser.newContext({ viewport: { width, height: 844 } })
    const page = await context.newPage()
    const floor = ease.includes('#ease-big') ? 60 : 48
    const small: string[] = []
    for (const path of [
      '/',
      '/bills/waterfront/',
      '/receipt/',
      '/en/bills/waterfront/',
      '/contact-points/',
      comparison,
      '/bills/answered/drafts/answered-1/',
    ]) {
      await page.goto(site.origin + path)
      for (const box of ease) await page.check(box)
      // links inside sentences are exempt (WCAG 2.5.8, inline)
      const selector =
        '.button, nav a, .ease > *, .margin a, .alone, .back, summary, .life a, input[type=text], select'
      small.push(...(await lowerThan(page, selector, floor)).map((target) => `${path} ${target}`))
    }
    await context.close()
    expect(small).toEqual([])
  })
})

test('at 400 % zoom nothing is lost sideways', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 256 } })
  const page = await context.newPage()
  for (const path of [
    '/',
    '/bills/waterfront/',
    '/bills/answered/bulletin/c-answered/',
    comparison,
    '/privacy/',
  ]) {
    await page.goto(site.origin + path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
  await context.close()
})

test('a bill’s card keeps one left edge, and the comparison its indented paragraphs', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const indents = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => [...new Set(all.map((element) => getComputedStyle(element).textIndent))])
  await page.goto(site.origin)
  expect(await indents('.card p')).toEqual(['0px'])
  await page.goto(site.origin + comparison)
  expect(await indents('.compare .side p:not(.number, .origin)')).not.toContain('0px')
  await context.close()
})
