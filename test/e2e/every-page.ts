import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { PortalClient } from '../support/portal-client.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phone = { width: 390, height: 844 }

/** What WCAG 2.2 AA finds on the page as it stands, one line a fault. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: Document, options: RunOptions): Promise<AxeResults> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  })
  const { pathname } = new URL(page.url())
  return results.violations.map(
    ({ id, nodes }) => `${pathname}: ${id}: ${nodes[0]?.html.slice(0, 160)} (${nodes.length})`,
  )
}

/** Follows every link of the portal from its two home pages; answers each address with its status. */
async function crawl(client: PortalClient): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  const waiting = ['/', '/en/']
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (seen.has(address)) continue
    const answer = await client.send(address)
    seen.set(address, answer.status)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    for (const [, href = ''] of (await answer.text()).matchAll(/\s(?:href|src|action)="([^"]+)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), client.origin + address)
      if (url.origin === client.origin && !url.pathname.startsWith('/api/'))
        waiting.push(url.pathname + url.search)
    }
  }
  return seen
}

/** Every page a resident can reach: it is there, it can be used by everybody, and nothing on it is blocked. */
export function everyPage(portal: () => { origin: string }, browser: () => Browser): void {
  describe('every page', () => {
    let addresses: Map<string, number>
    beforeAll(async () => {
      addresses = await crawl(new PortalClient(portal().origin))
    })

    test('no link leads nowhere', () => {
      expect(addresses.size).toBeGreaterThan(25)
      const dead = [...addresses].filter(
        ([address, status]) => status >= 400 && !address.startsWith('/office/'),
      )
      expect(dead).toEqual([])
    })

    test('every public page passes axe on a phone, in the light and in the dark', async () => {
      const pages = [...addresses.keys()].filter(
        (address) => address.endsWith('/') && !address.startsWith('/desk'),
      )
      const says = [...addresses.keys()].filter((address) => address.startsWith('/say/'))
      const visited = [...pages, ...says.slice(0, 2), '/no-such-page/']
      const faults: string[] = []
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser().newContext({ viewport: phone, colorScheme, locale: 'zh-CN' })
        const page = await context.newPage()
        page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
        page.on('console', (message) => {
          if (/Content.Security.Policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`)
        })
        for (const address of colorScheme === 'light' ? visited : visited.slice(0, 8)) {
          await page.goto(portal().origin + address)
          // The collector's app draws itself.
          await page.locator('h1').first().waitFor()
          faults.push(...(await faultsOf(page)))
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)
          if (wide) faults.push(`${address}: wider than the phone`)
        }
        await context.close()
      }
      expect(faults).toEqual([])
    })
  })
}
