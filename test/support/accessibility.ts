import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds against WCAG 2.2 AA and good practice on the page as it stands, one line a fault. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: Document, options: RunOptions): Promise<AxeResults> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    return axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  })
  const { pathname, hash } = new URL(page.url())
  return results.violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
    return `${pathname}${hash}: ${id}: ${places.join(' | ')} (${nodes.length})`
  })
}

/** By how many pixels the page as it stands is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** What is drawn under this selector and lower than `floor` pixels, one line each. */
export function lowerThan(page: Page, selector: string, floor: number): Promise<string[]> {
  return page.locator(selector).evaluateAll(
    (all, least) =>
      all.flatMap((target) => {
        const { height } = target.getBoundingClientRect()
        return height > 0 && height < least - 0.5 ? [`${target.textContent} ${height}`] : []
      }),
    floor,
  )
}
