import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, overflowOf } from '../support/accessibility.ts'
import { PortalClient } from '../support/portal-client.ts'

const phone = { width: 390, height: 844 }

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
          if ((await overflowOf(page)) > 1) faults.push(`${address}: wider than the phone`)
        }
        await context.close()
      }
      expect(faults).toEqual([])
    })
  })
}
